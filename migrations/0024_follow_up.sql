-- What is noted about a funded firm (五): its recommending unit looks after it and reports what is abnormal without delay, its insurer notes claims.
-- And which flags were told, so that the nightly watch tells each once a period. Records: never edited.
CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  org_id TEXT NOT NULL REFERENCES organisation (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  on_day TEXT NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  abnormal INTEGER NOT NULL CHECK (abnormal IN (0, 1)),
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_case ON follow_up (case_id, org_id, on_day);
CREATE TRIGGER follow_up_no_update BEFORE UPDATE ON follow_up BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER follow_up_no_delete BEFORE DELETE ON follow_up BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER follow_up_no_replace BEFORE INSERT ON follow_up WHEN EXISTS (SELECT 1 FROM follow_up WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

-- `case_id` is empty for a flag of the whole fund; `period` is whatever the flag is told once for: a quarter, a due day, a lead.
CREATE TABLE flag_told (
  scheme_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  code TEXT NOT NULL,
  period TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, case_id, code, period)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER flag_told_no_update BEFORE UPDATE ON flag_told BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER flag_told_no_delete BEFORE DELETE ON flag_told BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER flag_told_no_replace BEFORE INSERT ON flag_told
WHEN EXISTS (SELECT 1 FROM flag_told WHERE scheme_id = NEW.scheme_id AND case_id = NEW.case_id AND code = NEW.code AND period = NEW.period)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
