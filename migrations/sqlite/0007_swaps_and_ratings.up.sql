-- Schema 4: swaps, effort votes, reasons of vetoes, ways of dividing, and own ratings.
ALTER TABLE household ADD COLUMN division_method TEXT NOT NULL DEFAULT 'balanced'
  CHECK (division_method IN ('balanced', 'classic', 'own_ratings'));
ALTER TABLE household ADD COLUMN plans_whole_cycle INTEGER NOT NULL DEFAULT 0
  CHECK (plans_whole_cycle IN (0, 1));
ALTER TABLE household ADD COLUMN counts_effort INTEGER NOT NULL DEFAULT 0
  CHECK (counts_effort IN (0, 1));
ALTER TABLE household ADD COLUMN needs_veto_reasons INTEGER NOT NULL DEFAULT 0
  CHECK (needs_veto_reasons IN (0, 1));
ALTER TABLE preference ADD COLUMN has_reason INTEGER NOT NULL DEFAULT 0
  CHECK (has_reason IN (0, 1));
ALTER TABLE cycle_share ADD COLUMN own_micro INTEGER NOT NULL DEFAULT 0
  CHECK (own_micro BETWEEN -1000000000000 AND 1000000000000);

CREATE TABLE effort_vote (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  chore_id BLOB NOT NULL CHECK (length(chore_id) = 16),
  roommate_id BLOB NOT NULL CHECK (length(roommate_id) = 16),
  points INTEGER NOT NULL CHECK (points BETWEEN 1 AND 20),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, chore_id) REFERENCES chore (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX effort_vote_by_version ON effort_vote (scope, version);
CREATE INDEX effort_vote_by_chore_id ON effort_vote (scope, chore_id);
CREATE INDEX effort_vote_by_roommate_id ON effort_vote (scope, roommate_id);

CREATE TABLE rated_share (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  assignment_id BLOB NOT NULL CHECK (length(assignment_id) = 16),
  roommate_id BLOB NOT NULL CHECK (length(roommate_id) = 16),
  rating_micro INTEGER NOT NULL CHECK (rating_micro BETWEEN 0 AND 1000000000000),
  share_micro INTEGER NOT NULL CHECK (share_micro BETWEEN 0 AND 1000000000000),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, assignment_id) REFERENCES assignment (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX rated_share_by_version ON rated_share (scope, version);
CREATE INDEX rated_share_by_assignment_id ON rated_share (scope, assignment_id);
CREATE INDEX rated_share_by_roommate_id ON rated_share (scope, roommate_id);

CREATE TABLE swap (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  assignment_id BLOB NOT NULL CHECK (length(assignment_id) = 16),
  in_return BLOB CHECK (length(in_return) = 16),
  from_roommate BLOB NOT NULL CHECK (length(from_roommate) = 16),
  to_roommate BLOB CHECK (length(to_roommate) = 16),
  state TEXT NOT NULL
    CHECK (state IN ('proposed', 'accepted', 'declined', 'withdrawn', 'expired', 'undone')),
  proposed_at INTEGER NOT NULL CHECK (proposed_at BETWEEN 0 AND 7258118399999),
  decided_at INTEGER CHECK (decided_at BETWEEN 0 AND 7258118399999),
  decided_by BLOB CHECK (length(decided_by) = 16),
  note TEXT CHECK (length(note) BETWEEN 1 AND 300),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, assignment_id) REFERENCES assignment (scope, id),
  FOREIGN KEY (scope, in_return) REFERENCES assignment (scope, id),
  FOREIGN KEY (scope, from_roommate) REFERENCES roommate (scope, id),
  FOREIGN KEY (scope, to_roommate) REFERENCES roommate (scope, id),
  FOREIGN KEY (scope, decided_by) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX swap_by_version ON swap (scope, version);
CREATE INDEX swap_by_assignment_id ON swap (scope, assignment_id);
CREATE INDEX swap_by_in_return ON swap (scope, in_return);

CREATE TABLE swap_decline (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  swap_id BLOB NOT NULL CHECK (length(swap_id) = 16),
  roommate_id BLOB NOT NULL CHECK (length(roommate_id) = 16),
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 7258118399999),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, swap_id) REFERENCES swap (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX swap_decline_by_version ON swap_decline (scope, version);
CREATE INDEX swap_decline_by_swap_id ON swap_decline (scope, swap_id);

CREATE TABLE veto_reason (
  scope BLOB NOT NULL CHECK (length(scope) = 16),
  id BLOB NOT NULL CHECK (length(id) = 16),
  household_id BLOB NOT NULL CHECK (length(household_id) = 16),
  chore_id BLOB NOT NULL CHECK (length(chore_id) = 16),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  version INTEGER NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX veto_reason_by_version ON veto_reason (scope, version);
CREATE INDEX veto_reason_by_household_id ON veto_reason (scope, household_id);
