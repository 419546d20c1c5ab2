/** The numbers of 延庆's document (2026 revision, draft for comment), each with its article, its dates and the reading chosen. */
import { cite } from "../../citation";
import type { SizeClass } from "../../enterprise/size-class";
import { day } from "../../local-date";
import type { Parameter } from "../../rule/parameter";
import { parametersFrom } from "../dated";

/** First day of the three-year trial (六). */
export const FROM = day("2025-08-22");

export const parameter = parametersFrom(FROM);

export const validUntil = parameter<string>("validity.until", "试行的最后一天", cite("六", "YQ-002"), "2028-08-21", {
  id: "G-08",
  chosen: "起始日计入，最后一天是三周年的前一天",
  others: ["按民法典，三周年当天为最后一天"],
});

export const district = parameter("registered.district", "登记注册所在区", cite("二（一）", "YQ-010"), "延庆区");

export const sizeClasses = parameter<readonly SizeClass[]>(
  "sme.classes",
  "可申请的企业规模",
  cite("二（一）", "YQ-013"),
  ["medium", "small", "micro"],
  {
    id: "G-18",
    chosen: "申请时划型，放款时复核，之后长大不影响",
    others: ["只在放款时划型", "持续划型"],
  },
);

export const lookbackYears = parameter("lookback.years", "重大违法违规失信回看年数", cite("二（一）", "YQ-016"), 2, {
  id: "YQ-A23",
  chosen: "自申报之日往前两年（含首日）；是否重大由初筛记录依据",
  others: ["按两个会计年度"],
});

export const statementYears = parameter("doc.financials.years", "财务报表年数", cite("二（三）3", "YQ-040"), 2, {
  id: "YQ-A24",
  chosen: "最近两个完整会计年度；成立不足两年的交成立以来的，转人工复核",
  others: ["成立不足两年的不受理"],
});

/** Fen. */
export const needMax = parameter("need.max", "融资需求上限（含本数）", cite("二（一）", "YQ-020"), 500_000_000, {
  id: "YQ-A20",
  chosen: "申报需求和贷款本金都不超过，含本数，各放款机构合并计算",
  others: ["只看申报需求", "只看贷款本金"],
});

export const excludedActivities = parameter<readonly string[]>("excluded.industries", "不支持的行业", cite("二（一）", "YQ-023"), [
  "finance",
  "quasi_finance",
  "real_estate",
]);

export const catalogueEdition = parameter(
  "excluded.catalogue",
  "淘汰目录版本",
  cite("二（一）", "YQ-024"),
  "北京市工业污染行业生产工艺调整退出及设备淘汰目录（2022年版）",
);

export const equityThreshold = parameter("affiliate.equityThreshold", "认定关联的持股比例（含本数）", cite("二（一）", "YQ-022"), "0.25", {
  id: "YQ-A19",
  chosen: "同一法定代表人、同一实际控制人、持股25%及以上，可逐层传递，另加企业申报；可疑的转人工复核",
  others: ["按会计准则关联方", "只看企业申报"],
});

export const focusFields = parameter<readonly string[]>("focus.sectors", "重点领域", cite("一（2）", "YQ-007"), [
  "services",
  "low_altitude",
  "green_energy",
  "sports_technology",
  "health",
  "urban_agriculture",
]);

export const focusMode = parameter<"priority" | "filter">(
  "focus.mode",
  "重点领域的作用",
  cite("一（2）", "YQ-007"),
  "priority",
  {
    id: "YQ-A25",
    chosen: "优先支持，不作为门槛；不在重点领域的要写明推荐理由",
    others: ["作为门槛"],
  },
  ["priority", "filter"],
);

export const focusProfiles = parameter<readonly string[]>("focus.profile", "重点关注的企业", cite("二（一）", "YQ-017"), [
  "high_growth",
  "future_industry",
  "mature_temporary",
]);

export const partnersInScreening = parameter("screening.partners.min", "初筛至少会同的机构数", cite("三（二）", "YQ-058"), 1);

export const recommendPerQuarter = parameter("kpi.recommend.perQuarter", "每季度推荐家数", cite("二（三）2", "YQ-038"), 5, {
  id: "YQ-A26",
  chosen: "只计行业主管部门，按季度内出函的不同企业，先推荐者计数；只提示",
  others: ["乡镇街道也计", "按初筛通过计"],
});

const tierRatio = (tier: string, says: string, clause: string, ratio: string) =>
  parameter(`tier.${tier}.ratio`, says, cite("二（四）", clause), ratio);
export const highRatio = tierRatio("high", "高等级代偿比例", "YQ-044", "1.00");
export const mediumRatio = tierRatio("medium", "中等级代偿比例", "YQ-046", "0.50");
export const lowRatio = tierRatio("low", "低等级代偿比例", "YQ-047", "0.20");

export const premiumRatio = parameter("premium.subsidy.ratio", "保费补贴比例", cite("二（五）3", "YQ-052"), "0.50", {
  id: "YQ-A28",
  chosen: "按实际缴纳的保费，每张收据补一次；一笔贷款只用一种方式",
  others: ["按保单全额", "可与代偿叠加"],
});

export const highPerYear = parameter("tier.high.maxPerYear", "每年高等级企业家数", cite("二（四）", "YQ-045"), 2);
export const highYear = parameter<"calendar" | "rolling">(
  "tier.high.year",
  "高等级名额按什么年",
  cite("二（四）", "YQ-045"),
  "calendar",
  {
    id: "YQ-A10",
    chosen: "自然年；区政府同意时占用，放款时用掉，最终失败时释放",
    others: ["滚动十二个月"],
  },
  ["calendar", "rolling"],
);

export const panelParity = parameter<"odd" | "any">(
  "panel.parity",
  "联审单位家数",
  cite("三（三）", "YQ-062"),
  "odd",
  {
    id: "YQ-A12",
    chosen: "全部参加表决的单位合计为奇数",
    others: ["按参会人数", "只数合作机构"],
  },
  ["odd"],
);

export const majority = parameter<"absolute_majority" | "plurality">(
  "vote.threshold",
  "联审结果的形成",
  cite("三（三）", "YQ-065"),
  "absolute_majority",
  {
    id: "YQ-A13",
    chosen: "超过全部表决单位的半数",
    others: ["得票最多者", "取中间或最低档", "主持单位定"],
  },
  ["absolute_majority", "plurality"],
);

export const revote = parameter(
  "vote.tieRule",
  "没有过半时的处理",
  cite("三（三）", "YQ-065"),
  { between: 2, times: 1 },
  {
    id: "YQ-A13",
    chosen: "在得票最多的两项中重投一次（并列的都保留）；仍不过半，留到下次会议，系统不代选",
    others: ["得票最多者", "取中间或最低档", "主持单位定"],
  },
);

export const pushFailures = parameter("push.maxFailures", "融资失败次数", cite("三（四）", "YQ-069"), 2, {
  id: "YQ-A21",
  chosen: "一轮推送算一次，全部机构婉拒才算失败，不因超时算失败",
  others: ["每家机构的婉拒各算一次"],
});

export const pushRemindDays = parameter("push.remindDays", "推送后无答复的提醒天数", cite("五", "YQ-102"), 60, {
  id: "YQ-A21",
  chosen: "六十天提醒，不自动失败",
  others: ["到期自动失败"],
});

export const transitionEnabled = parameter(
  "transition.enabled",
  "协议签订前可否先推送",
  cite("六", "YQ-003"),
  true,
  {
    id: "YQ-A35",
    chosen: "可以先推送，逐笔标明；区政府同意之前不受理代偿、不付款",
    others: ["没有协议一律不推送"],
  },
  [true, false],
);

export const barYears = parameter("blacklist.years", "失信后不得申请的年数", cite("四（三）", "YQ-095"), 3, {
  id: "YQ-A34",
  chosen: "自列入之日起三年，及于企业、本人及其现任法定代表人的企业",
  others: ["自行为之日起", "只及于企业"],
});

export const PARAMETERS: readonly Parameter<unknown>[] = [
  validUntil,
  district,
  sizeClasses,
  lookbackYears,
  statementYears,
  needMax,
  excludedActivities,
  catalogueEdition,
  equityThreshold,
  focusFields,
  focusMode,
  focusProfiles,
  partnersInScreening,
  recommendPerQuarter,
  highRatio,
  mediumRatio,
  lowRatio,
  premiumRatio,
  highPerYear,
  highYear,
  panelParity,
  majority,
  revote,
  pushFailures,
  pushRemindDays,
  transitionEnabled,
  barYears,
] as readonly Parameter<unknown>[];
