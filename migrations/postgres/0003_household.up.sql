-- The synced rows, one table per described entity. Every key begins with the scope.
-- The declarations follow the descriptions in shared/domain; a test compares them.

CREATE TABLE household (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  time_zone text NOT NULL CHECK (char_length(time_zone) BETWEEN 1 AND 64),
  currency text NOT NULL CHECK (char_length(currency) BETWEEN 3 AND 3),
  week_reset_day text NOT NULL
    CHECK (week_reset_day IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday',
      'sunday')),
  week_reset_minute bigint NOT NULL CHECK (week_reset_minute BETWEEN 0 AND 1439),
  approval_threshold bigint NOT NULL CHECK (approval_threshold BETWEEN 1 AND 10),
  auto_approve_limit bigint NOT NULL CHECK (auto_approve_limit BETWEEN 0 AND 1000000000000),
  complete_when_all_subtasks_done boolean NOT NULL,
  fairness_window_cycles bigint CHECK (fairness_window_cycles BETWEEN 1 AND 104),
  audit_retention_days bigint NOT NULL CHECK (audit_retention_days BETWEEN 30 AND 3650),
  next_run_seed uuid NOT NULL,
  last_run_at bigint CHECK (last_run_at BETWEEN 0 AND 7258118399999),
  created_at bigint NOT NULL CHECK (created_at BETWEEN 0 AND 7258118399999),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
);

CREATE INDEX household_by_version ON household (scope, version, id);

CREATE TABLE roommate (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  colour bigint NOT NULL CHECK (colour BETWEEN 1 AND 8),
  weight bigint NOT NULL CHECK (weight BETWEEN 0 AND 100),
  status text NOT NULL CHECK (status IN ('active', 'moved_out')),
  joined_at bigint NOT NULL CHECK (joined_at BETWEEN 0 AND 7258118399999),
  moved_out_at bigint CHECK (moved_out_at BETWEEN 0 AND 7258118399999),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
);

CREATE INDEX roommate_by_version ON roommate (scope, version, id);

CREATE TABLE member (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 100),
  role text NOT NULL CHECK (role IN ('member', 'admin', 'owner')),
  roommate_id uuid,
  joined_at bigint NOT NULL CHECK (joined_at BETWEEN 0 AND 7258118399999),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
);

CREATE INDEX member_by_version ON member (scope, version, id);
CREATE INDEX member_by_roommate_id ON member (scope, roommate_id);

CREATE TABLE absence (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  roommate_id uuid NOT NULL,
  first_day integer NOT NULL CHECK (first_day BETWEEN 0 AND 84005),
  last_day integer CHECK (last_day BETWEEN 0 AND 84005),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
);

CREATE INDEX absence_by_version ON absence (scope, version, id);
CREATE INDEX absence_by_roommate_id ON absence (scope, roommate_id);

CREATE TABLE chore (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  frequency text NOT NULL CHECK (frequency IN ('daily', 'weekly', 'bi-weekly', 'monthly')),
  type text NOT NULL CHECK (type IN ('predefined', 'random')),
  points bigint NOT NULL CHECK (points BETWEEN 1 AND 20),
  is_paused boolean NOT NULL,
  anchor integer NOT NULL CHECK (anchor BETWEEN 0 AND 84005),
  next_due integer NOT NULL CHECK (next_due BETWEEN 0 AND 84005),
  last_holder uuid,
  owed_turn uuid,
  created_at bigint NOT NULL CHECK (created_at BETWEEN 0 AND 7258118399999),
  updated_at bigint NOT NULL CHECK (updated_at BETWEEN 0 AND 7258118399999),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, last_holder) REFERENCES roommate (scope, id),
  FOREIGN KEY (scope, owed_turn) REFERENCES roommate (scope, id)
);

CREATE INDEX chore_by_version ON chore (scope, version, id);

CREATE TABLE sub_chore (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  chore_id uuid NOT NULL,
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300),
  position bigint NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, chore_id) REFERENCES chore (scope, id)
);

CREATE INDEX sub_chore_by_version ON sub_chore (scope, version, id);
CREATE INDEX sub_chore_by_chore_id ON sub_chore (scope, chore_id);

CREATE TABLE preference (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  chore_id uuid NOT NULL,
  roommate_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('never', 'dislike', 'neutral', 'like')),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, chore_id) REFERENCES chore (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
);

CREATE INDEX preference_by_version ON preference (scope, version, id);
CREATE INDEX preference_by_chore_id ON preference (scope, chore_id);
CREATE INDEX preference_by_roommate_id ON preference (scope, roommate_id);

CREATE TABLE cycle (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  "index" bigint NOT NULL CHECK ("index" BETWEEN 0 AND 1000000),
  starts_at bigint NOT NULL CHECK (starts_at BETWEEN 0 AND 7258118399999),
  ends_at bigint CHECK (ends_at BETWEEN 0 AND 7258118399999),
  state text NOT NULL CHECK (state IN ('running', 'closed')),
  largest_random_points bigint NOT NULL CHECK (largest_random_points BETWEEN 0 AND 20),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
);

CREATE INDEX cycle_by_version ON cycle (scope, version, id);

CREATE TABLE cycle_share (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  roommate_id uuid NOT NULL,
  availability bigint NOT NULL CHECK (availability BETWEEN 0 AND 1000000),
  share_micro bigint NOT NULL CHECK (share_micro BETWEEN 0 AND 1000000000000),
  random_share_micro bigint NOT NULL CHECK (random_share_micro BETWEEN 0 AND 1000000000000),
  assigned_micro bigint NOT NULL CHECK (assigned_micro BETWEEN 0 AND 1000000000000),
  random_assigned_micro bigint NOT NULL CHECK (random_assigned_micro BETWEEN 0 AND 1000000000000),
  transferred_micro bigint NOT NULL
    CHECK (transferred_micro BETWEEN -1000000000000 AND 1000000000000),
  random_transferred_micro bigint NOT NULL
    CHECK (random_transferred_micro BETWEEN -1000000000000 AND 1000000000000),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, cycle_id) REFERENCES cycle (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
);

CREATE INDEX cycle_share_by_version ON cycle_share (scope, version, id);
CREATE INDEX cycle_share_by_cycle_id ON cycle_share (scope, cycle_id);
CREATE INDEX cycle_share_by_roommate_id ON cycle_share (scope, roommate_id);

CREATE TABLE assignment (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  chore_id uuid NOT NULL,
  roommate_id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  chore_name text NOT NULL CHECK (char_length(chore_name) BETWEEN 1 AND 200),
  roommate_name text NOT NULL CHECK (char_length(roommate_name) BETWEEN 1 AND 100),
  frequency text NOT NULL CHECK (frequency IN ('daily', 'weekly', 'bi-weekly', 'monthly')),
  type text NOT NULL CHECK (type IN ('predefined', 'random')),
  points bigint NOT NULL CHECK (points BETWEEN 1 AND 20),
  occurrence integer NOT NULL CHECK (occurrence BETWEEN 0 AND 84005),
  share_day integer NOT NULL CHECK (share_day BETWEEN 0 AND 84005),
  assigned_at bigint NOT NULL CHECK (assigned_at BETWEEN 0 AND 7258118399999),
  due_date integer NOT NULL CHECK (due_date BETWEEN 0 AND 84005),
  status text NOT NULL CHECK (status IN ('open', 'done', 'skipped', 'missed', 'cancelled')),
  rule text NOT NULL
    CHECK (rule IN ('rotation', 'owed_turn', 'lowest_balance', 'floor', 'lock', 'swap',
      'only_eligible')),
  completed_at bigint CHECK (completed_at BETWEEN 0 AND 7258118399999),
  completed_by uuid,
  is_completed_by_subtasks boolean NOT NULL,
  points_awarded bigint CHECK (points_awarded BETWEEN 0 AND 20),
  is_locked boolean NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id),
  FOREIGN KEY (scope, cycle_id) REFERENCES cycle (scope, id),
  FOREIGN KEY (scope, completed_by) REFERENCES roommate (scope, id)
);

CREATE INDEX assignment_by_version ON assignment (scope, version, id);
CREATE INDEX assignment_by_chore_id ON assignment (scope, chore_id);
CREATE INDEX assignment_by_roommate_id ON assignment (scope, roommate_id);
CREATE INDEX assignment_by_cycle_id ON assignment (scope, cycle_id);

CREATE TABLE completion (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  sub_chore_id uuid NOT NULL,
  done_at bigint NOT NULL CHECK (done_at BETWEEN 0 AND 7258118399999),
  done_by uuid,
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, assignment_id) REFERENCES assignment (scope, id),
  FOREIGN KEY (scope, done_by) REFERENCES roommate (scope, id)
);

CREATE INDEX completion_by_version ON completion (scope, version, id);
CREATE INDEX completion_by_assignment_id ON completion (scope, assignment_id);
CREATE INDEX completion_by_sub_chore_id ON completion (scope, sub_chore_id);

CREATE TABLE ledger_entry (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  cycle_id uuid NOT NULL,
  roommate_id uuid NOT NULL,
  assignment_id uuid,
  kind text NOT NULL
    CHECK (kind IN ('assigned', 'earned', 'reversed', 'adjusted', 'opening', 'transferred',
      'transferred_random')),
  amount_micro bigint NOT NULL CHECK (amount_micro BETWEEN -1000000000000 AND 1000000000000),
  "at" bigint NOT NULL CHECK ("at" BETWEEN 0 AND 7258118399999),
  "by" uuid,
  reason text CHECK (char_length(reason) BETWEEN 1 AND 500),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, cycle_id) REFERENCES cycle (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
);

CREATE INDEX ledger_entry_by_version ON ledger_entry (scope, version, id);
CREATE INDEX ledger_entry_by_cycle_id ON ledger_entry (scope, cycle_id);
CREATE INDEX ledger_entry_by_roommate_id ON ledger_entry (scope, roommate_id);
CREATE INDEX ledger_entry_by_assignment_id ON ledger_entry (scope, assignment_id);

CREATE TABLE personal_settings (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  theme text NOT NULL CHECK (theme IN ('system', 'light', 'dark', 'high_contrast')),
  language text NOT NULL CHECK (char_length(language) BETWEEN 0 AND 35),
  has_quiet_hours boolean NOT NULL,
  quiet_from_minute bigint NOT NULL CHECK (quiet_from_minute BETWEEN 0 AND 1439),
  quiet_until_minute bigint NOT NULL CHECK (quiet_until_minute BETWEEN 0 AND 1439),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
);

CREATE INDEX personal_settings_by_version ON personal_settings (scope, version, id);
