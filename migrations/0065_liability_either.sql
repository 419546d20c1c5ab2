-- Who answers for a loss (包头 第三十九条): where misconduct was found by a paper, the same loss is not exempted afterwards. The other way round is 0058's; both hold for two findings at once.
CREATE TRIGGER liability_answered BEFORE INSERT ON liability
WHEN NEW.what = 'exempt' AND EXISTS (SELECT 1 FROM liability WHERE case_id = NEW.case_id AND what = 'answers')
BEGIN SELECT RAISE(ABORT, 'violation_case'); END;
