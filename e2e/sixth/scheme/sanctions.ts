/** Who is barred in 青溪: a firm that the fund had to pay for and that evades its debt. */
import { cite } from "../../../shared/citation";
import type { SanctionRules } from "../../../shared/process/claim-rules";

export const sanctions: SanctionRules = {
  bans: [
    {
      id: "evasion",
      says: "恶意逃避债务",
      of: "enterprise",
      conduct: ["evaded"],
      by: ["office"],
      lasts: "until_decided",
      tells: [],
      code: "enterprise_banned",
      cites: cite("第十三条", "QX-021"),
    },
  ],
};
