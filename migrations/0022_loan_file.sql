-- A funded loan as lists need it, from disbursement to its last fen (三（五） to 三（七）); the truth is its events, this row follows them in the same batch.
CREATE TABLE loan_file (
  case_id TEXT PRIMARY KEY REFERENCES case_file (id),
  scheme_id TEXT NOT NULL,
  loan_id TEXT NOT NULL UNIQUE REFERENCES loan (id),
  lender_org TEXT NOT NULL REFERENCES organisation (id),
  -- who is paid when it fails; null where nobody is
  payee_org TEXT REFERENCES organisation (id),
  recommender_org TEXT NOT NULL REFERENCES organisation (id),
  stage TEXT NOT NULL,
  grade TEXT NOT NULL,
  outstanding INTEGER NOT NULL CHECK (outstanding >= 0),
  matures_on TEXT NOT NULL,
  due_on TEXT,
  claim_id TEXT,
  claim_step TEXT,
  claim_since TEXT,
  claim_received_on TEXT,
  claim_principal INTEGER,
  batch TEXT,
  -- consented, then paid
  claim_amount INTEGER,
  paid_on TEXT,
  paid INTEGER NOT NULL DEFAULT 0,
  recovered INTEGER NOT NULL DEFAULT 0,
  returned INTEGER NOT NULL DEFAULT 0,
  pending INTEGER NOT NULL DEFAULT 0,
  out INTEGER NOT NULL DEFAULT 0 CHECK (out >= 0),
  written_off INTEGER NOT NULL DEFAULT 0,
  recovery_stage TEXT,
  touched_on TEXT,
  moved_at INTEGER NOT NULL,
  CHECK (returned <= paid)
) STRICT;
CREATE INDEX loan_file_moved ON loan_file (scheme_id, moved_at, case_id);
CREATE INDEX loan_file_stage ON loan_file (scheme_id, stage, moved_at, case_id);
CREATE INDEX loan_file_lender ON loan_file (scheme_id, lender_org, moved_at, case_id);
CREATE INDEX loan_file_payee ON loan_file (scheme_id, payee_org, moved_at, case_id) WHERE payee_org IS NOT NULL;
CREATE INDEX loan_file_recommender ON loan_file (scheme_id, recommender_org, paid_on);
CREATE INDEX loan_file_claim ON loan_file (scheme_id, claim_since, case_id) WHERE claim_id IS NOT NULL;
CREATE INDEX loan_file_batch ON loan_file (scheme_id, batch, claim_step) WHERE claim_id IS NOT NULL;
CREATE INDEX loan_file_paid ON loan_file (scheme_id, paid_on, case_id) WHERE paid_on IS NOT NULL;
CREATE TRIGGER loan_file_no_delete BEFORE DELETE ON loan_file BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER loan_file_same BEFORE UPDATE ON loan_file
WHEN NEW.loan_id <> OLD.loan_id OR NEW.lender_org <> OLD.lender_org OR NEW.payee_org IS NOT OLD.payee_org OR NEW.scheme_id <> OLD.scheme_id
BEGIN SELECT RAISE(ABORT, 'append_only'); END;
-- a claim that was paid stays paid, by the same fen
CREATE TRIGGER loan_file_paid_once BEFORE UPDATE ON loan_file WHEN OLD.paid_on IS NOT NULL AND (NEW.paid_on IS NOT OLD.paid_on OR NEW.paid <> OLD.paid)
BEGIN SELECT RAISE(ABORT, 'paid_twice'); END;
