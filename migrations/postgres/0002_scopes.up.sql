-- What the server keeps about scopes beside their rows. Server only.

-- Which households an account is or was a member of; follows the synced member rows. The version
-- counts joinings and leavings, so that a cookie from before is known as such.
CREATE TABLE membership (
  account_id uuid NOT NULL,
  household_id uuid NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  is_member boolean NOT NULL,
  PRIMARY KEY (account_id, household_id)
);
