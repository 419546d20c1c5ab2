-- What a period's plan rests on, beside the plan (新乡 第二条, 第九条): what each limit left on the day on which it was drawn up, so that whoever decides, and whoever asks in later
-- years, reads the figures that bound it. And a claim has a part in one plan at most, whatever period it names: only a plan that was returned lets it into another.
CREATE TABLE allocation_room (
  allocation_id TEXT NOT NULL REFERENCES allocation (id), place INTEGER NOT NULL CHECK (place >= 0), says TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount >= 0),
  used INTEGER NOT NULL CHECK (used >= 0), room INTEGER NOT NULL CHECK (room BETWEEN 0 AND amount), article TEXT NOT NULL,
  PRIMARY KEY (allocation_id, place)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER allocation_room_no_update BEFORE UPDATE ON allocation_room BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER allocation_room_no_delete BEFORE DELETE ON allocation_room BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER allocation_room_no_replace BEFORE INSERT ON allocation_room
WHEN EXISTS (SELECT 1 FROM allocation_room WHERE allocation_id = NEW.allocation_id AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE INDEX allocation_line_claim ON allocation_line (claim_id);
CREATE TRIGGER allocation_claim_once BEFORE INSERT ON allocation_line
WHEN EXISTS (SELECT 1 FROM allocation_line l WHERE l.claim_id = NEW.claim_id AND l.allocated > 0 AND l.allocation_id <> NEW.allocation_id
  AND NOT EXISTS (SELECT 1 FROM allocation_decision d WHERE d.allocation_id = l.allocation_id AND d.agreed = 0))
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

-- claims that gather for a plan, found without reading those of earlier years
CREATE INDEX loan_file_gathering ON loan_file (scheme_id, claim_step, batch, claim_received_on) WHERE claim_id IS NOT NULL AND batch IS NOT NULL;
