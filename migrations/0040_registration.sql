-- Loans that institutions enter (新乡 第四条; 东莞 四（二）): each is a case of its own, of a firm that may have others open, and is kept beside its case so that an institution
-- finds what it entered, and so that sums over a firm's loans count what is still being looked at.
ALTER TABLE case_file ADD COLUMN registered INTEGER NOT NULL DEFAULT 0 CHECK (registered IN (0, 1));
DROP INDEX case_file_open;
-- an enterprise has one open application at a time; loans entered by institutions stand beside it
CREATE UNIQUE INDEX case_file_open ON case_file (scheme_id, enterprise_org) WHERE registered = 0 AND status NOT IN ('cooling', 'funded', 'not_supported', 'withdrawn');

CREATE TABLE registration (
  case_id TEXT PRIMARY KEY REFERENCES case_file (id),
  scheme_id TEXT NOT NULL,
  by_org TEXT NOT NULL REFERENCES organisation (id),
  lender_org TEXT NOT NULL REFERENCES organisation (id),
  partner_org TEXT REFERENCES organisation (id),
  credit_code TEXT NOT NULL,
  mode TEXT NOT NULL,
  contract_no TEXT NOT NULL,
  principal INTEGER NOT NULL CHECK (principal > 0),
  disbursed_on TEXT NOT NULL,
  -- looked at, sent back to the institution, or covered by the fund
  state TEXT NOT NULL CHECK (state IN ('review', 'returned', 'covered')),
  registered_on TEXT NOT NULL,
  registered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX registration_by ON registration (by_org, registered_at, case_id);
-- what is looked at counts among the firm's loans before it is one
CREATE INDEX registration_firm ON registration (scheme_id, credit_code) WHERE state = 'review';
CREATE UNIQUE INDEX registration_contract ON registration (lender_org, contract_no) WHERE state <> 'returned';
CREATE TRIGGER registration_stays BEFORE DELETE ON registration BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- what is covered stays so; until then the institution may correct what was sent back
CREATE TRIGGER registration_covered BEFORE UPDATE ON registration WHEN OLD.state = 'covered' BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER registration_of_one BEFORE UPDATE ON registration WHEN NEW.case_id <> OLD.case_id OR NEW.by_org <> OLD.by_org OR NEW.credit_code <> OLD.credit_code
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
