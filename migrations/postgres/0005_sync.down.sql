DROP TABLE audit;
DROP TABLE outcome;
DROP TABLE client_number;
DROP TABLE tombstone;
DROP TABLE scope_state;
