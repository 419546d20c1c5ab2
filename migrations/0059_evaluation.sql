-- How an institution was judged for a year (东莞 三（六）, 四（三）): points by what the document looks at, and the leverage that was found, by a paper; rewards go by them. Once a year for each.
CREATE TABLE evaluation (
  scheme_id TEXT NOT NULL,
  org_id TEXT NOT NULL REFERENCES organisation (id),
  year INTEGER NOT NULL,
  -- of a hundred, by metric, as JSON
  points TEXT NOT NULL CHECK (json_valid(points)),
  leverage TEXT NOT NULL,
  score TEXT NOT NULL,
  document_no TEXT NOT NULL CHECK (document_no <> ''),
  on_day TEXT NOT NULL,
  by_kind TEXT NOT NULL,
  by_org TEXT NOT NULL REFERENCES organisation (id),
  made_by TEXT NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, org_id, year)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER evaluation_no_update BEFORE UPDATE ON evaluation BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER evaluation_no_delete BEFORE DELETE ON evaluation BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER evaluation_no_replace BEFORE INSERT ON evaluation
WHEN EXISTS (SELECT 1 FROM evaluation WHERE scheme_id = NEW.scheme_id AND org_id = NEW.org_id AND year = NEW.year)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
