/** What 新乡 asks of a loan and of its firm when an institution enters it: exactly what the rules of 第三条 to 第五条 look at. */
import { cite } from "../../citation";
import type { LoanAsk } from "../../process/loan-ask";
import type { RegisterStep } from "../../process/procedure";

export const asks: readonly LoanAsk[] = [
  {
    kind: "choice",
    key: "purpose",
    says: "贷款用途",
    cites: cite("第四条", "XX-011"),
    options: [
      { id: "production_operation", says: "生产经营" },
      { id: "other", says: "其他用途" },
    ],
  },
];

export const firm: RegisterStep["firm"] = [
  { ask: "registeredDistrict", cites: cite("第三条", "XX-006") },
  { ask: "directory", cites: cite("第三条", "XX-008") },
  { ask: "size", cites: cite("第三条", "XX-005") },
  { ask: "activity", cites: cite("第三条", "XX-007") },
];
