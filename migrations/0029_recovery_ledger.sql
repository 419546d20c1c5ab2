-- The ledger of recoveries (三（七）3): published once a quarter with its figures as they stood on that day, whatever comes after; a record, never edited.
CREATE TABLE recovery_publication (
  scheme_id TEXT NOT NULL,
  quarter TEXT NOT NULL CHECK (quarter GLOB '[0-9][0-9][0-9][0-9]Q[1-4]'),
  on_day TEXT NOT NULL,
  published_by TEXT NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, quarter)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER recovery_publication_no_update BEFORE UPDATE ON recovery_publication BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER recovery_publication_no_delete BEFORE DELETE ON recovery_publication BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER recovery_publication_no_replace BEFORE INSERT ON recovery_publication
WHEN EXISTS (SELECT 1 FROM recovery_publication WHERE scheme_id = NEW.scheme_id AND quarter = NEW.quarter)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE recovery_published (
  scheme_id TEXT NOT NULL,
  quarter TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  payee_org TEXT NOT NULL REFERENCES organisation (id),
  stage TEXT NOT NULL,
  paid INTEGER NOT NULL,
  recovered INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  pending INTEGER NOT NULL,
  out INTEGER NOT NULL,
  written_off INTEGER NOT NULL,
  touched_on TEXT NOT NULL,
  PRIMARY KEY (scheme_id, quarter, case_id),
  FOREIGN KEY (scheme_id, quarter) REFERENCES recovery_publication (scheme_id, quarter)
) STRICT, WITHOUT ROWID;
CREATE INDEX recovery_published_payee ON recovery_published (scheme_id, payee_org, quarter, returned);
CREATE TRIGGER recovery_published_no_update BEFORE UPDATE ON recovery_published BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER recovery_published_no_delete BEFORE DELETE ON recovery_published BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER recovery_published_no_replace BEFORE INSERT ON recovery_published
WHEN EXISTS (SELECT 1 FROM recovery_published WHERE scheme_id = NEW.scheme_id AND quarter = NEW.quarter AND case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

-- The ledger is listed by its last entry, for the district and for each who is paid; what is late is found by its day.
CREATE INDEX loan_file_recovery ON loan_file (scheme_id, touched_on, case_id) WHERE claim_id IS NOT NULL;
CREATE INDEX loan_file_recovery_payee ON loan_file (scheme_id, payee_org, touched_on, case_id) WHERE claim_id IS NOT NULL;
CREATE INDEX case_wait_due ON case_wait (scheme_id, what, due_on);

-- What was paid, came back and was written off in each quarter, by who was paid: follows the rows of loan files, so that the picture adds nothing up.
CREATE TABLE recovery_quarter (
  scheme_id TEXT NOT NULL,
  quarter TEXT NOT NULL,
  payee_org TEXT NOT NULL,
  paid INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  written_off INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, quarter, payee_org)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER recovery_quarter_paid AFTER UPDATE OF paid ON loan_file WHEN NEW.paid <> OLD.paid BEGIN
  INSERT INTO recovery_quarter (scheme_id, quarter, payee_org, paid, returned, written_off)
    VALUES (NEW.scheme_id, substr(NEW.paid_on, 1, 4) || 'Q' || ((substr(NEW.paid_on, 6, 2) + 2) / 3), COALESCE(NEW.payee_org, ''), NEW.paid - OLD.paid, 0, 0)
    ON CONFLICT (scheme_id, quarter, payee_org) DO UPDATE SET paid = paid + excluded.paid;
END;
CREATE TRIGGER recovery_quarter_back AFTER UPDATE OF returned, written_off ON loan_file
WHEN NEW.returned <> OLD.returned OR NEW.written_off <> OLD.written_off BEGIN
  INSERT INTO recovery_quarter (scheme_id, quarter, payee_org, paid, returned, written_off)
    VALUES (NEW.scheme_id, substr(NEW.touched_on, 1, 4) || 'Q' || ((substr(NEW.touched_on, 6, 2) + 2) / 3), COALESCE(NEW.payee_org, ''), 0,
      NEW.returned - OLD.returned, NEW.written_off - OLD.written_off)
    ON CONFLICT (scheme_id, quarter, payee_org) DO UPDATE SET returned = returned + excluded.returned, written_off = written_off + excluded.written_off;
END;
-- a case that was running before this district kept its books here comes in with what had happened to it
CREATE TRIGGER recovery_quarter_opened AFTER INSERT ON loan_file WHEN NEW.paid > 0 BEGIN
  INSERT INTO recovery_quarter (scheme_id, quarter, payee_org, paid, returned, written_off)
    VALUES (NEW.scheme_id, substr(NEW.paid_on, 1, 4) || 'Q' || ((substr(NEW.paid_on, 6, 2) + 2) / 3), COALESCE(NEW.payee_org, ''), NEW.paid, 0, 0)
    ON CONFLICT (scheme_id, quarter, payee_org) DO UPDATE SET paid = paid + excluded.paid;
  INSERT INTO recovery_quarter (scheme_id, quarter, payee_org, paid, returned, written_off)
    VALUES (NEW.scheme_id, substr(NEW.touched_on, 1, 4) || 'Q' || ((substr(NEW.touched_on, 6, 2) + 2) / 3), COALESCE(NEW.payee_org, ''), 0, NEW.returned, NEW.written_off)
    ON CONFLICT (scheme_id, quarter, payee_org) DO UPDATE SET returned = returned + excluded.returned, written_off = written_off + excluded.written_off;
END;
