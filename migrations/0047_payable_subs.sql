-- Where a fund keeps money apart by whom it stands for (包头 第十六条, 第三十二条: what lies with a bank secures that bank's loans and is taken first), an approved payment
-- says whose sub-accounts may pay it: JSON of what accounts are kept apart by, and whose, e.g. {"institution": "…"}. Written with the approval and fixed like the amount.
ALTER TABLE payable ADD COLUMN subs TEXT CHECK (subs IS NULL OR json_valid(subs));

DROP TRIGGER payable_fixed;
CREATE TRIGGER payable_fixed BEFORE UPDATE ON payable
WHEN OLD.amount <> NEW.amount OR OLD.payee_org <> NEW.payee_org OR OLD.of_id <> NEW.of_id OR OLD.case_id <> NEW.case_id OR OLD.subs IS NOT NEW.subs
BEGIN SELECT RAISE(ABORT, 'amount_mismatch'); END;

-- An entry of a payment is on the claim's own sub-account, or on one that its approval names for accounts of that kind; nobody else's deposit ever pays.
DROP TRIGGER ledger_payable;
CREATE TRIGGER ledger_payable BEFORE INSERT ON ledger_event
WHEN NEW.type IN ('reserved', 'posted') AND NEW.reverses IS NULL
  AND (SELECT payable FROM ledger_reason WHERE scheme_id = NEW.scheme_id AND id = NEW.reason) IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM payable p WHERE p.scheme_id = NEW.scheme_id AND p.id = NEW.payable_id AND p.case_id = NEW.case_id
    AND (SELECT SUM(e.value ->> 'amount') FROM json_each(NEW.entries) e WHERE e.value ->> 'side' = 'debit') <= p.amount
    AND NOT EXISTS (SELECT 1 FROM json_each(NEW.entries) e
      JOIN ledger_account a ON a.scheme_id = NEW.scheme_id AND a.id = e.value ->> 'account'
      WHERE e.value ->> 'of' IS NOT NULL AND e.value ->> 'of' <> COALESCE(json_extract(p.subs, '$.' || a.per), p.of_id)))
BEGIN SELECT RAISE(ABORT, 'quota_without_claim'); END;
