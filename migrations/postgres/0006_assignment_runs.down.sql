DROP TABLE assignment_run;
ALTER TABLE assignment DROP COLUMN run_id;
