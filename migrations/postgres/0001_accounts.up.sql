-- Accounts and what opens them. Server only: none of this is in a scope that a client pulls.
-- Times are UTC milliseconds; secrets are stored as SHA-256 in hexadecimal, never themselves.

-- The request that made a device account has an id, known to that device alone, so that a
-- repetition whose answer was lost is answered again.
CREATE TABLE account (
  id uuid NOT NULL PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('device', 'provider')),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  issuer text,
  subject text,
  created_at bigint NOT NULL,
  request_id uuid,
  CHECK ((kind = 'provider') = (issuer IS NOT NULL AND subject IS NOT NULL))
);

CREATE UNIQUE INDEX account_by_subject ON account (issuer, subject) WHERE issuer IS NOT NULL;
CREATE UNIQUE INDEX account_by_request ON account (request_id) WHERE request_id IS NOT NULL;

CREATE TABLE session (
  id_hash text NOT NULL PRIMARY KEY CHECK (char_length(id_hash) = 64),
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  csrf_token text NOT NULL,
  device text NOT NULL,
  created_at bigint NOT NULL,
  last_used_at bigint NOT NULL,
  expires_at bigint NOT NULL
);

CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_end ON session (expires_at);

-- One living code per account: a new one replaces the old.
CREATE TABLE recovery_code (
  account_id uuid NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  code_hash text NOT NULL UNIQUE CHECK (char_length(code_hash) = 64),
  created_at bigint NOT NULL
);

CREATE TABLE device_code (
  code_hash text NOT NULL PRIMARY KEY CHECK (char_length(code_hash) = 64),
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  expires_at bigint NOT NULL
);

CREATE INDEX device_code_by_account ON device_code (account_id);
CREATE INDEX device_code_by_end ON device_code (expires_at);

CREATE TABLE invitation (
  household_id uuid NOT NULL,
  id uuid NOT NULL,
  code_hash text NOT NULL UNIQUE CHECK (char_length(code_hash) = 64),
  roommate_id uuid,
  uses_left bigint NOT NULL CHECK (uses_left >= 0),
  created_by uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  PRIMARY KEY (household_id, id)
);

CREATE INDEX invitation_by_creator ON invitation (created_by);
CREATE INDEX invitation_by_end ON invitation (expires_at);

-- What a join answered, so that a repetition whose answer was lost is answered the same. The id is
-- made by the guest and known to nobody else.
CREATE TABLE join_outcome (
  request_id uuid NOT NULL PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  household_id uuid NOT NULL,
  roommate_id uuid NOT NULL,
  joined_at bigint NOT NULL
);

CREATE INDEX join_outcome_by_account ON join_outcome (account_id);
