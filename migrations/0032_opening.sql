-- A district that starts in the middle (六, 二（二）1): what an import brought, row by row, and how the whole of it is taken back while nothing has happened on it since.
-- The import's own records stay: its voucher, its events, its loans with a mark. What only serves the present goes: who has used up the one loan, the rows for lists.
CREATE TABLE opening_import (
  voucher_id TEXT PRIMARY KEY REFERENCES voucher (id), scheme_id TEXT NOT NULL,
  -- its postings, one after another
  first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq), recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE opening_case (
  case_id TEXT PRIMARY KEY REFERENCES case_file (id), scheme_id TEXT NOT NULL, voucher_id TEXT NOT NULL REFERENCES voucher (id),
  loan_id TEXT NOT NULL UNIQUE, claim_id TEXT,
  -- the last event that the import wrote: a case that went on has a later one
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX opening_case_voucher ON opening_case (voucher_id);
CREATE TRIGGER opening_import_no_update BEFORE UPDATE ON opening_import BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER opening_import_no_delete BEFORE DELETE ON opening_import BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER opening_import_no_replace BEFORE INSERT ON opening_import WHEN EXISTS (SELECT 1 FROM opening_import WHERE voucher_id = NEW.voucher_id)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER opening_case_no_update BEFORE UPDATE ON opening_case BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER opening_case_no_delete BEFORE DELETE ON opening_case BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER opening_case_no_replace BEFORE INSERT ON opening_case WHEN EXISTS (SELECT 1 FROM opening_case WHERE case_id = NEW.case_id)
  OR EXISTS (SELECT 1 FROM opening_case WHERE loan_id = NEW.loan_id)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

-- The voucher by which a loan's import was taken back, done by two persons; nothing else of a loan ever changes. Its contract number is marked with it, for the same contract may be brought in again.
ALTER TABLE loan ADD COLUMN undone_by TEXT REFERENCES voucher (id);
DROP TRIGGER loan_no_update;
CREATE TRIGGER loan_no_update BEFORE UPDATE ON loan
WHEN OLD.undone_by IS NOT NULL OR NEW.undone_by IS NULL OR NEW.contract_no <> OLD.contract_no || ' ' || NEW.undone_by OR NEW.id <> OLD.id OR NEW.scheme_id <> OLD.scheme_id
  OR NEW.case_id <> OLD.case_id OR NEW.credit_code <> OLD.credit_code OR NEW.name <> OLD.name OR NEW.lender_org <> OLD.lender_org OR NEW.partner_org IS NOT OLD.partner_org
  OR NEW.mode <> OLD.mode OR NEW.principal <> OLD.principal OR NEW.rate <> OLD.rate OR NEW.term_months <> OLD.term_months OR NEW.disbursed_on <> OLD.disbursed_on
  OR NEW.tier <> OLD.tier OR NEW.ratio <> OLD.ratio OR NEW.recorded_at <> OLD.recorded_at
  OR NOT EXISTS (SELECT 1 FROM opening_case o JOIN voucher v ON v.id = NEW.undone_by AND v.kind = 'undo_opening' AND v.status = 'done' AND v.about = o.voucher_id WHERE o.case_id = OLD.case_id)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
DROP TRIGGER loan_use_no_delete;
CREATE TRIGGER loan_use_no_delete BEFORE DELETE ON loan_use WHEN NOT EXISTS (SELECT 1 FROM loan WHERE id = OLD.loan_id AND undone_by IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'one_loan_only'); END;
CREATE INDEX loan_use_loan ON loan_use (loan_id);
DROP TRIGGER loan_file_no_delete;
CREATE TRIGGER loan_file_no_delete BEFORE DELETE ON loan_file WHEN NOT EXISTS (SELECT 1 FROM loan WHERE id = OLD.loan_id AND undone_by IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
DROP TRIGGER slot_moves;
CREATE TRIGGER slot_moves BEFORE UPDATE ON slot
WHEN NEW.status = 'reserved' OR NEW.year <> OLD.year OR NEW.case_id <> OLD.case_id
  OR (OLD.status <> 'reserved' AND NOT (OLD.status = 'used' AND NEW.status = 'released' AND EXISTS (SELECT 1 FROM loan WHERE case_id = OLD.case_id AND undone_by IS NOT NULL)))
BEGIN SELECT RAISE(ABORT, 'high_quota_used'); END;
