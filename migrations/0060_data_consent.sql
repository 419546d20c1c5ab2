-- A firm's data, looked at with its consent (东莞四（四）): consents for a period, withdrawn at once, and every look with who looked and for what. Records.
CREATE TABLE data_consent (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL, enterprise_org TEXT NOT NULL REFERENCES organisation (id), institution_org TEXT NOT NULL REFERENCES organisation (id),
  from_day TEXT NOT NULL, until_day TEXT NOT NULL CHECK (until_day >= from_day), made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX data_consent_firm ON data_consent (enterprise_org, institution_org);
CREATE INDEX data_consent_scheme ON data_consent (scheme_id, recorded_at, id);
CREATE TRIGGER data_consent_no_update BEFORE UPDATE ON data_consent BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER data_consent_no_delete BEFORE DELETE ON data_consent BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER data_consent_no_replace BEFORE INSERT ON data_consent WHEN EXISTS (SELECT 1 FROM data_consent WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE consent_withdrawal (
  consent_id TEXT PRIMARY KEY REFERENCES data_consent (id), on_day TEXT NOT NULL, made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER consent_withdrawal_no_update BEFORE UPDATE ON consent_withdrawal BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER consent_withdrawal_no_delete BEFORE DELETE ON consent_withdrawal BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER consent_withdrawal_no_replace BEFORE INSERT ON consent_withdrawal WHEN EXISTS (SELECT 1 FROM consent_withdrawal WHERE consent_id = NEW.consent_id)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;

CREATE TABLE data_look (
  id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL, enterprise_org TEXT NOT NULL REFERENCES organisation (id), institution_org TEXT NOT NULL REFERENCES organisation (id),
  purpose TEXT NOT NULL CHECK (purpose <> ''), on_day TEXT NOT NULL, person_id TEXT NOT NULL, recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX data_look_scheme ON data_look (scheme_id, recorded_at, id);
CREATE TRIGGER data_look_no_update BEFORE UPDATE ON data_look BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER data_look_no_delete BEFORE DELETE ON data_look BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER data_look_no_replace BEFORE INSERT ON data_look WHEN EXISTS (SELECT 1 FROM data_look WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
