-- Institutions watched by their bad loans (新乡第十五条, 克州第二十五条（二）): figures of a period with the marks that they passed, the institution's own explanation and plan,
-- and decisions that pause, let go on, or end. Records: a figure that was entered wrong is followed by the next one of its period, with a reason; nothing is edited.
CREATE TABLE npl_figure (
  scheme_id TEXT NOT NULL, org_id TEXT NOT NULL REFERENCES organisation (id),
  -- one after the other for each institution: the last one counts
  seq INTEGER NOT NULL CHECK (seq > 0),
  period TEXT NOT NULL, bad_balance INTEGER NOT NULL CHECK (bad_balance >= 0), all_balance INTEGER NOT NULL CHECK (all_balance >= bad_balance),
  bad_count INTEGER NOT NULL CHECK (bad_count >= 0), all_count INTEGER NOT NULL CHECK (all_count >= bad_count),
  ratio TEXT NOT NULL,
  -- the average that it is held against, and where that was read
  average TEXT, source TEXT NOT NULL DEFAULT '',
  -- ids of the document's marks, as JSON
  marks TEXT NOT NULL CHECK (json_valid(marks)),
  -- why a period that was told before is told again
  reason TEXT NOT NULL DEFAULT '',
  on_day TEXT NOT NULL, made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, org_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER npl_figure_no_update BEFORE UPDATE ON npl_figure BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER npl_figure_no_delete BEFORE DELETE ON npl_figure BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER npl_figure_no_replace BEFORE INSERT ON npl_figure
WHEN EXISTS (SELECT 1 FROM npl_figure WHERE scheme_id = NEW.scheme_id AND org_id = NEW.org_id AND seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'stale'); END;

CREATE TABLE npl_explanation (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL, org_id TEXT NOT NULL REFERENCES organisation (id), period TEXT NOT NULL,
  text TEXT NOT NULL, plan TEXT NOT NULL, document_no TEXT NOT NULL, on_day TEXT NOT NULL, made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX npl_explanation_scheme ON npl_explanation (scheme_id, recorded_at, id);
CREATE TRIGGER npl_explanation_no_update BEFORE UPDATE ON npl_explanation BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER npl_explanation_no_delete BEFORE DELETE ON npl_explanation BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER npl_explanation_no_replace BEFORE INSERT ON npl_explanation WHEN EXISTS (SELECT 1 FROM npl_explanation WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE watch_decision (
  scheme_id TEXT NOT NULL, org_id TEXT NOT NULL REFERENCES organisation (id), seq INTEGER NOT NULL CHECK (seq > 0),
  what TEXT NOT NULL CHECK (what IN ('pause', 'resume', 'end')), ratio TEXT NOT NULL, document_no TEXT NOT NULL CHECK (document_no <> ''), reason TEXT NOT NULL,
  on_day TEXT NOT NULL, by_org TEXT NOT NULL, made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL, PRIMARY KEY (scheme_id, org_id, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER watch_decision_no_update BEFORE UPDATE ON watch_decision BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER watch_decision_no_delete BEFORE DELETE ON watch_decision BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER watch_decision_no_replace BEFORE INSERT ON watch_decision
WHEN EXISTS (SELECT 1 FROM watch_decision WHERE scheme_id = NEW.scheme_id AND org_id = NEW.org_id AND seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'stale'); END;
-- paused once until it goes on, ended once for good
CREATE TRIGGER watch_decision_turns BEFORE INSERT ON watch_decision
WHEN NEW.what = COALESCE((SELECT what FROM watch_decision WHERE scheme_id = NEW.scheme_id AND org_id = NEW.org_id ORDER BY seq DESC LIMIT 1), 'resume')
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
