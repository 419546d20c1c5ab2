-- What is still owed of a lender's loans, of an area's and of all (克州 第二条; 包头 第九条, 第十三条, 第十六条): added up from an index of the loans that are neither repaid nor paid for.
CREATE INDEX loan_file_live ON loan_file (scheme_id, lender_org, outstanding) WHERE outstanding > 0 AND paid_on IS NULL;
CREATE INDEX loan_file_live_area ON loan_file (scheme_id, recommender_org, outstanding) WHERE outstanding > 0 AND paid_on IS NULL;
