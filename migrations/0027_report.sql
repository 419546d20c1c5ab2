-- What was told to the government each half-year (三（七）末段, 五), with the figures as they were told; and what each recount of the books found (二（二）3: the whole use of
-- the money is open to finance). A check of the clock runs once a day; its head is what the next one finds again, so that rows cut off the ledger's end are missed.
CREATE TABLE report (
  scheme_id TEXT NOT NULL, half TEXT NOT NULL, until_day TEXT NOT NULL, document_no TEXT NOT NULL, on_day TEXT NOT NULL,
  figures TEXT NOT NULL CHECK (json_valid(figures)), reported_by TEXT NOT NULL REFERENCES person (id), recorded_at INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, half)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER report_no_update BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER report_no_delete BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER report_no_replace BEFORE INSERT ON report WHEN EXISTS (SELECT 1 FROM report WHERE scheme_id = NEW.scheme_id AND half = NEW.half)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE books_check (
  scheme_id TEXT NOT NULL, at INTEGER NOT NULL, id TEXT NOT NULL, on_day TEXT NOT NULL,
  -- the ledger's last row when it was checked; 0 and '' before the first
  seq INTEGER NOT NULL, hash TEXT NOT NULL, events INTEGER NOT NULL, cases INTEGER NOT NULL,
  ok INTEGER NOT NULL CHECK (ok IN (0, 1)), findings TEXT NOT NULL CHECK (json_valid(findings)),
  -- who asked for it; null for the clock
  person_id TEXT REFERENCES person (id),
  PRIMARY KEY (scheme_id, at, id), CHECK ((ok = 1) = (findings = '[]'))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX books_check_daily ON books_check (scheme_id, on_day) WHERE person_id IS NULL;
CREATE TRIGGER books_check_no_update BEFORE UPDATE ON books_check BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER books_check_no_delete BEFORE DELETE ON books_check BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER books_check_no_replace BEFORE INSERT ON books_check
WHEN EXISTS (SELECT 1 FROM books_check WHERE scheme_id = NEW.scheme_id AND ((at = NEW.at AND id = NEW.id) OR (on_day = NEW.on_day AND person_id IS NULL AND NEW.person_id IS NULL)))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
