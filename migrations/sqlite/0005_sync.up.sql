-- What sync keeps about scopes, clients and changes. Server only: no client pulls any of it.
-- Every key begins with the scope; times are UTC milliseconds, hashes 16 bytes.

-- A scope and the version of its last change. `checksums` holds, per served schema version, the sum
-- of the hashes of all rows as clients of that schema see them: "1:<32 hex digits>,2:<...>".
CREATE TABLE scope_state (
  scope BLOB NOT NULL PRIMARY KEY CHECK (length(scope) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('household', 'person')),
  epoch BLOB NOT NULL CHECK (length(epoch) = 16),
  version INTEGER NOT NULL CHECK (version >= 0),
  purged_version INTEGER NOT NULL CHECK (purged_version BETWEEN 0 AND version),
  checksums TEXT NOT NULL,
  snapshot BLOB NOT NULL CHECK (length(snapshot) = 16)
) STRICT, WITHOUT ROWID;

-- Rows that were erased, until every client must have heard of it.
CREATE TABLE tombstone (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  version INTEGER NOT NULL CHECK (version > 0),
  entity TEXT NOT NULL,
  id BLOB NOT NULL CHECK (length(id) = 16),
  erased_at INTEGER NOT NULL,
  PRIMARY KEY (scope, version, entity, id)
) STRICT, WITHOUT ROWID;

-- The last number of each client. Never expires.
CREATE TABLE client_number (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  account_id BLOB NOT NULL CHECK (length(account_id) = 16),
  client BLOB NOT NULL CHECK (length(client) = 16),
  last_number INTEGER NOT NULL CHECK (last_number > 0),
  PRIMARY KEY (scope, account_id, client)
) STRICT, WITHOUT ROWID;

-- What became of a change: applied ones until their client has acknowledged it, refusals longer, so
-- that a copy of the browser profile hears the same.
CREATE TABLE outcome (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  account_id BLOB NOT NULL CHECK (length(account_id) = 16),
  client BLOB NOT NULL CHECK (length(client) = 16),
  number INTEGER NOT NULL CHECK (number > 0),
  mutation_id BLOB NOT NULL CHECK (length(mutation_id) = 16),
  status TEXT NOT NULL CHECK (status IN ('applied', 'refused', 'expired')),
  error_code TEXT,
  error_message TEXT,
  error_field TEXT,
  content BLOB NOT NULL CHECK (length(content) = 16),
  at INTEGER NOT NULL,
  PRIMARY KEY (scope, account_id, client, number),
  CHECK ((status = 'applied') = (error_code IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX outcome_by_mutation ON outcome (scope, account_id, mutation_id);

-- Every applied change with all that is needed to run it again. Append-only. `person` is sixteen
-- zero bytes when the program itself acted.
CREATE TABLE audit (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  version INTEGER NOT NULL CHECK (version > 0),
  mutation_id BLOB NOT NULL CHECK (length(mutation_id) = 16),
  actor TEXT NOT NULL CHECK (actor IN ('person', 'system')),
  person BLOB NOT NULL CHECK (length(person) = 16),
  meant_at INTEGER NOT NULL,
  at INTEGER NOT NULL,
  fresh_seed BLOB NOT NULL CHECK (length(fresh_seed) = 16),
  command TEXT NOT NULL,
  command_version INTEGER NOT NULL,
  schema INTEGER NOT NULL,
  arguments TEXT NOT NULL,
  request TEXT NOT NULL,
  PRIMARY KEY (scope, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_by_mutation ON audit (scope, person, mutation_id);
