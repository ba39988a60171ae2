-- What sync keeps about scopes, clients and changes. Server only: no client pulls any of it.
-- Every key begins with the scope; times are UTC milliseconds, hashes 16 bytes.

-- A scope and the version of its last change. `checksums` holds, per served schema version, the sum
-- of the hashes of all rows as clients of that schema see them: "1:<32 hex digits>,2:<...>".
CREATE TABLE scope_state (
  scope uuid NOT NULL PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('household', 'person')),
  epoch uuid NOT NULL,
  version bigint NOT NULL CHECK (version >= 0),
  purged_version bigint NOT NULL CHECK (purged_version BETWEEN 0 AND version),
  checksums text NOT NULL,
  snapshot bytea NOT NULL CHECK (octet_length(snapshot) = 16)
);

-- Rows that were erased, until every client must have heard of it.
CREATE TABLE tombstone (
  scope uuid NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  entity text NOT NULL,
  id uuid NOT NULL,
  erased_at bigint NOT NULL,
  PRIMARY KEY (scope, version, entity, id)
);

-- The last number of each client. Never expires.
CREATE TABLE client_number (
  scope uuid NOT NULL,
  account_id uuid NOT NULL,
  client uuid NOT NULL,
  last_number bigint NOT NULL CHECK (last_number > 0),
  PRIMARY KEY (scope, account_id, client)
);

-- What became of a change, until its client has acknowledged it.
CREATE TABLE outcome (
  scope uuid NOT NULL,
  account_id uuid NOT NULL,
  client uuid NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  mutation_id uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('applied', 'refused', 'expired')),
  error_code text,
  error_message text,
  error_field text,
  content bytea NOT NULL CHECK (octet_length(content) = 16),
  at bigint NOT NULL,
  PRIMARY KEY (scope, account_id, client, number),
  CHECK ((status = 'applied') = (error_code IS NULL))
);

CREATE INDEX outcome_by_mutation ON outcome (scope, account_id, mutation_id);

-- Every applied change with all that is needed to run it again. Append-only. `person` is the
-- nil id when the program itself acted.
CREATE TABLE audit (
  scope uuid NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  mutation_id uuid NOT NULL,
  actor text NOT NULL CHECK (actor IN ('person', 'system')),
  person uuid NOT NULL,
  meant_at bigint NOT NULL,
  at bigint NOT NULL,
  fresh_seed uuid NOT NULL,
  command text NOT NULL,
  command_version integer NOT NULL,
  schema integer NOT NULL,
  arguments text NOT NULL,
  request text NOT NULL,
  PRIMARY KEY (scope, version)
);

CREATE INDEX audit_by_mutation ON audit (scope, person, mutation_id);
