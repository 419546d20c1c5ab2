-- A reward (东莞 三（六）, 四（二）) is approved and paid for a year's business as a whole, not for a case: its payable alone has none. Everything else is still paid for a case,
-- and the wall of 0047 stands as it was: what is posted meets an approval of the same case, or of none on both sides.
CREATE TRIGGER payable_case BEFORE INSERT ON payable
WHEN (NEW.case_id = '') <> (NEW.reason = 'reward')
BEGIN SELECT RAISE(ABORT, 'case_required'); END;

DROP TRIGGER ledger_payable;
CREATE TRIGGER ledger_payable BEFORE INSERT ON ledger_event
WHEN NEW.type IN ('reserved', 'posted') AND NEW.reverses IS NULL
  AND (SELECT payable FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM payable p WHERE p.scheme_id = NEW.scheme_id AND p.id = NEW.payable_id AND p.case_id = COALESCE(NEW.case_id, '')
    AND (p.case_id <> '' OR p.reason = NEW.reason)
    AND (SELECT SUM(e.value ->> 'amount') FROM json_each(NEW.entries) e WHERE e.value ->> 'side' = 'debit') <= p.amount
    AND NOT EXISTS (SELECT 1 FROM json_each(NEW.entries) e
      JOIN ledger_account a ON a.scheme_id = NEW.scheme_id AND a.id = e.value ->> 'account'
      WHERE e.value ->> 'of' IS NOT NULL AND e.value ->> 'of' <> COALESCE(json_extract(p.subs, '$.' || a.per), p.of_id)))
BEGIN SELECT RAISE(ABORT, 'quota_without_claim'); END;
