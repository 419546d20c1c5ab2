-- The inbox of each organisation; a notice to one person names the person too. Words for the codes live in the miniapp.
CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  to_org TEXT NOT NULL REFERENCES organisation (id),
  to_person TEXT REFERENCES person (id),
  case_id TEXT,
  code TEXT NOT NULL,
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  recorded_at INTEGER NOT NULL,
  read_at INTEGER
) STRICT;
CREATE INDEX notice_inbox ON notice (to_org, recorded_at);
CREATE INDEX notice_unread ON notice (to_org) WHERE read_at IS NULL;
