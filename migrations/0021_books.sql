-- Beside the ledger (三（八）, 二（二）4): running figures that the pause is measured on, read and never added up; what waits to be paid and in which order;
-- the fund's pause and restart as the rules decided them, one row a change. A payable remembers after which posting it was approved, so that a replay meets both in the same order.
ALTER TABLE ledger_reason ADD COLUMN counts TEXT;
CREATE TABLE ledger_count (
  scheme_id TEXT NOT NULL, name TEXT NOT NULL, amount INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (scheme_id, name)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledger_counts AFTER INSERT ON ledger_event
WHEN NEW.type = 'posted' AND (SELECT counts FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason) IS NOT NULL
BEGIN
  INSERT INTO ledger_count (scheme_id, name, amount)
    SELECT NEW.scheme_id, counts, CASE WHEN NEW.reverses IS NULL THEN 1 ELSE -1 END *
      (SELECT SUM(e.value ->> 'amount') FROM json_each(NEW.entries) e WHERE e.value ->> 'side' = 'debit')
    FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason
    ON CONFLICT (scheme_id, name) DO UPDATE SET amount = amount + excluded.amount;
END;
CREATE INDEX ledger_case ON ledger_event (scheme_id, case_id) WHERE case_id IS NOT NULL;
CREATE INDEX ledger_of_reason ON ledger_event (scheme_id, reason, seq);

ALTER TABLE payable ADD COLUMN approved_seq INTEGER NOT NULL DEFAULT 0;
-- approved while the fund was paused: it waits in this order
ALTER TABLE payable ADD COLUMN queued INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payable ADD COLUMN paid_seq INTEGER;
CREATE INDEX payable_case ON payable (scheme_id, case_id);
CREATE INDEX payable_open ON payable (scheme_id, approved_seq, id) WHERE paid_seq IS NULL;
CREATE TRIGGER payable_paid AFTER INSERT ON ledger_event
WHEN NEW.type = 'posted' AND (SELECT payable FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason) = 'settles'
BEGIN
  UPDATE payable SET paid_seq = CASE WHEN NEW.reverses IS NULL THEN NEW.seq END WHERE scheme_id = NEW.scheme_id AND id = NEW.payable_id;
END;

CREATE TABLE breaker_state (
  scheme_id TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('ACTIVE', 'PAUSED')), epoch INTEGER NOT NULL CHECK (epoch >= 1), seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE fund_change (
  scheme_id TEXT NOT NULL, seq INTEGER NOT NULL, place INTEGER NOT NULL, to_state TEXT NOT NULL CHECK (to_state IN ('ACTIVE', 'PAUSED')), epoch INTEGER NOT NULL,
  on_day TEXT NOT NULL, figures TEXT NOT NULL CHECK (json_valid(figures)), clauses TEXT NOT NULL, article TEXT NOT NULL, recorded_at INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, seq, place)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER fund_change_no_update BEFORE UPDATE ON fund_change BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER fund_change_no_delete BEFORE DELETE ON fund_change BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER fund_change_no_replace BEFORE INSERT ON fund_change
WHEN EXISTS (SELECT 1 FROM fund_change WHERE scheme_id = NEW.scheme_id AND seq = NEW.seq AND place = NEW.place)
BEGIN SELECT RAISE(ABORT, 'stale'); END;

-- What has to be told to the government at once (三（七）末段); told once, with the number of the paper.
CREATE TABLE major_matter (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL, what TEXT NOT NULL, on_day TEXT NOT NULL, figures TEXT NOT NULL CHECK (json_valid(figures)),
  case_id TEXT, article TEXT NOT NULL, recorded_at INTEGER NOT NULL, reported_on TEXT, document_no TEXT, reported_by TEXT
) STRICT;
CREATE INDEX major_matter_scheme ON major_matter (scheme_id, on_day, id);
CREATE TRIGGER major_matter_once BEFORE UPDATE ON major_matter
WHEN OLD.reported_on IS NOT NULL OR NEW.reported_on IS NULL OR NEW.what <> OLD.what OR NEW.on_day <> OLD.on_day OR NEW.figures <> OLD.figures
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER major_matter_no_delete BEFORE DELETE ON major_matter BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER major_matter_no_replace BEFORE INSERT ON major_matter WHEN EXISTS (SELECT 1 FROM major_matter WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'stale'); END;
