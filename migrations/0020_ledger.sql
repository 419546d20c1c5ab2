-- The fund's ledger (二（二）, 三（六） to 三（八）). SQL itself refuses an unbalanced transfer, a balance below zero, a draw without an approved
-- payable, a second payment, an edit, a delete, a REPLACE: whatever the code above it does, no fen is lost. The rules decide first (shared/fund/posting.ts);
-- these triggers are the wall behind them and speak the same words.

-- The chart as the scheme states it (fund/chart.ts); written by the worker at start and compared, never edited by hand.
CREATE TABLE ledger_account (
  scheme_id TEXT NOT NULL, id TEXT NOT NULL, grows TEXT NOT NULL CHECK (grows IN ('debit', 'credit')),
  per TEXT, short TEXT, holds TEXT, PRIMARY KEY (scheme_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_reason (
  scheme_id TEXT NOT NULL, id TEXT NOT NULL, debits TEXT NOT NULL, credits TEXT NOT NULL,
  needs_case INTEGER NOT NULL, persons INTEGER NOT NULL, payable TEXT, PRIMARY KEY (scheme_id, id)
) STRICT, WITHOUT ROWID;

-- What may be paid: one row a claim or receipt; `drawn` and `settled_by` are moved by the triggers below alone.
CREATE TABLE payable (
  scheme_id TEXT NOT NULL, id TEXT NOT NULL, reason TEXT NOT NULL, of_id TEXT NOT NULL, case_id TEXT NOT NULL,
  payee_org TEXT NOT NULL, amount INTEGER NOT NULL CHECK (amount > 0), approved_on TEXT NOT NULL, document_no TEXT,
  drawn INTEGER NOT NULL DEFAULT 0 CHECK (drawn BETWEEN 0 AND amount), settled_by TEXT, PRIMARY KEY (scheme_id, id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER payable_once BEFORE INSERT ON payable
WHEN EXISTS (SELECT 1 FROM payable WHERE scheme_id = NEW.scheme_id AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
CREATE TRIGGER payable_fixed BEFORE UPDATE ON payable
WHEN OLD.amount <> NEW.amount OR OLD.payee_org <> NEW.payee_org OR OLD.of_id <> NEW.of_id OR OLD.case_id <> NEW.case_id
BEGIN SELECT RAISE(ABORT, 'amount_mismatch'); END;
CREATE TRIGGER payable_no_delete BEFORE DELETE ON payable BEGIN SELECT RAISE(ABORT, 'append_only'); END;

-- Balances are read here. Only the triggers of ledger_event move them; of_id '' is the account's total.
CREATE TABLE ledger_balance (
  scheme_id TEXT NOT NULL, account TEXT NOT NULL, of_id TEXT NOT NULL DEFAULT '',
  balance INTEGER NOT NULL DEFAULT 0, held INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0), PRIMARY KEY (scheme_id, account, of_id)
) STRICT, WITHOUT ROWID;

-- The ledger: append-only, one chain a scheme, whose seq is the fund's lock as case_event's is a case's.
CREATE TABLE ledger_event (
  scheme_id TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq >= 1),
  type TEXT NOT NULL CHECK (type IN ('reserved', 'posted', 'voided', 'expired')),
  transfer_id TEXT NOT NULL, reason TEXT NOT NULL, on_day TEXT NOT NULL, entries TEXT NOT NULL CHECK (json_valid(entries)),
  made_by TEXT NOT NULL CHECK (made_by <> ''), checked_by TEXT CHECK (checked_by IS NULL OR checked_by <> made_by),
  case_id TEXT, payable_id TEXT, document_no TEXT, reverses TEXT, until_day TEXT, why TEXT,
  clauses TEXT NOT NULL, recorded_at INTEGER NOT NULL, prev_hash TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (scheme_id, seq), UNIQUE (scheme_id, prev_hash)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ledger_once ON ledger_event (scheme_id, transfer_id, type);
CREATE UNIQUE INDEX ledger_reversed ON ledger_event (scheme_id, reverses) WHERE reverses IS NOT NULL AND type = 'posted';
CREATE INDEX ledger_day ON ledger_event (scheme_id, on_day);

CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger_event BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger_event BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER ledger_no_replace BEFORE INSERT ON ledger_event
WHEN EXISTS (SELECT 1 FROM ledger_event WHERE scheme_id = NEW.scheme_id
  AND (seq = NEW.seq OR prev_hash = NEW.prev_hash OR (transfer_id = NEW.transfer_id AND type = NEW.type)
       OR (NEW.type = 'posted' AND type = 'posted' AND reverses = NEW.reverses)))
BEGIN SELECT RAISE(ABORT, 'stale'); END;
CREATE TRIGGER ledger_next BEFORE INSERT ON ledger_event
WHEN NEW.seq <> COALESCE((SELECT MAX(seq) FROM ledger_event WHERE scheme_id = NEW.scheme_id), 0) + 1
  OR (NEW.seq > 1 AND NEW.prev_hash IS NOT (SELECT hash FROM ledger_event WHERE scheme_id = NEW.scheme_id AND seq = NEW.seq - 1))
BEGIN SELECT RAISE(ABORT, 'stale'); END;
CREATE TRIGGER ledger_reason_known BEFORE INSERT ON ledger_event
WHEN NOT EXISTS (SELECT 1 FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason)
BEGIN SELECT RAISE(ABORT, 'fund_use_forbidden'); END;
CREATE TRIGGER ledger_signed BEFORE INSERT ON ledger_event
WHEN NEW.checked_by IS NULL AND (NEW.reverses IS NOT NULL OR (SELECT persons FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason) = 2)
BEGIN SELECT RAISE(ABORT, 'second_person_missing'); END;
-- An entry is on an account of its reason and side (mirrored in a reversal), a whole number above zero, with its sub-account where the account has them.
CREATE TRIGGER ledger_accounts BEFORE INSERT ON ledger_event
WHEN EXISTS (
  SELECT 1 FROM json_each(NEW.entries) e JOIN ledger_reason r ON r.scheme_id = NEW.scheme_id AND r.id = NEW.reason
  LEFT JOIN ledger_account a ON a.scheme_id = NEW.scheme_id AND a.id = e.value ->> 'account'
  WHERE a.id IS NULL OR (a.per IS NULL) <> (e.value ->> 'of' IS NULL) OR json_type(e.value, '$.amount') <> 'integer' OR (e.value ->> 'amount') <= 0
     OR e.value ->> 'account' NOT IN (SELECT value FROM json_each(
          CASE WHEN (e.value ->> 'side' = 'debit') = (NEW.reverses IS NULL) THEN r.debits ELSE r.credits END)))
BEGIN SELECT RAISE(ABORT, 'account_mismatch'); END;
CREATE TRIGGER ledger_balanced BEFORE INSERT ON ledger_event
WHEN COALESCE((SELECT SUM(CASE e.value ->> 'side' WHEN 'debit' THEN e.value ->> 'amount' ELSE -(e.value ->> 'amount') END) FROM json_each(NEW.entries) e), 1) <> 0
BEGIN SELECT RAISE(ABORT, 'transfer_unbalanced'); END;
-- A reservation that is posted, voided or expired has to stand, unchanged and, for a posting, in time.
CREATE TRIGGER ledger_reserved BEFORE INSERT ON ledger_event
WHEN (NEW.type IN ('voided', 'expired') OR (NEW.type = 'posted' AND NEW.until_day IS NOT NULL)) AND NOT EXISTS (
  SELECT 1 FROM ledger_event o WHERE o.scheme_id = NEW.scheme_id AND o.transfer_id = NEW.transfer_id AND o.type = 'reserved'
    AND o.entries = NEW.entries AND (NEW.type <> 'posted' OR NEW.on_day <= o.until_day) AND (NEW.type <> 'expired' OR NEW.on_day > o.until_day)
    AND NOT EXISTS (SELECT 1 FROM ledger_event d WHERE d.scheme_id = o.scheme_id AND d.transfer_id = o.transfer_id AND d.type <> 'reserved'))
BEGIN SELECT RAISE(ABORT, 'transfer_not_reserved'); END;
-- Money leaves only for what was approved, once; the quota moves only for an approved and unpaid payable.
CREATE TRIGGER ledger_payable BEFORE INSERT ON ledger_event
WHEN NEW.type IN ('reserved', 'posted') AND NEW.reverses IS NULL
  AND (SELECT payable FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM payable p WHERE p.scheme_id = NEW.scheme_id AND p.id = NEW.payable_id AND p.case_id = NEW.case_id
    AND (SELECT SUM(e.value ->> 'amount') FROM json_each(NEW.entries) e WHERE e.value ->> 'side' = 'debit') <= p.amount
    AND NOT EXISTS (SELECT 1 FROM json_each(NEW.entries) e WHERE e.value ->> 'of' IS NOT NULL AND e.value ->> 'of' <> p.of_id))
BEGIN SELECT RAISE(ABORT, 'quota_without_claim'); END;
CREATE TRIGGER ledger_paid_twice BEFORE INSERT ON ledger_event
WHEN NEW.type IN ('reserved', 'posted') AND NEW.reverses IS NULL
  AND (SELECT payable FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason) = 'settles'
  AND EXISTS (SELECT 1 FROM payable p WHERE p.scheme_id = NEW.scheme_id AND p.id = NEW.payable_id AND p.settled_by IS NOT NULL AND p.settled_by <> NEW.transfer_id)
BEGIN SELECT RAISE(ABORT, 'paid_twice'); END;

-- What an event does to balances: a reservation holds, a posting moves (and lets go of what it held), voiding and expiry let go.
CREATE TRIGGER ledger_moves AFTER INSERT ON ledger_event BEGIN
  INSERT INTO ledger_balance (scheme_id, account, of_id)
    SELECT NEW.scheme_id, e.value ->> 'account', '' FROM json_each(NEW.entries) e WHERE 1
    UNION SELECT NEW.scheme_id, e.value ->> 'account', e.value ->> 'of' FROM json_each(NEW.entries) e WHERE e.value ->> 'of' IS NOT NULL
    ON CONFLICT DO NOTHING;
  UPDATE ledger_balance SET
    balance = balance + CASE WHEN NEW.type = 'posted' THEN m.grown - m.fallen ELSE 0 END,
    held = held + m.fallen * m.floored * CASE WHEN NEW.type = 'reserved' THEN 1 WHEN NEW.type = 'posted' AND NEW.until_day IS NULL THEN 0 ELSE -1 END
  FROM (
    SELECT e.value ->> 'account' AS account, s.of_id AS of_id, a.short IS NOT NULL AS floored,
      SUM(CASE WHEN e.value ->> 'side' = a.grows THEN e.value ->> 'amount' ELSE 0 END) AS grown,
      SUM(CASE WHEN e.value ->> 'side' = a.grows THEN 0 ELSE e.value ->> 'amount' END) AS fallen
    FROM json_each(NEW.entries) e JOIN ledger_account a ON a.scheme_id = NEW.scheme_id AND a.id = e.value ->> 'account'
    JOIN (SELECT '' AS of_id UNION SELECT value ->> 'of' FROM json_each(NEW.entries) WHERE value ->> 'of' IS NOT NULL) s ON s.of_id = '' OR s.of_id = e.value ->> 'of'
    GROUP BY 1, 2, 3
  ) m WHERE ledger_balance.scheme_id = NEW.scheme_id AND ledger_balance.account = m.account AND ledger_balance.of_id = m.of_id;
  SELECT RAISE(ABORT, 'fund_insufficient') FROM ledger_balance b JOIN ledger_account a ON a.scheme_id = b.scheme_id AND a.id = b.account
    JOIN json_each(NEW.entries) e ON e.value ->> 'account' = b.account
    WHERE b.scheme_id = NEW.scheme_id AND b.of_id IN ('', COALESCE(e.value ->> 'of', '')) AND a.short IS NOT NULL AND b.balance - b.held < 0;
  UPDATE payable SET
    drawn = drawn + CASE WHEN NEW.type = 'posted' AND r.payable = 'draws' THEN CASE WHEN NEW.reverses IS NULL THEN 1 ELSE -1 END * r.moved ELSE 0 END,
    settled_by = CASE WHEN r.payable = 'settles' THEN CASE
        WHEN NEW.reverses IS NOT NULL THEN NULL WHEN NEW.type IN ('reserved', 'posted') THEN NEW.transfer_id
        WHEN settled_by = NEW.transfer_id THEN NULL ELSE settled_by END ELSE settled_by END
  FROM (SELECT id, payable, (SELECT SUM(e.value ->> 'amount') FROM json_each(NEW.entries) e WHERE e.value ->> 'side' = 'debit') AS moved
        FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason) r
  WHERE payable.scheme_id = NEW.scheme_id AND payable.id = NEW.payable_id;
END;
