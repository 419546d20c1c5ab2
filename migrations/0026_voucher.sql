-- Vouchers (二（二）3, 六; what moves without an instruction): one person draws up, another checks, and only then do the books move. A voucher is never edited; it goes
-- forward once, to done by a second person or declined with a reason. `body` is what it would book as the rules read it, `lines` what its readers were shown.
CREATE TABLE voucher (
  id TEXT PRIMARY KEY,
  scheme_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('open', 'interest', 'reverse', 'opening', 'undo_opening', 'clawback', 'clawback_received')),
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
