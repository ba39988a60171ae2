-- The synced rows, one table per described entity. Every key begins with the scope.
-- The declarations follow the descriptions in shared/domain; a test compares them.

CREATE TABLE household (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  time_zone TEXT NOT NULL CHECK (length(time_zone) BETWEEN 1 AND 64),
  currency TEXT NOT NULL CHECK (length(currency) BETWEEN 3 AND 3),
  week_reset_day TEXT NOT NULL
    CHECK (week_reset_day IN ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday',
      'sunday')),
  week_reset_minute INTEGER NOT NULL CHECK (week_reset_minute BETWEEN 0 AND 1439),
  approval_threshold INTEGER NOT NULL CHECK (approval_threshold BETWEEN 1 AND 10),
  auto_approve_limit INTEGER NOT NULL CHECK (auto_approve_limit BETWEEN 0 AND 1000000000000),
  complete_when_all_subtasks_done INTEGER NOT NULL
    CHECK (complete_when_all_subtasks_done IN (0, 1)),
  fairness_window_cycles INTEGER CHECK (fairness_window_cycles BETWEEN 1 AND 104),
  audit_retention_days INTEGER NOT NULL CHECK (audit_retention_days BETWEEN 30 AND 3650),
  next_run_seed BLOB NOT NULL CHECK (length(next_run_seed) = 16),
  last_run_at INTEGER CHECK (last_run_at BETWEEN 0 AND 7258118399999),
  created_at INTEGER NOT NULL CHECK (created_at BETWEEN 0 AND 7258118399999),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX household_by_version ON household (scope, version);

CREATE TABLE roommate (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 8),
  weight INTEGER NOT NULL CHECK (weight BETWEEN 0 AND 100),
  status TEXT NOT NULL CHECK (status IN ('active', 'moved_out')),
  joined_at INTEGER NOT NULL CHECK (joined_at BETWEEN 0 AND 7258118399999),
  moved_out_at INTEGER CHECK (moved_out_at BETWEEN 0 AND 7258118399999),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX roommate_by_version ON roommate (scope, version);

CREATE TABLE member (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  role TEXT NOT NULL CHECK (role IN ('member', 'admin', 'owner')),
  roommate_id BLOB CHECK (length(roommate_id) = 16),
  joined_at INTEGER NOT NULL CHECK (joined_at BETWEEN 0 AND 7258118399999),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX member_by_version ON member (scope, version);
CREATE INDEX member_by_roommate_id ON member (scope, roommate_id);

CREATE TABLE absence (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  roommate_id BLOB NOT NULL CHECK (length(roommate_id) = 16),
  first_day INTEGER NOT NULL CHECK (first_day BETWEEN 0 AND 84005),
  last_day INTEGER CHECK (last_day BETWEEN 0 AND 84005),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX absence_by_version ON absence (scope, version);
CREATE INDEX absence_by_roommate_id ON absence (scope, roommate_id);

CREATE TABLE chore (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  frequency TEXT NOT NULL CHECK (frequency IN ('daily', 'weekly', 'bi-weekly', 'monthly')),
  type TEXT NOT NULL CHECK (type IN ('predefined', 'random')),
  points INTEGER NOT NULL CHECK (points BETWEEN 1 AND 20),
  is_paused INTEGER NOT NULL CHECK (is_paused IN (0, 1)),
  anchor INTEGER NOT NULL CHECK (anchor BETWEEN 0 AND 84005),
  next_due INTEGER NOT NULL CHECK (next_due BETWEEN 0 AND 84005),
  last_holder BLOB CHECK (length(last_holder) = 16),
  owed_turn BLOB CHECK (length(owed_turn) = 16),
  created_at INTEGER NOT NULL CHECK (created_at BETWEEN 0 AND 7258118399999),
  updated_at INTEGER NOT NULL CHECK (updated_at BETWEEN 0 AND 7258118399999),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, last_holder) REFERENCES roommate (scope, id),
  FOREIGN KEY (scope, owed_turn) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX chore_by_version ON chore (scope, version);

CREATE TABLE sub_chore (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  chore_id BLOB NOT NULL CHECK (length(chore_id) = 16),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 1000000),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, chore_id) REFERENCES chore (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX sub_chore_by_version ON sub_chore (scope, version);
CREATE INDEX sub_chore_by_chore_id ON sub_chore (scope, chore_id);

CREATE TABLE preference (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  chore_id BLOB NOT NULL CHECK (length(chore_id) = 16),
  roommate_id BLOB NOT NULL CHECK (length(roommate_id) = 16),
  level TEXT NOT NULL CHECK (level IN ('never', 'dislike', 'neutral', 'like')),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, chore_id) REFERENCES chore (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX preference_by_version ON preference (scope, version);
CREATE INDEX preference_by_chore_id ON preference (scope, chore_id);
CREATE INDEX preference_by_roommate_id ON preference (scope, roommate_id);

CREATE TABLE cycle (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  "index" INTEGER NOT NULL CHECK ("index" BETWEEN 0 AND 1000000),
  starts_at INTEGER NOT NULL CHECK (starts_at BETWEEN 0 AND 7258118399999),
  ends_at INTEGER CHECK (ends_at BETWEEN 0 AND 7258118399999),
  state TEXT NOT NULL CHECK (state IN ('running', 'closed')),
  largest_random_points INTEGER NOT NULL CHECK (largest_random_points BETWEEN 0 AND 20),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX cycle_by_version ON cycle (scope, version);

CREATE TABLE cycle_share (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  cycle_id BLOB NOT NULL CHECK (length(cycle_id) = 16),
  roommate_id BLOB NOT NULL CHECK (length(roommate_id) = 16),
  availability INTEGER NOT NULL CHECK (availability BETWEEN 0 AND 1000000),
  share_micro INTEGER NOT NULL CHECK (share_micro BETWEEN 0 AND 1000000000000),
  random_share_micro INTEGER NOT NULL CHECK (random_share_micro BETWEEN 0 AND 1000000000000),
  assigned_micro INTEGER NOT NULL CHECK (assigned_micro BETWEEN 0 AND 1000000000000),
  random_assigned_micro INTEGER NOT NULL CHECK (random_assigned_micro BETWEEN 0 AND 1000000000000),
  transferred_micro INTEGER NOT NULL
    CHECK (transferred_micro BETWEEN -1000000000000 AND 1000000000000),
  random_transferred_micro INTEGER NOT NULL
    CHECK (random_transferred_micro BETWEEN -1000000000000 AND 1000000000000),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, cycle_id) REFERENCES cycle (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX cycle_share_by_version ON cycle_share (scope, version);
CREATE INDEX cycle_share_by_cycle_id ON cycle_share (scope, cycle_id);
CREATE INDEX cycle_share_by_roommate_id ON cycle_share (scope, roommate_id);

CREATE TABLE assignment (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  chore_id BLOB NOT NULL CHECK (length(chore_id) = 16),
  roommate_id BLOB NOT NULL CHECK (length(roommate_id) = 16),
  cycle_id BLOB NOT NULL CHECK (length(cycle_id) = 16),
  chore_name TEXT NOT NULL CHECK (length(chore_name) BETWEEN 1 AND 200),
  roommate_name TEXT NOT NULL CHECK (length(roommate_name) BETWEEN 1 AND 100),
  frequency TEXT NOT NULL CHECK (frequency IN ('daily', 'weekly', 'bi-weekly', 'monthly')),
  type TEXT NOT NULL CHECK (type IN ('predefined', 'random')),
  points INTEGER NOT NULL CHECK (points BETWEEN 1 AND 20),
  occurrence INTEGER NOT NULL CHECK (occurrence BETWEEN 0 AND 84005),
  share_day INTEGER NOT NULL CHECK (share_day BETWEEN 0 AND 84005),
  assigned_at INTEGER NOT NULL CHECK (assigned_at BETWEEN 0 AND 7258118399999),
  due_date INTEGER NOT NULL CHECK (due_date BETWEEN 0 AND 84005),
  status TEXT NOT NULL CHECK (status IN ('open', 'done', 'skipped', 'missed', 'cancelled')),
  rule TEXT NOT NULL
    CHECK (rule IN ('rotation', 'owed_turn', 'lowest_balance', 'floor', 'lock', 'swap',
      'only_eligible')),
  completed_at INTEGER CHECK (completed_at BETWEEN 0 AND 7258118399999),
  completed_by BLOB CHECK (length(completed_by) = 16),
  is_completed_by_subtasks INTEGER NOT NULL CHECK (is_completed_by_subtasks IN (0, 1)),
  points_awarded INTEGER CHECK (points_awarded BETWEEN 0 AND 20),
  is_locked INTEGER NOT NULL CHECK (is_locked IN (0, 1)),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id),
  FOREIGN KEY (scope, cycle_id) REFERENCES cycle (scope, id),
  FOREIGN KEY (scope, completed_by) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX assignment_by_version ON assignment (scope, version);
CREATE INDEX assignment_by_chore_id ON assignment (scope, chore_id);
CREATE INDEX assignment_by_roommate_id ON assignment (scope, roommate_id);
CREATE INDEX assignment_by_cycle_id ON assignment (scope, cycle_id);

CREATE TABLE completion (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  assignment_id BLOB NOT NULL CHECK (length(assignment_id) = 16),
  sub_chore_id BLOB NOT NULL CHECK (length(sub_chore_id) = 16),
  done_at INTEGER NOT NULL CHECK (done_at BETWEEN 0 AND 7258118399999),
  done_by BLOB CHECK (length(done_by) = 16),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, assignment_id) REFERENCES assignment (scope, id),
  FOREIGN KEY (scope, done_by) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX completion_by_version ON completion (scope, version);
CREATE INDEX completion_by_assignment_id ON completion (scope, assignment_id);
CREATE INDEX completion_by_sub_chore_id ON completion (scope, sub_chore_id);

CREATE TABLE ledger_entry (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  cycle_id BLOB NOT NULL CHECK (length(cycle_id) = 16),
  roommate_id BLOB NOT NULL CHECK (length(roommate_id) = 16),
  assignment_id BLOB CHECK (length(assignment_id) = 16),
  kind TEXT NOT NULL
    CHECK (kind IN ('assigned', 'earned', 'reversed', 'adjusted', 'opening', 'transferred',
      'transferred_random')),
  amount_micro INTEGER NOT NULL CHECK (amount_micro BETWEEN -1000000000000 AND 1000000000000),
  "at" INTEGER NOT NULL CHECK ("at" BETWEEN 0 AND 7258118399999),
  "by" BLOB CHECK (length("by") = 16),
  reason TEXT CHECK (length(reason) BETWEEN 1 AND 500),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, cycle_id) REFERENCES cycle (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX ledger_entry_by_version ON ledger_entry (scope, version);
CREATE INDEX ledger_entry_by_cycle_id ON ledger_entry (scope, cycle_id);
CREATE INDEX ledger_entry_by_roommate_id ON ledger_entry (scope, roommate_id);
CREATE INDEX ledger_entry_by_assignment_id ON ledger_entry (scope, assignment_id);

CREATE TABLE personal_settings (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  theme TEXT NOT NULL CHECK (theme IN ('system', 'light', 'dark', 'high_contrast')),
  language TEXT NOT NULL CHECK (length(language) BETWEEN 0 AND 35),
  has_quiet_hours INTEGER NOT NULL CHECK (has_quiet_hours IN (0, 1)),
  quiet_from_minute INTEGER NOT NULL CHECK (quiet_from_minute BETWEEN 0 AND 1439),
  quiet_until_minute INTEGER NOT NULL CHECK (quiet_until_minute BETWEEN 0 AND 1439),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX personal_settings_by_version ON personal_settings (scope, version);
