-- Letters of recommendation: a unit uses a number once (三（一）). One row a recommended enterprise and quarter feeds the quarterly score (二（三）2).
CREATE TABLE recommendation_letter (
  scheme_id TEXT NOT NULL,
  org_id TEXT NOT NULL REFERENCES organisation (id),
  letter_no TEXT NOT NULL CHECK (letter_no <> ''),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  credit_code TEXT NOT NULL,
  quarter TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  PRIMARY KEY (org_id, letter_no)
) STRICT, WITHOUT ROWID;
CREATE INDEX recommendation_quarter ON recommendation_letter (scheme_id, quarter, org_id, credit_code);
CREATE TRIGGER recommendation_letter_no_replace BEFORE INSERT ON recommendation_letter
WHEN EXISTS (SELECT 1 FROM recommendation_letter WHERE org_id = NEW.org_id AND letter_no = NEW.letter_no)
BEGIN SELECT RAISE(ABORT, 'letter_used'); END;
CREATE TRIGGER recommendation_letter_no_update BEFORE UPDATE ON recommendation_letter BEGIN SELECT RAISE(ABORT, 'letter_used'); END;
CREATE TRIGGER recommendation_letter_no_delete BEFORE DELETE ON recommendation_letter BEGIN SELECT RAISE(ABORT, 'letter_used'); END;
