ALTER TABLE chore DROP COLUMN effort_minutes;
