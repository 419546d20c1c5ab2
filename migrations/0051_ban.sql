-- What misconduct bars (新乡第十六条, 克州第二十五条（一）, 包头第三十六条): a finding by whom the document names, with its paper; it lasts years, for ever, or until the same
-- authority decides otherwise. A finding that was wrong is withdrawn by another person and then never was; one that lasts until decided is lifted from a day on.
CREATE TABLE ban (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL,
  -- the document's rule by its id, and what was done, by its words
  rule TEXT NOT NULL, conduct TEXT NOT NULL,
  -- an institution by its row, a firm by its code
  org_id TEXT REFERENCES organisation (id), credit_code TEXT, name TEXT NOT NULL,
  from_day TEXT NOT NULL, through_day TEXT, first_allowed TEXT,
  case_id TEXT REFERENCES case_file (id), clawback INTEGER NOT NULL DEFAULT 0 CHECK (clawback >= 0),
  document_no TEXT NOT NULL CHECK (document_no <> ''), reason TEXT NOT NULL,
  by_org TEXT NOT NULL REFERENCES organisation (id), made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL,
  CHECK ((org_id IS NULL) <> (credit_code IS NULL))
) STRICT;
CREATE INDEX ban_scheme ON ban (scheme_id, recorded_at, id);
CREATE INDEX ban_firm ON ban (scheme_id, credit_code) WHERE credit_code IS NOT NULL;
CREATE INDEX ban_org ON ban (scheme_id, org_id) WHERE org_id IS NOT NULL;
CREATE TRIGGER ban_no_update BEFORE UPDATE ON ban BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ban_no_delete BEFORE DELETE ON ban BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ban_no_replace BEFORE INSERT ON ban WHEN EXISTS (SELECT 1 FROM ban WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE ban_withdrawal (
  ban_id TEXT PRIMARY KEY REFERENCES ban (id), document_no TEXT NOT NULL CHECK (document_no <> ''), reason TEXT NOT NULL, on_day TEXT NOT NULL,
  made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ban_withdrawal_no_update BEFORE UPDATE ON ban_withdrawal BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ban_withdrawal_no_delete BEFORE DELETE ON ban_withdrawal BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ban_withdrawal_no_replace BEFORE INSERT ON ban_withdrawal WHEN EXISTS (SELECT 1 FROM ban_withdrawal WHERE ban_id = NEW.ban_id)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER ban_withdrawal_other BEFORE INSERT ON ban_withdrawal WHEN (SELECT made_by FROM ban WHERE id = NEW.ban_id) = NEW.made_by
BEGIN SELECT RAISE(ABORT, 'same_person'); END;

CREATE TABLE ban_lift (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL, rule TEXT NOT NULL, org_id TEXT REFERENCES organisation (id), credit_code TEXT,
  document_no TEXT NOT NULL CHECK (document_no <> ''), reason TEXT NOT NULL, on_day TEXT NOT NULL, by_org TEXT NOT NULL REFERENCES organisation (id),
  made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL, CHECK ((org_id IS NULL) <> (credit_code IS NULL))
) STRICT;
CREATE INDEX ban_lift_firm ON ban_lift (scheme_id, credit_code) WHERE credit_code IS NOT NULL;
CREATE INDEX ban_lift_org ON ban_lift (scheme_id, org_id) WHERE org_id IS NOT NULL;
CREATE INDEX ban_lift_scheme ON ban_lift (scheme_id, recorded_at, id);
CREATE TRIGGER ban_lift_no_update BEFORE UPDATE ON ban_lift BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ban_lift_no_delete BEFORE DELETE ON ban_lift BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ban_lift_no_replace BEFORE INSERT ON ban_lift WHEN EXISTS (SELECT 1 FROM ban_lift WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
