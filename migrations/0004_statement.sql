-- Files of a case: the bytes lie in the object store under our own name, this row says whose they are and what they hash to.
CREATE TABLE statement (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  fiscal_year INTEGER,
  filename TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  sha256 TEXT NOT NULL,
  object_key TEXT NOT NULL UNIQUE,
  figures TEXT,
  uploaded_by TEXT NOT NULL REFERENCES person (id),
  uploaded_org TEXT NOT NULL REFERENCES organisation (id),
  uploaded_at INTEGER NOT NULL,
  status TEXT NOT NULL DEFAULT 'kept' CHECK (status IN ('kept', 'withdrawn'))
) STRICT;
CREATE UNIQUE INDEX statement_once ON statement (case_id, kind, COALESCE(fiscal_year, 0), sha256) WHERE status = 'kept';
CREATE INDEX statement_case ON statement (case_id, uploaded_at);
-- a file's row never changes but for being withdrawn
CREATE TRIGGER statement_fixed BEFORE UPDATE OF id, case_id, kind, fiscal_year, filename, media_type, bytes, sha256, object_key, figures, uploaded_by, uploaded_org, uploaded_at ON statement
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER statement_no_replace BEFORE INSERT ON statement WHEN EXISTS (SELECT 1 FROM statement WHERE id = NEW.id OR object_key = NEW.object_key)
  OR (NEW.status = 'kept' AND EXISTS (SELECT 1 FROM statement WHERE case_id = NEW.case_id AND kind = NEW.kind AND COALESCE(fiscal_year, 0) = COALESCE(NEW.fiscal_year, 0) AND sha256 = NEW.sha256 AND status = 'kept'))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER statement_quota BEFORE INSERT ON statement
WHEN (SELECT COUNT(*) FROM statement WHERE case_id = NEW.case_id AND status = 'kept') >= 30
BEGIN SELECT RAISE(ABORT, 'file_too_many'); END;
