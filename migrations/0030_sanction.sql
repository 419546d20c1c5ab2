-- Answering for misconduct (三（七）3, 四, 六): firms and people on the list, measures against institutions, what rating units determined, notes on departments,
-- and the government's consent to deals from before the agreement. Records: never edited; a listing entered by mistake is lifted once, with a reason, by another person.
CREATE TABLE listing (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL, credit_code TEXT NOT NULL, name TEXT NOT NULL, representative_key TEXT, representative_name TEXT,
  reason TEXT NOT NULL, platform TEXT NOT NULL, listed_on TEXT NOT NULL, evidence TEXT, made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL,
  lifted_on TEXT, lifted_reason TEXT, lifted_document TEXT, lifted_by TEXT CHECK (lifted_by IS NULL OR lifted_by <> made_by)
) STRICT;
CREATE INDEX listing_firm ON listing (scheme_id, credit_code);
CREATE INDEX listing_person ON listing (scheme_id, representative_key) WHERE representative_key IS NOT NULL;
CREATE INDEX listing_scheme ON listing (scheme_id, recorded_at, id);
CREATE TRIGGER listing_lifted_once BEFORE UPDATE ON listing
WHEN OLD.lifted_on IS NOT NULL OR NEW.lifted_on IS NULL OR NEW.lifted_by IS NULL OR NEW.credit_code <> OLD.credit_code OR NEW.listed_on <> OLD.listed_on OR NEW.reason <> OLD.reason
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER listing_no_delete BEFORE DELETE ON listing BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER listing_no_replace BEFORE INSERT ON listing WHEN EXISTS (SELECT 1 FROM listing WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE measure (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL, org_id TEXT NOT NULL REFERENCES organisation (id), kind TEXT NOT NULL CHECK (kind IN ('rung', 'measure')), what TEXT NOT NULL,
  on_day TEXT NOT NULL, until_day TEXT, reason TEXT NOT NULL, case_id TEXT REFERENCES case_file (id), loan_id TEXT, ratio TEXT, article TEXT NOT NULL,
  made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX measure_org ON measure (scheme_id, org_id, on_day);
CREATE INDEX measure_scheme ON measure (scheme_id, recorded_at, id);
CREATE TRIGGER measure_no_update BEFORE UPDATE ON measure BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER measure_no_delete BEFORE DELETE ON measure BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER measure_no_replace BEFORE INSERT ON measure WHEN EXISTS (SELECT 1 FROM measure WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE determination (
  case_id TEXT NOT NULL REFERENCES case_file (id), type TEXT NOT NULL, org_id TEXT NOT NULL REFERENCES organisation (id), document_no TEXT NOT NULL, detail TEXT NOT NULL,
  on_day TEXT NOT NULL, person_id TEXT NOT NULL, recorded_at INTEGER NOT NULL, PRIMARY KEY (case_id, type, org_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER determination_no_update BEFORE UPDATE ON determination BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER determination_no_delete BEFORE DELETE ON determination BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER determination_no_replace BEFORE INSERT ON determination
WHEN EXISTS (SELECT 1 FROM determination WHERE case_id = NEW.case_id AND type = NEW.type AND org_id = NEW.org_id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE misconduct (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL, org_id TEXT NOT NULL REFERENCES organisation (id), type TEXT NOT NULL, detail TEXT NOT NULL, case_id TEXT REFERENCES case_file (id),
  on_day TEXT NOT NULL, made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX misconduct_org ON misconduct (scheme_id, org_id, on_day);
CREATE TRIGGER misconduct_no_update BEFORE UPDATE ON misconduct BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER misconduct_no_delete BEFORE DELETE ON misconduct BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER misconduct_no_replace BEFORE INSERT ON misconduct WHEN EXISTS (SELECT 1 FROM misconduct WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE transition (
  case_id TEXT PRIMARY KEY REFERENCES case_file (id), scheme_id TEXT NOT NULL, document_no TEXT NOT NULL, on_day TEXT NOT NULL, person_id TEXT NOT NULL, recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER transition_no_update BEFORE UPDATE ON transition BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER transition_no_delete BEFORE DELETE ON transition BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER transition_no_replace BEFORE INSERT ON transition WHEN EXISTS (SELECT 1 FROM transition WHERE case_id = NEW.case_id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
