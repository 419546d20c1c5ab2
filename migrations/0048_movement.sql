-- A fund moves money of its own accord in more ways than interest: a year's budget (新乡 二; 东莞 三（一）), contributions and what lies with banks (包头 三、八、十六、十八), placements,
-- income and the cost of its keeping (克州 二十、二十一). Each is a voucher of one kind, `movement`, with its reason in the body; interest is one of them.
PRAGMA defer_foreign_keys = on;
CREATE TABLE voucher_before AS SELECT * FROM voucher;
-- the rows that point here are looked at when the batch ends: by then they find every voucher again
DROP TABLE voucher;
CREATE TABLE voucher (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('open', 'movement', 'reverse', 'opening', 'undo_opening', 'clawback', 'clawback_received')),
  on_day TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  lines TEXT NOT NULL CHECK (json_valid(lines)),
  case_id TEXT REFERENCES case_file (id),
  -- what it is about, so that the same is not drawn up twice; null where it may come again
  about TEXT,
  why TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'drawn_up' CHECK (status IN ('drawn_up', 'done', 'declined')),
  made_by TEXT NOT NULL REFERENCES person (id),
  made_org TEXT NOT NULL REFERENCES organisation (id),
  checked_by TEXT REFERENCES person (id),
  declined_why TEXT,
  recorded_at INTEGER NOT NULL,
  closed_at INTEGER,
  CHECK ((status = 'drawn_up') = (checked_by IS NULL) AND (status = 'drawn_up') = (closed_at IS NULL) AND (status = 'declined') = (declined_why IS NOT NULL)),
  -- whoever drew it up may take it back, never pass it
  CHECK (status <> 'done' OR checked_by <> made_by)
) STRICT;
INSERT INTO voucher (id, scheme_id, kind, on_day, body, lines, case_id, about, why, status, made_by, made_org, checked_by, declined_why, recorded_at, closed_at)
  SELECT id, scheme_id, CASE kind WHEN 'interest' THEN 'movement' ELSE kind END, on_day,
    CASE kind WHEN 'interest' THEN json_set(body, '$.kind', 'movement', '$.reason', 'interest') ELSE body END, lines, case_id,
    CASE kind WHEN 'interest' THEN 'interest/' || about ELSE about END, why, status, made_by, made_org, checked_by, declined_why, recorded_at, closed_at
  FROM voucher_before;
DROP TABLE voucher_before;
CREATE INDEX voucher_scheme ON voucher (scheme_id, recorded_at, id);
CREATE INDEX voucher_status ON voucher (scheme_id, status, recorded_at, id);
CREATE INDEX voucher_kind ON voucher (scheme_id, kind, status, recorded_at);
CREATE UNIQUE INDEX voucher_once ON voucher (scheme_id, kind, about) WHERE about IS NOT NULL AND status <> 'declined';
-- the books are opened one way at a time
CREATE UNIQUE INDEX voucher_opening ON voucher (scheme_id) WHERE kind IN ('open', 'opening') AND status = 'drawn_up';

CREATE TRIGGER voucher_forward BEFORE UPDATE ON voucher
WHEN OLD.status <> 'drawn_up' OR NEW.status = 'drawn_up' OR NEW.id <> OLD.id OR NEW.scheme_id <> OLD.scheme_id OR NEW.kind <> OLD.kind OR NEW.on_day <> OLD.on_day
  OR NEW.body <> OLD.body OR NEW.lines <> OLD.lines OR NEW.case_id IS NOT OLD.case_id OR NEW.about IS NOT OLD.about OR NEW.why <> OLD.why OR NEW.made_by <> OLD.made_by
  OR NEW.made_org <> OLD.made_org OR NEW.recorded_at <> OLD.recorded_at
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER voucher_no_delete BEFORE DELETE ON voucher BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER voucher_no_replace BEFORE INSERT ON voucher
WHEN EXISTS (SELECT 1 FROM voucher WHERE id = NEW.id OR (scheme_id = NEW.scheme_id AND ((kind = NEW.kind AND about = NEW.about AND status <> 'declined')
  OR (NEW.kind IN ('open', 'opening') AND kind IN ('open', 'opening') AND status = 'drawn_up'))))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
