-- Joint review (三（三）): meetings, the open round of each review, and sealed ballots. A ballot that comes late, twice or from a stranger is refused here too.
CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  title TEXT NOT NULL,
  held_on TEXT NOT NULL,
  place TEXT NOT NULL,
  convoked_by TEXT NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_scheme ON meeting (scheme_id, held_on, id);

CREATE TABLE review (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  round INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL DEFAULT 'scheduled' CHECK (status IN ('scheduled', 'open', 'decided', 'deferred'))
) STRICT;
CREATE INDEX review_meeting ON review (meeting_id);
CREATE INDEX review_case ON review (case_id);

CREATE TABLE review_seat (
  review_id TEXT NOT NULL REFERENCES review (id),
  org_id TEXT NOT NULL REFERENCES organisation (id),
  PRIMARY KEY (review_id, org_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE ballot (
  review_id TEXT NOT NULL REFERENCES review (id),
  round INTEGER NOT NULL,
  org_id TEXT NOT NULL REFERENCES organisation (id),
  sealed TEXT NOT NULL,
  PRIMARY KEY (review_id, round, org_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ballot_no_update BEFORE UPDATE ON ballot BEGIN SELECT RAISE(ABORT, 'unit_already_voted'); END;
CREATE TRIGGER ballot_no_delete BEFORE DELETE ON ballot BEGIN SELECT RAISE(ABORT, 'unit_already_voted'); END;
CREATE TRIGGER ballot_once BEFORE INSERT ON ballot
WHEN EXISTS (SELECT 1 FROM ballot WHERE review_id = NEW.review_id AND round = NEW.round AND org_id = NEW.org_id)
BEGIN SELECT RAISE(ABORT, 'unit_already_voted'); END;
CREATE TRIGGER ballot_in_time BEFORE INSERT ON ballot
WHEN NOT EXISTS (SELECT 1 FROM review WHERE id = NEW.review_id AND status = 'open' AND round = NEW.round)
BEGIN SELECT RAISE(ABORT, 'review_not_open'); END;
CREATE TRIGGER ballot_by_seat BEFORE INSERT ON ballot
WHEN NOT EXISTS (SELECT 1 FROM review_seat WHERE review_id = NEW.review_id AND org_id = NEW.org_id)
BEGIN SELECT RAISE(ABORT, 'unit_not_on_panel'); END;
