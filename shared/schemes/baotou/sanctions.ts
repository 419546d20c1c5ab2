/** Who answers for what in 包头, who does not, and how a bank becomes a partner. */
import { cite } from "../../citation";
import type { SanctionRules } from "../../process/claim-rules";
import type { PartnershipRules } from "../../process/partnership";

export const sanctions: SanctionRules = {
  exemption: {
    grounds: ["procedure", "due_diligence", "proper_operation"],
    by: ["office"],
    cites: cite("第三十九条", "BT-060"),
    misconduct: { types: ["violation", "dereliction", "fraud"], cites: cite("第三十九条", "BT-061") },
  },
  bans: [
    {
      id: "evasion",
      says: "没有按期还款、恶意逃避债务造成资金池损失",
      of: "enterprise",
      conduct: ["evaded"],
      by: ["office"],
      lasts: "until_decided",
      tells: [{ says: "列入失信企业名单", to: ["bank", "guarantor", "township"], cites: cite("第三十六条", "BT-054") }],
      code: "dishonest_enterprise",
      cites: cite("第三十六条", "BT-054"),
    },
  ],
};

const PARTNERS = cite("第十五条", "BT-022");

export const partnership: PartnershipRules = {
  asks: [
    { kind: "department", says: "负责的部门", cites: PARTNERS },
    { kind: "staff", says: "负责的人员", cites: PARTNERS },
    { kind: "green_channel", says: "绿色通道", cites: PARTNERS },
  ],
  checkedBy: { kinds: ["office"], cites: cite("第十四条", "BT-021") },
  decidedBy: { kinds: ["office"], cites: cite("第十四条", "BT-021") },
  signedBy: { kinds: ["manager"], cites: cite("第十条", "BT-014") },
  cites: PARTNERS,
};
