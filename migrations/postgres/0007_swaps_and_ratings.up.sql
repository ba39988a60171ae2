-- Schema 4: swaps, effort votes, reasons of vetoes, ways of dividing, and own ratings.
ALTER TABLE household ADD COLUMN division_method text NOT NULL DEFAULT 'balanced'
  CHECK (division_method IN ('balanced', 'classic', 'own_ratings'));
ALTER TABLE household ADD COLUMN plans_whole_cycle boolean NOT NULL DEFAULT false;
ALTER TABLE household ADD COLUMN counts_effort boolean NOT NULL DEFAULT false;
ALTER TABLE household ADD COLUMN needs_veto_reasons boolean NOT NULL DEFAULT false;
ALTER TABLE preference ADD COLUMN has_reason boolean NOT NULL DEFAULT false;
ALTER TABLE cycle_share ADD COLUMN own_micro bigint NOT NULL DEFAULT 0
  CHECK (own_micro BETWEEN -1000000000000 AND 1000000000000);

CREATE TABLE effort_vote (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  chore_id uuid NOT NULL,
  roommate_id uuid NOT NULL,
  points bigint NOT NULL CHECK (points BETWEEN 1 AND 20),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, chore_id) REFERENCES chore (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
);

CREATE INDEX effort_vote_by_version ON effort_vote (scope, version, id);
CREATE INDEX effort_vote_by_chore_id ON effort_vote (scope, chore_id);
CREATE INDEX effort_vote_by_roommate_id ON effort_vote (scope, roommate_id);

CREATE TABLE rated_share (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  roommate_id uuid NOT NULL,
  rating_micro bigint NOT NULL CHECK (rating_micro BETWEEN 0 AND 1000000000000),
  share_micro bigint NOT NULL CHECK (share_micro BETWEEN 0 AND 1000000000000),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, assignment_id) REFERENCES assignment (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
);

CREATE INDEX rated_share_by_version ON rated_share (scope, version, id);
CREATE INDEX rated_share_by_assignment_id ON rated_share (scope, assignment_id);
CREATE INDEX rated_share_by_roommate_id ON rated_share (scope, roommate_id);

CREATE TABLE swap (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  assignment_id uuid NOT NULL,
  in_return uuid,
  from_roommate uuid NOT NULL,
  to_roommate uuid,
  state text NOT NULL
    CHECK (state IN ('proposed', 'accepted', 'declined', 'withdrawn', 'expired', 'undone')),
  proposed_at bigint NOT NULL CHECK (proposed_at BETWEEN 0 AND 7258118399999),
  decided_at bigint CHECK (decided_at BETWEEN 0 AND 7258118399999),
  decided_by uuid,
  note text CHECK (char_length(note) BETWEEN 1 AND 300),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, assignment_id) REFERENCES assignment (scope, id),
  FOREIGN KEY (scope, in_return) REFERENCES assignment (scope, id),
  FOREIGN KEY (scope, from_roommate) REFERENCES roommate (scope, id),
  FOREIGN KEY (scope, to_roommate) REFERENCES roommate (scope, id),
  FOREIGN KEY (scope, decided_by) REFERENCES roommate (scope, id)
);

CREATE INDEX swap_by_version ON swap (scope, version, id);
CREATE INDEX swap_by_assignment_id ON swap (scope, assignment_id);
CREATE INDEX swap_by_in_return ON swap (scope, in_return);

CREATE TABLE swap_decline (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  swap_id uuid NOT NULL,
  roommate_id uuid NOT NULL,
  at bigint NOT NULL CHECK (at BETWEEN 0 AND 7258118399999),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id),
  FOREIGN KEY (scope, swap_id) REFERENCES swap (scope, id),
  FOREIGN KEY (scope, roommate_id) REFERENCES roommate (scope, id)
);

CREATE INDEX swap_decline_by_version ON swap_decline (scope, version, id);
CREATE INDEX swap_decline_by_swap_id ON swap_decline (scope, swap_id);

CREATE TABLE veto_reason (
  scope uuid NOT NULL,
  id uuid NOT NULL,
  household_id uuid NOT NULL,
  chore_id uuid NOT NULL,
  reason text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 500),
  version bigint NOT NULL CHECK (version > 0),
  PRIMARY KEY (scope, id)
);

CREATE INDEX veto_reason_by_version ON veto_reason (scope, version, id);
CREATE INDEX veto_reason_by_household_id ON veto_reason (scope, household_id);
