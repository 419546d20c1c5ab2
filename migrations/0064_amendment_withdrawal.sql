-- Whoever proposed a number may take the proposal back until a second person has decided; what was taken back is kept and is in force on no day. A trigger settles who was
-- first where one takes back what another agrees to at the same moment.
CREATE TABLE amendment_withdrawal (
  amendment_id TEXT PRIMARY KEY REFERENCES amendment (id),
  scheme_id TEXT NOT NULL,
  withdrawn_by TEXT NOT NULL REFERENCES person (id),
  withdrawn_on TEXT NOT NULL,
  withdrawn_at INTEGER NOT NULL
) STRICT;

CREATE TRIGGER amendment_withdrawal_kept BEFORE UPDATE ON amendment_withdrawal BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER amendment_withdrawal_stays BEFORE DELETE ON amendment_withdrawal BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER amendment_withdrawal_once BEFORE INSERT ON amendment_withdrawal
  WHEN EXISTS (SELECT 1 FROM amendment_withdrawal WHERE amendment_id = NEW.amendment_id) BEGIN SELECT RAISE(ABORT, 'append_only'); END;
CREATE TRIGGER amendment_withdrawal_own BEFORE INSERT ON amendment_withdrawal
  WHEN (SELECT proposed_by FROM amendment WHERE id = NEW.amendment_id) IS NOT NEW.withdrawn_by BEGIN SELECT RAISE(ABORT, 'role_forbidden'); END;
CREATE TRIGGER amendment_withdrawal_undecided BEFORE INSERT ON amendment_withdrawal
  WHEN EXISTS (SELECT 1 FROM amendment_decision WHERE amendment_id = NEW.amendment_id) BEGIN SELECT RAISE(ABORT, 'wrong_step'); END;
CREATE TRIGGER amendment_decision_standing BEFORE INSERT ON amendment_decision
  WHEN EXISTS (SELECT 1 FROM amendment_withdrawal WHERE amendment_id = NEW.amendment_id) BEGIN SELECT RAISE(ABORT, 'wrong_step'); END;
