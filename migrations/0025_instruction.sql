-- Numbered orders to the account bank (二（二）4): drawn up by one person, checked by another, moved forward only, one open order a payable. The ledger holds the money; this holds the paper.
CREATE TABLE fund_instruction (
  scheme_id TEXT NOT NULL,
  no TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL CHECK (serial >= 1),
  payable_id TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  on_day TEXT NOT NULL,
  plan TEXT NOT NULL CHECK (json_valid(plan)),
  parts TEXT CHECK (parts IS NULL OR json_valid(parts)),
  ratio TEXT NOT NULL,
  government_document TEXT,
  until_day TEXT,
  status TEXT NOT NULL CHECK (status IN ('DRAWN_UP', 'INSTRUCTED', 'APPLIED', 'FIN_APPROVED', 'TRANSFERRED', 'PAID', 'CANCELLED')),
  made_by TEXT NOT NULL REFERENCES person (id),
  checked_by TEXT REFERENCES person (id) CHECK (checked_by IS NULL OR checked_by <> made_by),
  moved_at INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, no),
  UNIQUE (scheme_id, year, serial),
  CHECK (status IN ('DRAWN_UP', 'CANCELLED') OR checked_by IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX instruction_open ON fund_instruction (scheme_id, payable_id) WHERE status <> 'CANCELLED';
CREATE INDEX instruction_case ON fund_instruction (case_id);
CREATE INDEX instruction_status ON fund_instruction (scheme_id, status, moved_at, no);
CREATE INDEX instruction_moved ON fund_instruction (scheme_id, moved_at, no);
CREATE TRIGGER instruction_forward BEFORE UPDATE ON fund_instruction
WHEN NEW.payable_id <> OLD.payable_id OR NEW.plan <> OLD.plan OR NEW.made_by <> OLD.made_by OR (OLD.checked_by IS NOT NULL AND NEW.checked_by IS NOT OLD.checked_by)
  OR NOT ((OLD.status = 'DRAWN_UP' AND NEW.status IN ('INSTRUCTED', 'APPLIED', 'CANCELLED')) OR (OLD.status = 'APPLIED' AND NEW.status IN ('FIN_APPROVED', 'CANCELLED'))
    OR (OLD.status = 'FIN_APPROVED' AND NEW.status IN ('TRANSFERRED', 'CANCELLED')) OR (OLD.status IN ('INSTRUCTED', 'TRANSFERRED') AND NEW.status IN ('PAID', 'CANCELLED')))
BEGIN SELECT RAISE(ABORT, 'quota_state'); END;
CREATE TRIGGER instruction_no_delete BEFORE DELETE ON fund_instruction BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER instruction_no_replace BEFORE INSERT ON fund_instruction
WHEN EXISTS (SELECT 1 FROM fund_instruction WHERE scheme_id = NEW.scheme_id AND (no = NEW.no OR (year = NEW.year AND serial = NEW.serial) OR (payable_id = NEW.payable_id AND status <> 'CANCELLED')))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE instruction_step (
  scheme_id TEXT NOT NULL, no TEXT NOT NULL, place INTEGER NOT NULL, status TEXT NOT NULL, person_id TEXT NOT NULL, org_id TEXT NOT NULL, at INTEGER NOT NULL, why TEXT,
  PRIMARY KEY (scheme_id, no, place)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER instruction_step_no_update BEFORE UPDATE ON instruction_step BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER instruction_step_no_delete BEFORE DELETE ON instruction_step BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER instruction_step_no_replace BEFORE INSERT ON instruction_step
WHEN EXISTS (SELECT 1 FROM instruction_step WHERE scheme_id = NEW.scheme_id AND no = NEW.no AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'stale'); END;
