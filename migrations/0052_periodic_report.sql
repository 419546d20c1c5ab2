-- Reports that come round (新乡第十五条, 克州第二十三条, 东莞四（二）, 包头第三十五条): told once a period by each that owes it, with its paper and the figures as they were told.
CREATE TABLE periodic_report (
  scheme_id TEXT NOT NULL, report TEXT NOT NULL, period TEXT NOT NULL, by_org TEXT NOT NULL REFERENCES organisation (id),
  text TEXT NOT NULL CHECK (text <> ''), figures TEXT NOT NULL CHECK (json_valid(figures)), document_no TEXT NOT NULL CHECK (document_no <> ''),
  on_day TEXT NOT NULL, made_by TEXT NOT NULL, recorded_at INTEGER NOT NULL, PRIMARY KEY (scheme_id, report, period, by_org)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER periodic_report_no_update BEFORE UPDATE ON periodic_report BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER periodic_report_no_delete BEFORE DELETE ON periodic_report BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER periodic_report_no_replace BEFORE INSERT ON periodic_report
WHEN EXISTS (SELECT 1 FROM periodic_report WHERE scheme_id = NEW.scheme_id AND report = NEW.report AND period = NEW.period AND by_org = NEW.by_org)
BEGIN SELECT RAISE(ABORT, 'already_exists'); END;
