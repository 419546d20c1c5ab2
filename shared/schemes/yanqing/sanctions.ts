/** Who answers for what in 延庆: firms and their representatives, institutions, recommending departments. */
import { cite } from "../../citation";
import type { SanctionRules } from "../../process/claim-rules";
import { paidFirmsPerYear } from "./fund-parameters";
import { barYears } from "./parameters";

export const sanctions: SanctionRules = {
  bar: { years: barYears, listing: cite("四（三）", "YQ-094"), cites: cite("四（三）", "YQ-095") },
  ladder: { rungs: ["interview", "notice", "suspend"], suspends: "suspend", cites: cite("三（七）3", "YQ-081") },
  breach: {
    by: ["office"],
    types: ["raise_conditions", "raise_standard", "raise_rate", "collusion", "other"],
    determined: cite("四（二）", "YQ-092"),
    measures: ["lower_ratio", "full_clawback", "terminate"],
    cites: cite("四（二）", "YQ-093"),
  },
  departments: {
    misconduct: { types: ["not_recommended", "poor_vetting", "no_followup", "late_feedback"], cites: cite("四（一）", "YQ-090") },
    paidFirms: paidFirmsPerYear,
    scored: ["department"],
    cites: cite("四（一）", "YQ-091"),
  },
};
