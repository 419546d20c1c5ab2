/** What 克州 asks a firm to vouch for when it applies (第六条), in our own words. */
import { cite } from "../../citation";
import type { EntryAsk } from "../../process/entry-ask";

const vouch = (key: string, says: string, article: string, id: string): EntryAsk => ({ kind: "vouch", key, says, cites: cite(article, id) });

export const entryAsks: readonly EntryAsk[] = [
  vouch("cleanRecord", "企业信用良好，没有违法违规或别的不良记录", "第六条（一）1", "KZ-011"),
  vouch("stableCashflow", "企业有稳定的现金流", "第六条（一）1", "KZ-012"),
  vouch("taxNormal", "企业正常缴税", "第六条（一）1", "KZ-013"),
  vouch("mainBusiness", "企业有突出的主业", "第六条（一）2", "KZ-014"),
  vouch("tradeGenuine", "订单和合同对应真实的交易", "第六条（一）2", "KZ-015"),
  vouch("contractsMatch", "订单和合同的金额与要借的钱相称", "第六条（一）2", "KZ-015"),
  vouch("noRiskEvent", "企业和实际控制人没有重大的舆情、环保等风险", "第六条（一）3", "KZ-016"),
  vouch("equityClear", "股权清楚，没有争议", "第六条（一）3", "KZ-017"),
  vouch("repaymentSource", "还款来源可靠", "第六条（一）4", "KZ-018"),
  { kind: "monthly_staff", months: 6, says: "最近六个月每月的在岗人数", hint: "从早到晚依次填写", cites: cite("第六条（三）", "KZ-021") },
  { kind: "local_staff", says: "新疆籍员工所占比例", hint: "与人数满足一项即可", cites: cite("第六条（三）", "KZ-021") },
];
