DROP TABLE join_outcome;
DROP TABLE invitation;
DROP TABLE device_code;
DROP TABLE recovery_code;
DROP TABLE session;
DROP TABLE account;
