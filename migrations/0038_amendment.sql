-- A reading or a number that the district reads or sets otherwise from a day on: proposed by one person of the office, agreed to by a second. Approved rows are versions of the
-- document's parameters for ever, so an old decision is recomputed from the version that stood on its day.
CREATE TABLE amendment (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  -- the parameter's key and its value from the day on, as JSON
  key TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  from_day TEXT NOT NULL,
  -- the paper that the document asks for, where it asks for one
  document_no TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL CHECK (reason <> ''),
  proposed_by TEXT NOT NULL REFERENCES person (id),
  proposed_org TEXT NOT NULL REFERENCES organisation (id),
  proposed_on TEXT NOT NULL,
  proposed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX amendment_scheme ON amendment (scheme_id, proposed_at, id);

CREATE TABLE amendment_decision (
  amendment_id TEXT PRIMARY KEY REFERENCES amendment (id),
  scheme_id TEXT NOT NULL,
  approved INTEGER NOT NULL CHECK (approved IN (0, 1)),
  reason TEXT NOT NULL DEFAULT '',
  decided_by TEXT NOT NULL REFERENCES person (id),
  decided_on TEXT NOT NULL,
  decided_at INTEGER NOT NULL
) STRICT;
CREATE INDEX amendment_decision_scheme ON amendment_decision (scheme_id, approved, decided_at, amendment_id);

CREATE TRIGGER amendment_kept BEFORE UPDATE ON amendment BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER amendment_stays BEFORE DELETE ON amendment BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER amendment_once BEFORE INSERT ON amendment WHEN EXISTS (SELECT 1 FROM amendment WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER amendment_decision_kept BEFORE UPDATE ON amendment_decision BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER amendment_decision_stays BEFORE DELETE ON amendment_decision BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER amendment_decision_once BEFORE INSERT ON amendment_decision WHEN EXISTS (SELECT 1 FROM amendment_decision WHERE amendment_id = NEW.amendment_id)
  BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- two persons; which days a version may begin on is for the rules to say
CREATE TRIGGER amendment_two_persons BEFORE INSERT ON amendment_decision
  WHEN (SELECT proposed_by FROM amendment WHERE id = NEW.amendment_id) = NEW.decided_by BEGIN SELECT RAISE(ABORT, 'same_person'); END;
