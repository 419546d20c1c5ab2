-- Agreements with partner institutions: how the partner was chosen, what the agreement says, and from when until when (二（六）).
CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  org_id TEXT NOT NULL REFERENCES organisation (id),
  scheme_id TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL CHECK (valid_until >= valid_from),
  selection_procedure TEXT NOT NULL CHECK (selection_procedure <> ''),
  selected_on TEXT NOT NULL,
  selection_document TEXT NOT NULL CHECK (selection_document <> ''),
  duties TEXT NOT NULL CHECK (duties <> ''),
  compensation_terms TEXT NOT NULL CHECK (compensation_terms <> ''),
  recovery_terms TEXT NOT NULL CHECK (recovery_terms <> ''),
  low_threshold INTEGER NOT NULL CHECK (low_threshold IN (0, 1)),
  min_rate TEXT,
  product_innovation INTEGER NOT NULL CHECK (product_innovation IN (0, 1)),
  max_ratio TEXT,
  -- the lending licence of a lender that is no bank (二（五）2)
  licence_type TEXT,
  licence_until TEXT,
  recorded_by TEXT NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX agreement_org ON agreement (org_id, valid_from);
CREATE INDEX agreement_scheme ON agreement (scheme_id, valid_from);
