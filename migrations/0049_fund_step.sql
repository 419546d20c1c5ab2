-- What is decided around a fund's own money before it moves: the steps by which it is filled up again (包头 三十八（一）), and the office's consent to more lying with a bank (包头 十六), from
-- which thirty days run. Each once, by its paper; never edited.
CREATE TABLE fund_step (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('replenishment', 'top_up')),
  -- the round, or the bank
  about TEXT NOT NULL,
  -- the step of the round, or the day of the consent
  step TEXT NOT NULL,
  on_day TEXT NOT NULL,
  document_no TEXT NOT NULL CHECK (document_no <> ''),
  amount INTEGER CHECK (amount > 0),
  made_by TEXT NOT NULL REFERENCES person (id),
  made_org TEXT NOT NULL REFERENCES organisation (id),
  recorded_at INTEGER NOT NULL,
  UNIQUE (scheme_id, kind, about, step)
) STRICT;
CREATE INDEX fund_step_order ON fund_step (scheme_id, recorded_at, id);
CREATE TRIGGER fund_step_no_update BEFORE UPDATE ON fund_step BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER fund_step_no_delete BEFORE DELETE ON fund_step BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER fund_step_no_replace BEFORE INSERT ON fund_step
WHEN EXISTS (SELECT 1 FROM fund_step WHERE id = NEW.id OR (scheme_id = NEW.scheme_id AND kind = NEW.kind AND about = NEW.about AND step = NEW.step))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
