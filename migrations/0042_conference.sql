-- Decisions of a body of several authorities (东莞 四（一）): what was decided under which number, by whom at the table, and from which day it holds. Recorded once, never changed.
CREATE TABLE conference_decision (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  topic TEXT NOT NULL,
  document_no TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  -- the first day on which it holds
  from_day TEXT NOT NULL CHECK (from_day >= decided_on),
  -- what or whom it is about; empty where the topic says it
  subject TEXT NOT NULL,
  says TEXT NOT NULL,
  -- the organisations present, by id, kind and name of the day
  roster TEXT NOT NULL,
  recorded_by TEXT NOT NULL,
  recorded_org TEXT NOT NULL REFERENCES organisation (id),
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX conference_decision_topic ON conference_decision (scheme_id, topic, from_day);
-- one number says one thing of one subject
CREATE UNIQUE INDEX conference_decision_no ON conference_decision (scheme_id, topic, document_no, subject);
CREATE TRIGGER conference_decision_kept BEFORE UPDATE ON conference_decision BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER conference_decision_stays BEFORE DELETE ON conference_decision BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER conference_decision_once BEFORE INSERT ON conference_decision WHEN EXISTS (SELECT 1 FROM conference_decision WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
