-- How an institution becomes a partner (克州第八条（一）, 包头第十四条、第十五条): what its application says, the check, what each authority decided. Records: one that failed applies anew.
CREATE TABLE candidacy (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL, org_id TEXT NOT NULL REFERENCES organisation (id), said TEXT NOT NULL CHECK (json_valid(said)),
  on_day TEXT NOT NULL, made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX candidacy_scheme ON candidacy (scheme_id, recorded_at, id);
CREATE INDEX candidacy_org ON candidacy (org_id, recorded_at);
CREATE TRIGGER candidacy_no_update BEFORE UPDATE ON candidacy BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER candidacy_no_delete BEFORE DELETE ON candidacy BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER candidacy_no_replace BEFORE INSERT ON candidacy WHEN EXISTS (SELECT 1 FROM candidacy WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

-- the check is one, decisions are one of each organisation
CREATE TABLE candidacy_act (
  candidacy_id TEXT NOT NULL REFERENCES candidacy (id), what TEXT NOT NULL CHECK (what IN ('check', 'decision')), org_id TEXT NOT NULL REFERENCES organisation (id),
  agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)), document_no TEXT NOT NULL, reason TEXT NOT NULL, on_day TEXT NOT NULL, made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL,
  PRIMARY KEY (candidacy_id, what, org_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX candidacy_checked_once ON candidacy_act (candidacy_id) WHERE what = 'check';
CREATE TRIGGER candidacy_act_no_update BEFORE UPDATE ON candidacy_act BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER candidacy_act_no_delete BEFORE DELETE ON candidacy_act BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER candidacy_act_no_replace BEFORE INSERT ON candidacy_act
WHEN EXISTS (SELECT 1 FROM candidacy_act WHERE candidacy_id = NEW.candidacy_id AND what = NEW.what AND (org_id = NEW.org_id OR what = 'check'))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
