-- The firms on a district's list (克州 第七条（四）, 东莞 四（一）): one row a case, with the day of listing and whether the name is public. A firm that a review takes off the list
-- keeps its row with the day of its removal (东莞 四（二）).
CREATE TABLE list_entry (
  case_id TEXT PRIMARY KEY REFERENCES case_file (id),
  scheme_id TEXT NOT NULL,
  name TEXT NOT NULL,
  listed_on TEXT NOT NULL,
  public INTEGER NOT NULL CHECK (public IN (0, 1)),
  removed_on TEXT CHECK (removed_on >= listed_on)
) STRICT;
CREATE INDEX list_entry_day ON list_entry (scheme_id, listed_on, case_id);
CREATE TRIGGER list_entry_stays BEFORE DELETE ON list_entry BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- once, from listed to removed, and nothing else
CREATE TRIGGER list_entry_removed BEFORE UPDATE ON list_entry
WHEN OLD.removed_on IS NOT NULL OR NEW.removed_on IS NULL OR NEW.case_id <> OLD.case_id OR NEW.scheme_id <> OLD.scheme_id
  OR NEW.name <> OLD.name OR NEW.listed_on <> OLD.listed_on OR NEW.public <> OLD.public
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER list_entry_once BEFORE INSERT ON list_entry WHEN EXISTS (SELECT 1 FROM list_entry WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
