-- Schema 2: an optional estimate of a chore's effort.
ALTER TABLE chore ADD COLUMN effort_minutes bigint
  CHECK (effort_minutes BETWEEN 1 AND 600);
