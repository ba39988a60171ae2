-- What the server keeps about scopes beside their rows. Server only.

-- Which households an account is or was a member of; follows the synced member rows. The version
-- counts joinings and leavings, so that a cookie from before is known as such.
CREATE TABLE membership (
  account_id BLOB NOT NULL CHECK (length(account_id) = 16),
  household_id BLOB NOT NULL CHECK (length(household_id) = 16),
  version INTEGER NOT NULL CHECK (version > 0),
  is_member INTEGER NOT NULL CHECK (is_member IN (0, 1)),
  PRIMARY KEY (account_id, household_id)
) STRICT, WITHOUT ROWID;
