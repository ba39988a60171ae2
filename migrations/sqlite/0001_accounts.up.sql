-- Accounts and what opens them. Server only: none of this is in a scope that a client pulls.
-- Times are UTC milliseconds; secrets are stored as SHA-256 in hexadecimal, never themselves.

-- The request that made a device account has an id, known to that device alone, so that a
-- repetition whose answer was lost is answered again.
CREATE TABLE account (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('device', 'provider')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  issuer TEXT,
  subject TEXT,
  created_at INTEGER NOT NULL,
  request_id BLOB CHECK (length(request_id) = 16),
  CHECK ((kind = 'provider') = (issuer IS NOT NULL AND subject IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX account_by_subject ON account (issuer, subject) WHERE issuer IS NOT NULL;
CREATE UNIQUE INDEX account_by_request ON account (request_id) WHERE request_id IS NOT NULL;

CREATE TABLE session (
  id_hash TEXT NOT NULL PRIMARY KEY CHECK (length(id_hash) = 64),
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  csrf_token TEXT NOT NULL,
  device TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_end ON session (expires_at);

-- One living code per account: a new one replaces the old.
CREATE TABLE recovery_code (
  account_id BLOB NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  code_hash TEXT NOT NULL UNIQUE CHECK (length(code_hash) = 64),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE device_code (
  code_hash TEXT NOT NULL PRIMARY KEY CHECK (length(code_hash) = 64),
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX device_code_by_account ON device_code (account_id);
CREATE INDEX device_code_by_end ON device_code (expires_at);

CREATE TABLE invitation (
  household_id BLOB NOT NULL CHECK (length(household_id) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  code_hash TEXT NOT NULL UNIQUE CHECK (length(code_hash) = 64),
  roommate_id BLOB CHECK (length(roommate_id) = 16),
  uses_left INTEGER NOT NULL CHECK (uses_left >= 0),
  created_by BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (household_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX invitation_by_creator ON invitation (created_by);
CREATE INDEX invitation_by_end ON invitation (expires_at);

-- What a join answered, so that a repetition whose answer was lost is answered the same. The id is
-- made by the guest and known to nobody else.
CREATE TABLE join_outcome (
  request_id BLOB NOT NULL PRIMARY KEY CHECK (length(request_id) = 16),
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  household_id BLOB NOT NULL CHECK (length(household_id) = 16),
  roommate_id BLOB NOT NULL CHECK (length(roommate_id) = 16),
  joined_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX join_outcome_by_account ON join_outcome (account_id);
