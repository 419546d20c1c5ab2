-- The history of each case: append-only, one chain a case, and the lock that lets only one of two simultaneous acts through.
-- WITHOUT ROWID, so that no INSERT OR REPLACE can reach a row by another key than those guarded here.
CREATE TABLE case_event (
  case_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  type TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  actor_person TEXT NOT NULL,
  actor_org TEXT NOT NULL,
  actor_kind TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  rule_set TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (case_id, seq),
  UNIQUE (case_id, prev_hash)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER case_event_no_update BEFORE UPDATE ON case_event BEGIN SELECT RAISE(ABORT, 'case_event is append-only'); END;
CREATE TRIGGER case_event_no_delete BEFORE DELETE ON case_event BEGIN SELECT RAISE(ABORT, 'case_event is append-only'); END;
CREATE TRIGGER case_event_no_replace BEFORE INSERT ON case_event
WHEN EXISTS (SELECT 1 FROM case_event WHERE case_id = NEW.case_id AND (seq = NEW.seq OR prev_hash = NEW.prev_hash))
BEGIN SELECT RAISE(ABORT, 'stale'); END;
CREATE TRIGGER case_event_next BEFORE INSERT ON case_event
WHEN NEW.seq <> COALESCE((SELECT MAX(seq) FROM case_event WHERE case_id = NEW.case_id), 0) + 1
  OR (NEW.seq > 1 AND NEW.prev_hash IS NOT (SELECT hash FROM case_event WHERE case_id = NEW.case_id AND seq = NEW.seq - 1))
BEGIN SELECT RAISE(ABORT, 'stale'); END;

-- What each command answered, so that a repeated one has no second effect.
CREATE TABLE idempotency (
  actor_key TEXT NOT NULL,
  key TEXT NOT NULL,
  route TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  reply TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (actor_key, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency (recorded_at);
CREATE TRIGGER idempotency_no_update BEFORE UPDATE ON idempotency BEGIN SELECT RAISE(ABORT, 'idempotency_conflict'); END;
CREATE TRIGGER idempotency_no_replace BEFORE INSERT ON idempotency
WHEN EXISTS (SELECT 1 FROM idempotency WHERE actor_key = NEW.actor_key AND key = NEW.key)
BEGIN SELECT RAISE(ABORT, 'idempotency_conflict'); END;

-- Asserts inside a batch: INSERT INTO must SELECT <condition> stops the whole batch when the condition does not hold.
CREATE VIEW must AS SELECT 1 AS ok WHERE 0;
CREATE TRIGGER must_hold INSTEAD OF INSERT ON must WHEN NEW.ok IS NOT 1 BEGIN SELECT RAISE(ABORT, 'stale'); END;
