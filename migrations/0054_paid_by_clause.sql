-- What was paid out under each article in each year (the policy page's "this year"): money that left the fund's cash and quota, by the articles that its posting names; a
-- reversal takes it off again. Only the trigger writes it.
CREATE TABLE paid_by_clause (
  scheme_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  clause TEXT NOT NULL,
  -- postings less reversals, and what they paid
  count INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (scheme_id, year, clause)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER paid_by_clause_follows AFTER INSERT ON ledger_event
WHEN NEW.type = 'posted' AND EXISTS (SELECT 1 FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason AND payable IS NOT NULL) BEGIN
  INSERT INTO paid_by_clause (scheme_id, year, clause, count, amount)
    SELECT NEW.scheme_id, CAST(substr(NEW.on_day, 1, 4) AS INTEGER), c.value, CASE WHEN NEW.reverses IS NULL THEN 1 ELSE -1 END, paid.amount
    FROM (
      SELECT SUM(CASE WHEN e.value ->> 'side' = a.grows THEN -(e.value ->> 'amount') ELSE e.value ->> 'amount' END) AS amount
      FROM json_each(NEW.entries) e CROSS JOIN ledger_account a ON a.scheme_id = NEW.scheme_id AND a.id = e.value ->> 'account' AND a.holds IN ('cash', 'quota')
    ) paid CROSS JOIN json_each('["' || replace(NEW.clauses, ' ', '","') || '"]') c
    WHERE paid.amount <> 0 AND (paid.amount > 0) = (NEW.reverses IS NULL)
    ON CONFLICT (scheme_id, year, clause) DO UPDATE SET count = count + excluded.count, amount = amount + excluded.amount;
END;

INSERT INTO paid_by_clause (scheme_id, year, clause, count, amount)
  SELECT v.scheme_id, v.year, c.value, SUM(CASE WHEN v.reverses IS NULL THEN 1 ELSE -1 END), SUM(v.amount) FROM (
    SELECT l.scheme_id, CAST(substr(l.on_day, 1, 4) AS INTEGER) AS year, l.clauses, l.reverses,
      SUM(CASE WHEN e.value ->> 'side' = a.grows THEN -(e.value ->> 'amount') ELSE e.value ->> 'amount' END) AS amount
    FROM ledger_event l CROSS JOIN ledger_reason r ON r.scheme_id = l.scheme_id AND r.id = l.reason AND r.payable IS NOT NULL
      CROSS JOIN json_each(l.entries) e CROSS JOIN ledger_account a ON a.scheme_id = l.scheme_id AND a.id = e.value ->> 'account' AND a.holds IN ('cash', 'quota')
    WHERE l.type = 'posted' GROUP BY l.scheme_id, l.seq) v CROSS JOIN json_each('["' || replace(v.clauses, ' ', '","') || '"]') c
  WHERE v.amount <> 0 AND (v.amount > 0) = (v.reverses IS NULL)
  GROUP BY v.scheme_id, v.year, c.value;
