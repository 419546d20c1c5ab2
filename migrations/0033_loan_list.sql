-- Lists of funded loans and the nightly watch answer from an index however many there are (五, 三（五）): a recommender's own loans, loans by grade,
-- leads that nobody answered; and a loan's contract number is found by the same pairs of characters as the firm's name.
CREATE INDEX loan_file_recommended ON loan_file (scheme_id, recommender_org, moved_at, case_id);
CREATE INDEX loan_file_grade ON loan_file (scheme_id, grade, moved_at, case_id);
CREATE INDEX lead_open ON lead (pushed_on, id) WHERE status = 'open';
INSERT INTO case_gram (scheme_id, gram, case_id)
  SELECT DISTINCT l.scheme_id, substr(upper(l.contract_no), k.value, 2), l.case_id
  FROM loan l, json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60]') k
  WHERE k.value <= length(l.contract_no)
  ON CONFLICT DO NOTHING;
