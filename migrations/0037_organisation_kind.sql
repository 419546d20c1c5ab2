-- Four of the documents entrust the running to a manager and hear a regulator (克州 五、十四; 东莞 三（一）; 包头 十; 新乡 六), and ask where a partner is established and
-- what it is certified as (克州 四; 新乡 四). Whoever checked a case at a step of its document goes on seeing it.
PRAGMA defer_foreign_keys = on;
CREATE TABLE organisation_before AS SELECT * FROM organisation;
-- the rows that point here are looked at when the batch ends: by then they find every organisation again
DROP TABLE organisation;
CREATE TABLE organisation (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('enterprise', 'township', 'department', 'office', 'finance', 'government', 'bank', 'guarantor', 'insurer', 'lender', 'account_bank', 'auditor', 'manager', 'regulator')),
  name TEXT NOT NULL,
  credit_code TEXT,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
  registered_at INTEGER NOT NULL,
  -- where it is established, by the document's words; empty where nobody asked
  region TEXT NOT NULL DEFAULT '',
  -- what it is certified as, by the document's words
  marks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(marks)),
  UNIQUE (scheme_id, kind, name)
) STRICT;
INSERT INTO organisation (id, scheme_id, kind, name, credit_code, status, registered_at)
  SELECT id, scheme_id, kind, name, credit_code, status, registered_at FROM organisation_before;
DROP TABLE organisation_before;
CREATE UNIQUE INDEX organisation_credit_code ON organisation (scheme_id, credit_code) WHERE credit_code IS NOT NULL;

CREATE TABLE case_party_before AS SELECT * FROM case_party;
DROP TABLE case_party;
CREATE TABLE case_party (
  case_id TEXT NOT NULL REFERENCES case_file (id),
  org_id TEXT NOT NULL REFERENCES organisation (id),
  part TEXT NOT NULL CHECK (part IN ('enterprise', 'recommender', 'consulted', 'panel', 'approver', 'lead', 'reviewer')),
  PRIMARY KEY (case_id, org_id, part)
) STRICT, WITHOUT ROWID;
INSERT INTO case_party (case_id, org_id, part) SELECT case_id, org_id, part FROM case_party_before;
DROP TABLE case_party_before;
CREATE INDEX case_party_org ON case_party (org_id, case_id);
