-- Schema 3: runs of assignment are kept, and assignments name theirs.
ALTER TABLE assignment ADD COLUMN run_id uuid;

CREATE TABLE assignment_run (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  at bigint NOT NULL CHECK (at BETWEEN 0 AND 7258118399999),
  algorithm bigint NOT NULL CHECK (algorithm BETWEEN 1 AND 1000000),
  digest text NOT NULL CHECK (char_length(digest) BETWEEN 32 AND 32),
  input text NOT NULL CHECK (char_length(input) BETWEEN 1 AND 1000000),
  outcome text NOT NULL CHECK (char_length(outcome) BETWEEN 1 AND 1000000),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
);

CREATE INDEX assignment_run_by_version ON assignment_run (scope, version, id);
