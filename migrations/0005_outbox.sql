-- What must be told to other systems, written in the batch that decided it and delivered at least once.
CREATE TABLE webhook_endpoint (
  id TEXT PRIMARY KEY,
  org_id TEXT NOT NULL UNIQUE REFERENCES organisation (id),
  scheme_id TEXT NOT NULL,
  url TEXT NOT NULL,
  secret TEXT NOT NULL,
  -- the secret before the last rotation, valid for one day after it
  old_secret TEXT,
  old_until INTEGER,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
  set_at INTEGER NOT NULL
) STRICT;

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('webhook')),
  endpoint_id TEXT NOT NULL REFERENCES webhook_endpoint (id),
  scheme_id TEXT NOT NULL,
  case_id TEXT,
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'sent', 'failed', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at INTEGER NOT NULL,
  last_error TEXT,
  recorded_at INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox (next_at) WHERE status IN ('pending', 'failed');
CREATE INDEX outbox_dead ON outbox (scheme_id, recorded_at) WHERE status = 'dead';
-- what was once decided to be told is never changed or lost
CREATE TRIGGER outbox_no_delete BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'outbox is append-only'); END;
CREATE TRIGGER outbox_fixed BEFORE UPDATE OF id, endpoint_id, case_id, payload ON outbox BEGIN SELECT RAISE(ABORT, 'outbox is append-only'); END;
CREATE TRIGGER outbox_no_replace BEFORE INSERT ON outbox WHEN EXISTS (SELECT 1 FROM outbox WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
