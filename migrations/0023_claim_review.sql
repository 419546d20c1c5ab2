-- A claim is verified by the same units that rated the loan, by the same kind of sealed ballot (三（六）), so it sits in the same tables: what refuses a late
-- ballot, a second one and a stranger's refuses them there too. A claim that is taken or sent back during its ballot drops the review; its ballots stay sealed.
ALTER TABLE review ADD COLUMN about TEXT NOT NULL DEFAULT 'rating' CHECK (about IN ('rating', 'claim'));
ALTER TABLE review ADD COLUMN dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1));
CREATE TRIGGER review_same BEFORE UPDATE ON review
WHEN NEW.about <> OLD.about OR NEW.case_id <> OLD.case_id OR NEW.dropped < OLD.dropped OR (OLD.dropped = 1 AND NEW.status <> OLD.status)
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- claims by the step at which they wait, and an institution's own, the latest first
CREATE INDEX loan_file_claim_step ON loan_file (scheme_id, claim_step, claim_since, case_id) WHERE claim_id IS NOT NULL;
CREATE INDEX loan_file_claim_payee ON loan_file (scheme_id, payee_org, claim_since, case_id) WHERE claim_id IS NOT NULL;
