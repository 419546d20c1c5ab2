-- Claims that wait because of a pause are paid in the order in which they were approved (三（八）, reading YQ-A05). Two that were approved between the same two
-- postings stand behind the same one: the instant of each approval tells them apart.
ALTER TABLE payable ADD COLUMN approved_at INTEGER NOT NULL DEFAULT 0;
