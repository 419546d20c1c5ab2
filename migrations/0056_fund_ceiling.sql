-- What a document lets its fund pay in a year and in all (新乡 第二条: ten million a year, twenty-nine million altogether; 东莞 三（一）: the year's budget). The rules refuse
-- first (shared/fund/allocation.ts); this is the wall behind them, for orders that are checked at the same moment. Money counts in the year in which its order set it aside, and
-- is free again when the order ends unpaid or its payment is reversed; what came back from debtors gives no new room.
CREATE TABLE fund_ceiling (
  scheme_id TEXT NOT NULL,
  id TEXT NOT NULL,
  per TEXT NOT NULL CHECK (per IN ('year', 'life')),
  -- 0 for the whole life
  year INTEGER NOT NULL CHECK ((per = 'life') = (year = 0)),
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (scheme_id, id, year)
) STRICT, WITHOUT ROWID;

-- Paid and set aside, by year; year 0 is what was paid before the books were opened here. Only the trigger below moves it.
CREATE TABLE fund_spent (
  scheme_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  amount INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (scheme_id, year)
) STRICT, WITHOUT ROWID;

-- The books as they stand: orders that still hold money, and what was paid and not reversed.
INSERT INTO fund_spent (scheme_id, year, amount)
SELECT e.scheme_id, CASE WHEN r.payable = 'settles' THEN CAST(substr(COALESCE(h.on_day, e.on_day), 1, 4) AS INTEGER) ELSE 0 END,
  SUM((SELECT SUM(j.value ->> 'amount') FROM json_each(e.entries) j WHERE j.value ->> 'side' = 'debit'))
FROM ledger_event e JOIN ledger_reason r ON r.scheme_id = e.scheme_id AND r.id = e.reason
LEFT JOIN ledger_event h ON h.scheme_id = e.scheme_id AND h.transfer_id = e.transfer_id AND h.type = 'reserved'
WHERE (r.payable = 'settles' OR (r.payable IS NULL AND r.counts = 'paid')) AND e.reverses IS NULL
  AND (e.type = 'posted' OR (e.type = 'reserved' AND NOT EXISTS (
    SELECT 1 FROM ledger_event d WHERE d.scheme_id = e.scheme_id AND d.transfer_id = e.transfer_id AND d.type <> 'reserved')))
  AND NOT EXISTS (SELECT 1 FROM ledger_event u WHERE u.scheme_id = e.scheme_id AND u.reverses = e.transfer_id AND u.type = 'posted')
GROUP BY 1, 2;

CREATE TRIGGER ledger_spends AFTER INSERT ON ledger_event
WHEN (NEW.type <> 'posted' OR NEW.until_day IS NULL)
  AND EXISTS (SELECT 1 FROM ledger_reason r WHERE r.scheme_id = NEW.scheme_id AND r.id = NEW.reason
    AND (r.payable = 'settles' OR (r.payable IS NULL AND r.counts = 'paid')))
BEGIN
  INSERT INTO fund_spent (scheme_id, year, amount)
    SELECT NEW.scheme_id, m.year, COALESCE((SELECT amount FROM fund_spent WHERE scheme_id = NEW.scheme_id AND year = m.year), 0) + m.moved
    FROM (
      SELECT CASE WHEN r.payable = 'settles' THEN CAST(substr(COALESCE(
            (SELECT on_day FROM ledger_event WHERE scheme_id = NEW.scheme_id AND transfer_id = COALESCE(NEW.reverses, NEW.transfer_id) AND type = 'reserved'),
            (SELECT on_day FROM ledger_event WHERE scheme_id = NEW.scheme_id AND transfer_id = NEW.reverses AND type = 'posted'),
            NEW.on_day), 1, 4) AS INTEGER) ELSE 0 END AS year,
        (SELECT SUM(j.value ->> 'amount') FROM json_each(NEW.entries) j WHERE j.value ->> 'side' = 'debit')
          * CASE WHEN NEW.type IN ('reserved', 'posted') AND NEW.reverses IS NULL THEN 1 ELSE -1 END AS moved
      FROM ledger_reason r WHERE r.scheme_id = NEW.scheme_id AND r.id = NEW.reason
    ) m WHERE 1
    ON CONFLICT (scheme_id, year) DO UPDATE SET amount = excluded.amount;
  SELECT RAISE(ABORT, 'budget_exceeded') FROM fund_ceiling c
    WHERE NEW.type IN ('reserved', 'posted') AND NEW.reverses IS NULL AND c.scheme_id = NEW.scheme_id
      AND c.year IN (0, CAST(substr(NEW.on_day, 1, 4) AS INTEGER))
      AND c.amount < (SELECT SUM(s.amount) FROM fund_spent s WHERE s.scheme_id = NEW.scheme_id AND (c.per = 'life' OR s.year = c.year));
END;
