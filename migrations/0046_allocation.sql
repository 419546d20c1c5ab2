-- The plan by which a period's money is given out among its claims (新乡 第九条、第十条 with 第二条: drawn up by the office, decided by the leading group, at most so much a year).
-- Records: a plan that was returned stays, and another may follow; one that waits or was agreed to is the period's only one. The decision is another body's than the plan.
CREATE TABLE allocation (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL, period TEXT NOT NULL, round INTEGER NOT NULL CHECK (round >= 1), drawn_by TEXT NOT NULL, drawn_org TEXT NOT NULL,
  drawn_on TEXT NOT NULL, document_no TEXT NOT NULL CHECK (document_no <> ''), asked INTEGER NOT NULL CHECK (asked > 0), available INTEGER NOT NULL CHECK (available >= 0),
  allocated INTEGER NOT NULL CHECK (allocated BETWEEN 1 AND available AND allocated <= asked), bound TEXT, article TEXT NOT NULL, clauses TEXT NOT NULL, rule_set TEXT NOT NULL, recorded_at INTEGER NOT NULL,
  UNIQUE (scheme_id, period, round)
) STRICT;

CREATE TABLE allocation_line (
  allocation_id TEXT NOT NULL REFERENCES allocation (id), place INTEGER NOT NULL CHECK (place >= 0), claim_id TEXT NOT NULL, case_id TEXT NOT NULL REFERENCES case_file (id),
  asked INTEGER NOT NULL CHECK (asked > 0), allocated INTEGER NOT NULL CHECK (allocated BETWEEN 0 AND asked), derivation TEXT NOT NULL CHECK (json_valid(derivation)),
  PRIMARY KEY (allocation_id, place), UNIQUE (allocation_id, claim_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX allocation_line_case ON allocation_line (case_id);

CREATE TABLE allocation_decision (
  allocation_id TEXT PRIMARY KEY REFERENCES allocation (id), agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)), document_no TEXT NOT NULL CHECK (document_no <> ''),
  reason TEXT NOT NULL, decided_by TEXT NOT NULL, decided_org TEXT NOT NULL, decided_on TEXT NOT NULL, recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER allocation_one_stands BEFORE INSERT ON allocation
WHEN EXISTS (SELECT 1 FROM allocation a WHERE a.scheme_id = NEW.scheme_id AND a.period = NEW.period
  AND NOT EXISTS (SELECT 1 FROM allocation_decision d WHERE d.allocation_id = a.id AND d.agreed = 0))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER allocation_second_body BEFORE INSERT ON allocation_decision
WHEN EXISTS (SELECT 1 FROM allocation a WHERE a.id = NEW.allocation_id AND (a.drawn_org = NEW.decided_org OR a.drawn_by = NEW.decided_by))
BEGIN SELECT RAISE(ABORT, 'same_person'); END;
CREATE TRIGGER allocation_no_update BEFORE UPDATE ON allocation BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER allocation_no_delete BEFORE DELETE ON allocation BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER allocation_no_replace BEFORE INSERT ON allocation WHEN EXISTS (SELECT 1 FROM allocation WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER allocation_line_no_update BEFORE UPDATE ON allocation_line BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER allocation_line_no_delete BEFORE DELETE ON allocation_line BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER allocation_line_no_replace BEFORE INSERT ON allocation_line
WHEN EXISTS (SELECT 1 FROM allocation_line WHERE allocation_id = NEW.allocation_id AND (place = NEW.place OR claim_id = NEW.claim_id))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER allocation_decision_no_update BEFORE UPDATE ON allocation_decision BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER allocation_decision_no_delete BEFORE DELETE ON allocation_decision BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER allocation_decision_no_replace BEFORE INSERT ON allocation_decision
WHEN EXISTS (SELECT 1 FROM allocation_decision WHERE allocation_id = NEW.allocation_id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
