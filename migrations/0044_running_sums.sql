-- What a bank has lent in a year, and what the fund has paid it (东莞 三（四）: a compensation is held against sums over the firm and over the bank's year), are added up from an index
-- however many loans there are.
CREATE INDEX loan_lent ON loan (scheme_id, lender_org, disbursed_on, mode, principal) WHERE undone_by IS NULL;
CREATE INDEX loan_file_lender_paid ON loan_file (scheme_id, lender_org, paid_on) WHERE paid_on IS NOT NULL;
