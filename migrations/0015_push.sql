-- Push rounds and leads (三（四）) as the institutions' inboxes and an enterprise's push history need them.
CREATE TABLE push_round (
  case_id TEXT NOT NULL REFERENCES case_file (id),
  round INTEGER NOT NULL,
  scheme_id TEXT NOT NULL,
  credit_code TEXT NOT NULL,
  pushed_on TEXT NOT NULL,
  result TEXT NOT NULL DEFAULT 'OPEN' CHECK (result IN ('OPEN', 'FAILED', 'FUNDED')),
  PRIMARY KEY (case_id, round)
) STRICT, WITHOUT ROWID;
CREATE INDEX push_round_firm ON push_round (scheme_id, credit_code);

CREATE TABLE lead (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  round INTEGER NOT NULL,
  org_id TEXT NOT NULL REFERENCES organisation (id),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'declined', 'offered', 'funded', 'closed')),
  pushed_on TEXT NOT NULL,
  pushed_at INTEGER NOT NULL,
  UNIQUE (case_id, round, org_id)
) STRICT;
CREATE INDEX lead_inbox ON lead (org_id, pushed_at, id);
