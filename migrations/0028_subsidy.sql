-- The premium subsidy (二（五）3, 三（八）, 五): policies as partner insurers registered them, what firms ask for on their receipts, premium that was given back and what of
-- the subsidy came back. A receipt of a policy is subsidised once; a policy, a refund and a return are records and stay as they were written.
CREATE TABLE policy (
  scheme_id TEXT NOT NULL,
  policy_no TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  loan_id TEXT NOT NULL REFERENCES loan (id),
  insurer_org TEXT NOT NULL REFERENCES organisation (id),
  insured_org TEXT NOT NULL REFERENCES organisation (id),
  product TEXT NOT NULL,
  premium INTEGER NOT NULL CHECK (premium > 0),
  insured_amount INTEGER NOT NULL CHECK (insured_amount > 0),
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL CHECK (until_day >= from_day),
  recorded_by TEXT NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, policy_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX policy_scheme ON policy (scheme_id, recorded_at, policy_no);
CREATE INDEX policy_insurer ON policy (scheme_id, insurer_org, recorded_at, policy_no);
CREATE INDEX policy_insured ON policy (scheme_id, insured_org, recorded_at, policy_no);
CREATE INDEX policy_case ON policy (case_id);
CREATE TRIGGER policy_no_update BEFORE UPDATE ON policy BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_no_delete BEFORE DELETE ON policy BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER policy_no_replace BEFORE INSERT ON policy WHEN EXISTS (SELECT 1 FROM policy WHERE scheme_id = NEW.scheme_id AND policy_no = NEW.policy_no)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE subsidy (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  firm_org TEXT NOT NULL REFERENCES organisation (id),
  insurer_org TEXT NOT NULL REFERENCES organisation (id),
  policy_no TEXT NOT NULL,
  receipt_no TEXT NOT NULL,
  premium INTEGER NOT NULL CHECK (premium > 0),
  status TEXT NOT NULL DEFAULT 'filed' CHECK (status IN ('filed', 'returned', 'approved', 'paid')),
  -- why it was sent back
  reason TEXT,
  paid INTEGER NOT NULL DEFAULT 0 CHECK (paid BETWEEN 0 AND premium),
  refunded INTEGER NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND premium),
  returned INTEGER NOT NULL DEFAULT 0 CHECK (returned BETWEEN 0 AND paid),
  filed_on TEXT NOT NULL,
  filed_by TEXT NOT NULL REFERENCES person (id),
  moved_at INTEGER NOT NULL,
  FOREIGN KEY (scheme_id, policy_no) REFERENCES policy (scheme_id, policy_no),
  CHECK ((status = 'paid') = (paid > 0)),
  CHECK ((status = 'returned') = (reason IS NOT NULL))
) STRICT;
-- a receipt that was sent back may be asked for again
CREATE UNIQUE INDEX subsidy_once ON subsidy (scheme_id, policy_no, receipt_no) WHERE status <> 'returned';
CREATE INDEX subsidy_case ON subsidy (case_id);
CREATE INDEX subsidy_scheme ON subsidy (scheme_id, moved_at, id);
CREATE INDEX subsidy_status ON subsidy (scheme_id, status, moved_at, id);
CREATE INDEX subsidy_firm ON subsidy (scheme_id, firm_org, moved_at, id);
CREATE INDEX subsidy_insurer ON subsidy (scheme_id, insurer_org, moved_at, id);
CREATE TRIGGER subsidy_forward BEFORE UPDATE ON subsidy
WHEN NEW.id <> OLD.id OR NEW.scheme_id <> OLD.scheme_id OR NEW.case_id <> OLD.case_id OR NEW.firm_org <> OLD.firm_org OR NEW.insurer_org <> OLD.insurer_org OR NEW.policy_no <> OLD.policy_no
  OR NEW.receipt_no <> OLD.receipt_no OR NEW.premium <> OLD.premium OR NEW.filed_on <> OLD.filed_on OR NEW.filed_by <> OLD.filed_by
  OR NEW.refunded < OLD.refunded OR NEW.returned < OLD.returned OR (OLD.paid > 0 AND NEW.paid <> OLD.paid)
  OR NOT (NEW.status = OLD.status OR (OLD.status = 'filed' AND NEW.status IN ('approved', 'returned')) OR (OLD.status = 'approved' AND NEW.status IN ('paid', 'returned')))
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER subsidy_no_delete BEFORE DELETE ON subsidy BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER subsidy_no_replace BEFORE INSERT ON subsidy
WHEN EXISTS (SELECT 1 FROM subsidy WHERE id = NEW.id OR (scheme_id = NEW.scheme_id AND policy_no = NEW.policy_no AND receipt_no = NEW.receipt_no AND status <> 'returned'))
BEGIN SELECT RAISE(ABORT, 'subsidy_duplicate'); END;

-- Premium that the insurer gave back, and what of the subsidy was then seen on the fund's account; `subsidy` carries the sums.
CREATE TABLE subsidy_refund (
  subsidy_id TEXT NOT NULL REFERENCES subsidy (id),
  place INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('refunded', 'received')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  on_day TEXT NOT NULL,
  document_no TEXT,
  transfer_id TEXT,
  person_id TEXT NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (subsidy_id, place),
  CHECK ((what = 'received') = (transfer_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE TRIGGER subsidy_refund_no_update BEFORE UPDATE ON subsidy_refund BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER subsidy_refund_no_delete BEFORE DELETE ON subsidy_refund BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER subsidy_refund_no_replace BEFORE INSERT ON subsidy_refund WHEN EXISTS (SELECT 1 FROM subsidy_refund WHERE subsidy_id = NEW.subsidy_id AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'stale'); END;
