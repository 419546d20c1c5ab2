/** Who answers for what in 克州, how banks are chosen and when one is ended. */
import { cite } from "../../citation";
import type { SanctionRules } from "../../process/claim-rules";
import type { PartnershipRules } from "../../process/partnership";
import type { WatchRules } from "../../process/watch";
import { agreementYears, nplMeasure, nplPasses, nplThreshold } from "./fund-parameters";

export const sanctions: SanctionRules = {
  bans: [
    {
      id: "compensated",
      says: "当年由资金代为偿还贷款的企业，取消白名单资格",
      of: "enterprise",
      conduct: ["paid"],
      by: ["office"],
      lasts: "until_decided",
      ends: cite("第二十五条（一）", "KZ-082"),
      tells: [],
      code: "whitelist_cancelled",
      cites: cite("第二十五条（一）", "KZ-082"),
    },
    {
      id: "evasion",
      says: "恶意逃废银行债务",
      of: "enterprise",
      conduct: ["evaded"],
      by: ["bank", "office", "government"],
      lasts: "until_decided",
      tells: [
        { says: "企业和相关管理人员列入失信名单", to: ["bank"], cites: cite("第二十五条（一）", "KZ-083") },
        { says: "取消享受财政补贴的资格", to: ["office", "finance", "department"], cites: cite("第二十五条（一）", "KZ-084") },
      ],
      code: "subsidy_barred",
      cites: cite("第二十五条（一）", "KZ-084"),
    },
  ],
};

const BANKS = cite("第八条（一）", "KZ-027");

export const partnership: PartnershipRules = {
  asks: [
    { kind: "profile", says: "机构基本情况", cites: BANKS },
    { kind: "expected_volume", says: "预计年度业务总量", cites: BANKS },
    { kind: "preferential_measures", says: "优惠便利措施", cites: BANKS },
  ],
  checkedBy: { kinds: ["manager"], cites: cite("第八条（一）", "KZ-028") },
  decidedBy: { kinds: ["office", "regulator", "regulator"], cites: cite("第八条（一）", "KZ-028") },
  signedBy: { kinds: ["manager"], cites: cite("第八条（一）", "KZ-029") },
  maxYears: { years: agreementYears, cites: cite("第八条（一）", "KZ-029") },
  cites: BANKS,
};

export const watch: WatchRules = {
  measure: nplMeasure,
  figures: { from: "records", by: [] },
  marks: [
    {
      id: "terminate",
      says: "贷款不良率超过界限的银行，停止新贷款",
      cites: cite("第二十五条（二）", "KZ-085"),
      at: nplThreshold,
      passes: nplPasses,
      effect: "blocks",
      code: "bank_terminated",
    },
  ],
  ends: { by: ["office"], cites: cite("第二十五条（二）", "KZ-085") },
  cites: cite("第二十五条（二）", "KZ-085"),
};
