-- What each article has turned away (the policy page's "this year"): one row a case, article and word, however often somebody tries again; those about no case are counted.
-- Nothing here says who asked, and no rule reads it.
CREATE TABLE refused_decision (
  scheme_id TEXT NOT NULL,
  year INTEGER NOT NULL,
  clause TEXT NOT NULL,
  -- empty where the command was about no case yet
  case_id TEXT NOT NULL,
  route TEXT NOT NULL,
  code TEXT NOT NULL,
  on_day TEXT NOT NULL,
  times INTEGER NOT NULL DEFAULT 1 CHECK (times >= 1),
  PRIMARY KEY (scheme_id, year, clause, case_id, route, code)
) STRICT, WITHOUT ROWID;
