/** One sentence for each code: what is wrong with the figures compared, then what to do. The article is added by the screen. */

import type { RefusalCode } from "../../../shared/refusal-code";
import { CLAIM } from "./refusal/claim";
import { DISCIPLINE } from "./refusal/discipline";
import { DUTY } from "./refusal/duty";
import { ELIGIBILITY } from "./refusal/eligibility";
import { FORM } from "./refusal/form";
import { FUND } from "./refusal/fund";
import { LOAN } from "./refusal/loan";
import { PARTNER } from "./refusal/partner";
import { POLICY } from "./refusal/policy";
import { POOL } from "./refusal/pool";
import { PUSH } from "./refusal/push";
import { RECOMMENDATION } from "./refusal/recommendation";
import { RECOVERY } from "./refusal/recovery";
import { REVIEW } from "./refusal/review";
import { SUBSIDY } from "./refusal/subsidy";
import { SYSTEM } from "./refusal/system";
import { UPLOAD } from "./refusal/upload";
import type { Sentence } from "./told";

export const REFUSALS: Record<RefusalCode, Sentence> = {
  ...FORM,
  ...UPLOAD,
  ...POLICY,
  ...ELIGIBILITY,
  ...RECOMMENDATION,
  ...REVIEW,
  ...PUSH,
  ...LOAN,
  ...PARTNER,
  ...DUTY,
  ...FUND,
  ...SUBSIDY,
  ...POOL,
  ...CLAIM,
  ...RECOVERY,
  ...DISCIPLINE,
  ...SYSTEM,
};
