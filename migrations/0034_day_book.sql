-- What moved on each day for each reason (三（七）末段, 三（八）): the pictures, the pace towards a pause and the half-year report read a few hundred of these rows however
-- long the ledger is. Only the trigger writes them; the nightly check counts them again from the postings. A claim's loan is found by the claim in lists of balances.
CREATE TABLE day_book (
  scheme_id TEXT NOT NULL, on_day TEXT NOT NULL, reason TEXT NOT NULL,
  -- postings less reversals, and what they moved
  count INTEGER NOT NULL, amount INTEGER NOT NULL,
  -- by how much cash and quota changed
  cash INTEGER NOT NULL, quota INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, on_day, reason)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER day_book_follows AFTER INSERT ON ledger_event WHEN NEW.type = 'posted' BEGIN
  INSERT INTO day_book (scheme_id, on_day, reason, count, amount, cash, quota)
    SELECT NEW.scheme_id, NEW.on_day, NEW.reason, CASE WHEN NEW.reverses IS NULL THEN 1 ELSE -1 END,
      SUM(CASE WHEN e.value ->> 'side' = 'debit' THEN e.value ->> 'amount' ELSE 0 END) * CASE WHEN NEW.reverses IS NULL THEN 1 ELSE -1 END,
      SUM(CASE WHEN a.holds = 'cash' THEN CASE WHEN e.value ->> 'side' = a.grows THEN e.value ->> 'amount' ELSE -(e.value ->> 'amount') END ELSE 0 END),
      SUM(CASE WHEN a.holds = 'quota' THEN CASE WHEN e.value ->> 'side' = a.grows THEN e.value ->> 'amount' ELSE -(e.value ->> 'amount') END ELSE 0 END)
    FROM json_each(NEW.entries) e JOIN ledger_account a ON a.scheme_id = NEW.scheme_id AND a.id = e.value ->> 'account'
    WHERE 1
    ON CONFLICT (scheme_id, on_day, reason) DO UPDATE SET count = count + excluded.count, amount = amount + excluded.amount,
      cash = cash + excluded.cash, quota = quota + excluded.quota;
END;
INSERT INTO day_book (scheme_id, on_day, reason, count, amount, cash, quota)
  SELECT v.scheme_id, v.on_day, v.reason, SUM(v.sign), SUM(v.amount * v.sign), SUM(v.cash), SUM(v.quota) FROM (
    SELECT l.scheme_id, l.on_day, l.reason, CASE WHEN l.reverses IS NULL THEN 1 ELSE -1 END AS sign,
      SUM(CASE WHEN e.value ->> 'side' = 'debit' THEN e.value ->> 'amount' ELSE 0 END) AS amount,
      SUM(CASE WHEN a.holds = 'cash' THEN CASE WHEN e.value ->> 'side' = a.grows THEN e.value ->> 'amount' ELSE -(e.value ->> 'amount') END ELSE 0 END) AS cash,
      SUM(CASE WHEN a.holds = 'quota' THEN CASE WHEN e.value ->> 'side' = a.grows THEN e.value ->> 'amount' ELSE -(e.value ->> 'amount') END ELSE 0 END) AS quota
    FROM ledger_event l JOIN json_each(l.entries) e JOIN ledger_account a ON a.scheme_id = l.scheme_id AND a.id = e.value ->> 'account'
    WHERE l.type = 'posted' GROUP BY l.scheme_id, l.seq) v
  GROUP BY v.scheme_id, v.on_day, v.reason;
CREATE INDEX loan_file_of_claim ON loan_file (claim_id) WHERE claim_id IS NOT NULL;
