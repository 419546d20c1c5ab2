-- Places in a yearly quota (二（四）): reserved at approval, used at disbursement, released on final failure. `most` is the scheme's number on that day.
CREATE TABLE slot (
  scheme_id TEXT NOT NULL,
  slot_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  case_id TEXT NOT NULL REFERENCES case_file (id),
  reserved_on TEXT NOT NULL,
  most INTEGER NOT NULL CHECK (most >= 1),
  status TEXT NOT NULL DEFAULT 'reserved' CHECK (status IN ('reserved', 'used', 'released')),
  PRIMARY KEY (scheme_id, slot_id, year, case_id, reserved_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX slot_case ON slot (case_id);
CREATE TRIGGER slot_free BEFORE INSERT ON slot
WHEN (SELECT COUNT(*) FROM slot WHERE scheme_id = NEW.scheme_id AND slot_id = NEW.slot_id AND year = NEW.year AND status <> 'released') >= NEW.most
BEGIN SELECT RAISE(ABORT, 'high_quota_used'); END;
CREATE TRIGGER slot_moves BEFORE UPDATE ON slot
WHEN OLD.status <> 'reserved' OR NEW.status = 'reserved' OR NEW.year <> OLD.year OR NEW.case_id <> OLD.case_id
BEGIN SELECT RAISE(ABORT, 'high_quota_used'); END;
CREATE TRIGGER slot_no_delete BEFORE DELETE ON slot BEGIN SELECT RAISE(ABORT, 'high_quota_used'); END;
CREATE TRIGGER slot_no_replace BEFORE INSERT ON slot
WHEN EXISTS (SELECT 1 FROM slot WHERE scheme_id = NEW.scheme_id AND slot_id = NEW.slot_id AND year = NEW.year AND case_id = NEW.case_id AND reserved_on = NEW.reserved_on)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
