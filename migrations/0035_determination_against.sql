-- Two institutions may stand behind one loan, a lender and the one that guarantees or insures it: a determination (四（二）) says which of them it is about.
ALTER TABLE determination ADD COLUMN against_org TEXT REFERENCES organisation (id);
