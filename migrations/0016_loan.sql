-- Loans of the mechanism. A loan uses up the one chance of the firm and of everyone in its group (二（一）): one row in loan_use for each of them.
CREATE TABLE loan (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  case_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  credit_code TEXT NOT NULL,
  name TEXT NOT NULL,
  lender_org TEXT NOT NULL REFERENCES organisation (id),
  partner_org TEXT REFERENCES organisation (id),
  mode TEXT NOT NULL,
  contract_no TEXT NOT NULL,
  principal INTEGER NOT NULL CHECK (principal > 0),
  rate TEXT NOT NULL,
  term_months INTEGER NOT NULL CHECK (term_months > 0),
  disbursed_on TEXT NOT NULL,
  tier TEXT NOT NULL,
  ratio TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  UNIQUE (lender_org, contract_no)
) STRICT;
CREATE INDEX loan_firm ON loan (scheme_id, credit_code);
CREATE TRIGGER loan_no_update BEFORE UPDATE ON loan BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER loan_no_delete BEFORE DELETE ON loan BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER loan_no_replace BEFORE INSERT ON loan
WHEN EXISTS (SELECT 1 FROM loan WHERE id = NEW.id OR case_id = NEW.case_id OR (lender_org = NEW.lender_org AND contract_no = NEW.contract_no))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE loan_use (
  scheme_id TEXT NOT NULL,
  credit_code TEXT NOT NULL,
  loan_id TEXT NOT NULL REFERENCES loan (id),
  PRIMARY KEY (scheme_id, credit_code)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER loan_use_no_update BEFORE UPDATE ON loan_use BEGIN SELECT RAISE(ABORT, 'one_loan_only'); END;
CREATE TRIGGER loan_use_no_delete BEFORE DELETE ON loan_use BEGIN SELECT RAISE(ABORT, 'one_loan_only'); END;
CREATE TRIGGER loan_use_once BEFORE INSERT ON loan_use
WHEN EXISTS (SELECT 1 FROM loan_use WHERE scheme_id = NEW.scheme_id AND credit_code = NEW.credit_code)
BEGIN SELECT RAISE(ABORT, 'one_loan_only'); END;
