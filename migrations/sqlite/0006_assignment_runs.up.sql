-- Schema 3: runs of assignment are kept, and assignments name theirs.
ALTER TABLE assignment ADD COLUMN run_id BLOB CHECK (length(run_id) = 16);

CREATE TABLE assignment_run (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 7258118399999),
  algorithm INTEGER NOT NULL CHECK (algorithm BETWEEN 1 AND 1000000),
  digest TEXT NOT NULL CHECK (length(digest) BETWEEN 32 AND 32),
  input TEXT NOT NULL CHECK (length(input) BETWEEN 1 AND 1000000),
  outcome TEXT NOT NULL CHECK (length(outcome) BETWEEN 1 AND 1000000),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX assignment_run_by_version ON assignment_run (scope, version);
