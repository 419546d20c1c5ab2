-- Who answers for a loss (包头 第三十九条): a loss that arose although everything was done as it should be is found so once, by a paper, and then nobody is called to account for it;
-- otherwise what was done wrong is found by a paper of its own. Records; the second wall behind shared/process/exemption.ts, for two findings at once.
CREATE TABLE liability (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  what TEXT NOT NULL CHECK (what IN ('exempt', 'answers')),
  -- the grounds that were found, or the kind of misconduct, as JSON
  found TEXT NOT NULL CHECK (json_valid(found)),
  document_no TEXT NOT NULL CHECK (document_no <> ''),
  reason TEXT NOT NULL,
  on_day TEXT NOT NULL,
  by_org TEXT NOT NULL REFERENCES organisation (id),
  made_by TEXT NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX liability_case ON liability (case_id, recorded_at, id);
CREATE UNIQUE INDEX liability_exempt ON liability (case_id) WHERE what = 'exempt';
CREATE UNIQUE INDEX liability_paper ON liability (case_id, document_no);
CREATE TRIGGER liability_no_update BEFORE UPDATE ON liability BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER liability_no_delete BEFORE DELETE ON liability BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER liability_no_replace BEFORE INSERT ON liability
WHEN EXISTS (SELECT 1 FROM liability WHERE id = NEW.id OR (case_id = NEW.case_id AND (document_no = NEW.document_no OR (what = 'exempt' AND NEW.what = 'exempt'))))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
-- one or the other, whichever was found first
CREATE TRIGGER liability_either BEFORE INSERT ON liability
WHEN NEW.what = 'answers' AND EXISTS (SELECT 1 FROM liability WHERE case_id = NEW.case_id AND what = 'exempt')
BEGIN SELECT RAISE(ABORT, 'liability_exempt'); END;
