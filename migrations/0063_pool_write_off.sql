-- The pool of 包头 may write off what its city's own paper lets it (第三十八条（二） names such a loss, and no proof of it). What comes back after that goes
-- to the loss that was written off, so the reason of a return names one account more; charts that stand already are brought along, new ones are written so.
UPDATE ledger_reason SET credits = '["compensation","written_off"]' WHERE scheme_id = 'baotou' AND id = 'recovery_return';
