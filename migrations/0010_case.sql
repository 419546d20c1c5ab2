-- A case as lists and permissions need it; the truth is its events. The draft is what the enterprise is still typing.
CREATE TABLE case_file (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  no TEXT NOT NULL,
  enterprise_org TEXT NOT NULL REFERENCES organisation (id),
  enterprise_name TEXT NOT NULL,
  credit_code TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'draft',
  step TEXT NOT NULL DEFAULT 'draft',
  since TEXT NOT NULL,
  due_on TEXT,
  need INTEGER,
  tier TEXT,
  focus_field TEXT,
  recommender_org TEXT REFERENCES organisation (id),
  submitted_on TEXT,
  recommended_on TEXT,
  draft TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(draft)),
  -- the ids that the draft names: people by key, firms by credit code; where the search for a group begins
  draft_parties TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(draft_parties)),
  -- for each field of the draft the revision that last wrote it, so that two devices merge
  draft_fields TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(draft_fields)),
  draft_revision INTEGER NOT NULL DEFAULT 0,
  draft_saved_at INTEGER,
  moved_at INTEGER NOT NULL,
  UNIQUE (scheme_id, year, serial)
) STRICT;
-- an enterprise has one open case at a time
CREATE UNIQUE INDEX case_file_open ON case_file (scheme_id, enterprise_org) WHERE status NOT IN ('cooling', 'funded', 'not_supported', 'withdrawn');
CREATE INDEX case_file_enterprise ON case_file (enterprise_org, moved_at);
CREATE INDEX case_file_moved ON case_file (scheme_id, moved_at, id) WHERE submitted_on IS NOT NULL;
CREATE INDEX case_file_status ON case_file (scheme_id, status, moved_at, id) WHERE submitted_on IS NOT NULL;
CREATE INDEX case_file_recommender ON case_file (scheme_id, recommender_org, moved_at, id) WHERE submitted_on IS NOT NULL;

-- Which organisation takes part in a case and as what; whoever has no row here and is not of the district's own desks does not see it.
CREATE TABLE case_party (
  case_id TEXT NOT NULL REFERENCES case_file (id),
  org_id TEXT NOT NULL REFERENCES organisation (id),
  part TEXT NOT NULL CHECK (part IN ('enterprise', 'recommender', 'consulted', 'panel', 'approver', 'lead')),
  PRIMARY KEY (case_id, org_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_party_org ON case_party (org_id, case_id);

-- What waits for whom: one organisation, or every one of a kind ('*').
CREATE TABLE case_wait (
  case_id TEXT NOT NULL REFERENCES case_file (id),
  scheme_id TEXT NOT NULL,
  org_kind TEXT NOT NULL,
  org_id TEXT NOT NULL,
  what TEXT NOT NULL,
  due_on TEXT,
  PRIMARY KEY (case_id, org_kind, org_id, what)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_wait_desk ON case_wait (scheme_id, org_kind, org_id, due_on);

-- Pairs of characters of names and numbers, so that a search of two letters finds without reading every row.
CREATE TABLE case_gram (
  scheme_id TEXT NOT NULL,
  gram TEXT NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  PRIMARY KEY (scheme_id, gram, case_id)
) STRICT, WITHOUT ROWID;
