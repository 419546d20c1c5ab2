-- Ties between firms and people, declared or found: the group of 二（一）. People stand here by a keyed hash, never by number.
CREATE TABLE tie (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('legal_rep', 'controller', 'equity', 'declared')),
  from_kind TEXT NOT NULL CHECK (from_kind IN ('firm', 'person')),
  from_id TEXT NOT NULL,
  from_name TEXT NOT NULL,
  to_id TEXT NOT NULL,
  to_name TEXT NOT NULL,
  share TEXT,
  basis TEXT NOT NULL CHECK (basis IN ('declared', 'found', 'suspected')),
  case_id TEXT NOT NULL REFERENCES case_file (id),
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX tie_from ON tie (scheme_id, from_id);
CREATE INDEX tie_to ON tie (scheme_id, to_id);
CREATE INDEX tie_case ON tie (case_id);
