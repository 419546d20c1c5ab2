/** A small made-up district for the harness: what the API would answer, by method and path. */
import { fund, instruction, organisations } from "./sample-fund.mjs";

const at = (day, time = "09:30") => Date.parse(`${day}T${time}:00+08:00`);
const soon = (days) => new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10);

export const person = { personId: "p1", name: "赵敏", phone: "13800000005" };
export const memberships = [
  { membershipId: "m1", orgId: "o-office", orgKind: "office", orgName: "延庆区发展改革委", title: "金融科科长", schemeId: "yanqing" },
  { membershipId: "m2", orgId: "o-town", orgKind: "township", orgName: "延庆镇人民政府", title: "经济发展办主任", schemeId: "yanqing" },
];
export const session = { token: "t1", person, memberships, actingAs: "m1" };

const row = (n, enterprise, status, need, dueIn, recommender = "延庆镇人民政府") => ({
  id: `c${n}`,
  no: `YQ-2026-00001${n}`,
  enterprise,
  creditCode: "91110229MA01ABCD4X",
  need,
  status,
  step: status,
  stepSays: status,
  since: "2026-11-10",
  dueOn: dueIn === null ? null : soon(dueIn),
  recommender,
  tier: null,
  focusField: null,
  mine: true,
  todo: [],
  stale: false,
});
export const cases = [
  row(1, "北京妫水民宿管理有限公司", "check", "3000000.00", 5),
  row(2, "北京八达岭低空技术有限公司", "ballot_open", "5000000.00", 0, "区科信局（中关村延庆园管委会）"),
  row(3, "延庆绿能储能科技有限责任公司", "push", "1234567.89", -2, "区农业农村局"),
];

const org = (id, kind, name) => ({ id, kind, name });
const cites = (article, ...clauses) => ({ article, clauses });
const finding = (rule, verdict, says, article, more = {}) => ({
  rule,
  version: "1.0",
  verdict,
  says,
  cites: cites(article, "YQ-010"),
  figures: {},
  ...more,
});
const decision = {
  outcome: "eligible",
  checkpoint: "recommendation",
  on: "2026-11-12",
  ruleSet: "YQ-2026-征求意见稿",
  findings: [
    finding("local", "met", "在延庆区登记注册", "二（一）"),
    finding("need_cap", "met", "融资需求不高于上限", "二（一）", { figures: { need: "3000000.00", limit: "5000000.00" } }),
    finding("sme", "met", "属于中小微企业", "二（一）", { figures: { class: "small", headcount: "38" } }),
    finding("focus", "warning", "重点领域", "二（一）", { code: "no_focus_profile" }),
    finding("papers", "missing", "两年财务报表", "二（三）3", { code: "doc_missing", figures: { missing: "cash_flow", years: "2024" } }),
  ],
};
const steps = [
  ["recommend", "推荐", "done"],
  ["screening", "初筛", "done"],
  ["review", "联审", "done"],
  ["approval", "区政府审议", "skipped"],
  ["push", "推送", "here"],
  ["loan", "放款", "ahead"],
];
const event = (seq, type, day, time, by, facts = {}, more = {}) => ({ seq, type, on: day, at: at(day, time), by, facts, ...more });
const office = { name: "赵敏", org: "延庆区发展改革委" };

export const caseView = {
  id: "c1",
  no: "YQ-2026-000011",
  scheme: { id: "yanqing", name: "延庆区中小微企业融资风险补偿实施方案", status: "draft", ruleSet: "YQ-2026" },
  status: "push_open",
  step: "push",
  steps: steps.map(([id, says, state]) => ({ id, says, article: "三（一）", state })),
  holder: { kinds: ["bank"], names: ["北京农商银行延庆支行", "北京银行延庆支行"] },
  since: "2026-11-18",
  due: {
    on: soon(6),
    says: "推送之日起 10 个工作日内答复",
    article: "三（四）",
    provisional: false,
    explained: [{ date: "2026-11-21", why: "周六，不计" }],
  },
  enterprise: { orgId: "o-e1", name: "北京妫水民宿管理有限公司", creditCode: "91110229MA01ABCD4X" },
  need: { amount: "3000000.00", purpose: "冬奥村周边六处院落改造和旺季备货", termMonths: 12 },
  recommendation: {
    by: org("o-town", "township", "延庆镇人民政府"),
    letterNo: "延镇推〔2026〕7号",
    on: "2026-11-12",
    profile: "经营六处民宿，员工 38 人，近两年营业收入稳定增长。",
    loanNeed: "流动资金 300 万元，期限 12 个月。",
  },
  decision,
  checks: [
    {
      step: "screening",
      passed: true,
      consulted: [org("b1", "bank", "北京农商银行延庆支行")],
      findings: [
        {
          source: "external",
          sourceName: "国家企业信用信息公示系统",
          queriedAt: at("2026-11-13"),
          subject: "enterprise",
          topic: "registration",
          result: "clear",
          detail: "存续，无异常名录记录",
        },
      ],
      opinions: [{ org: org("b1", "bank", "北京农商银行延庆支行"), verdict: "support", detail: "经营正常，无逾期。" }],
    },
  ],
  reviews: [
    {
      id: "r1",
      meetingId: "mt1",
      heldOn: "2026-11-17",
      seats: ["延庆区发展改革委", "延庆区财政局", "延庆镇人民政府"].map((name, n) => ({
        unit: org(`u${n}`, ["office", "finance", "township"][n], name),
        delegate: { personId: `d${n}`, name: ["赵敏", "钱进", "孙丽"][n], title: "业务科室负责人" },
        voted: true,
      })),
      round: 1,
      choices: [
        { id: "high", says: "高风险", ratio: "1.00" },
        { id: "medium", says: "中风险", ratio: "0.50" },
      ],
      obstacles: [],
      past: [
        { round: 1, counts: { medium: 2, high: 1 }, ballots: [{ unit: "延庆区财政局", choice: "medium", reason: "现金流覆盖利息，抵押不足。" }] },
      ],
      result: "decided",
    },
  ],
  tier: {
    choice: "medium",
    says: "中风险",
    ratio: "0.50",
    on: "2026-11-17",
    recoveryOwner: org("o-office", "office", "延庆区发展改革委"),
    covered: "1500000.00",
  },
  leads: [
    {
      id: "l1",
      round: 1,
      pushedOn: "2026-11-18",
      org: org("b1", "bank", "北京农商银行延庆支行"),
      status: "offered",
      talk: [],
      offer: { amount: "3000000.00", rate: "0.0385", termMonths: 12, mode: "bank", remark: "" },
    },
    { id: "l2", round: 1, pushedOn: "2026-11-18", org: org("b2", "bank", "北京银行延庆支行"), status: "declined", talk: [], reason: "collateral" },
  ],
  statements: [
    {
      id: "s1",
      kind: "balance_sheet",
      fiscalYear: 2025,
      name: "资产负债表2025.xlsx",
      mediaType: "application/vnd.ms-excel",
      bytes: 48213,
      sha256: "0",
    },
    { id: "s2", kind: "business_licence", fiscalYear: null, name: "营业执照.pdf", mediaType: "application/pdf", bytes: 2413567, sha256: "0" },
  ],
  timeline: [
    event(1, "application_submitted", "2026-11-11", "16:05", { name: "王建国", org: "北京妫水民宿管理有限公司" }, { amount: "3000000.00" }),
    event(
      2,
      "recommended",
      "2026-11-12",
      "10:20",
      { name: "孙丽", org: "延庆镇人民政府" },
      { letterNo: "延镇推〔2026〕7号" },
      { article: "三（一）", decision },
    ),
    event(3, "check_passed", "2026-11-14", "15:00", office, {}, { article: "三（二）" }),
    event(4, "review_decided", "2026-11-17", "11:30", office, { choice: "medium", ratio: "0.50" }, { article: "三（三）", decision }),
    event(5, "pushed", "2026-11-18", "09:10", office, { pushNo: "1" }, { article: "三（四）" }),
  ],
  actions: ["pushToBanks", "answerLead"],
};

const notices = [
  {
    noticeId: "n1",
    caseId: "c1",
    code: "lead_offered",
    figures: { enterprise: "北京妫水民宿管理有限公司", amount: "3000000.00" },
    recordedAt: at("2026-11-20"),
    readAt: null,
  },
  {
    noticeId: "n2",
    caseId: "c2",
    code: "pushed",
    figures: { enterprise: "北京八达岭低空技术有限公司" },
    recordedAt: at("2026-11-19"),
    readAt: at("2026-11-19", "10:00"),
  },
];
const sessions = [
  { sessionId: "s1", current: true, startedAt: at("2026-11-20"), seenAt: at("2026-11-21"), device: "Chrome（手机）" },
  { sessionId: "s2", current: false, startedAt: at("2026-11-02"), seenAt: at("2026-11-05"), device: "微信（iPhone）" },
];
const people = [
  { phone: "13800000001", name: "王建国", title: "法定代表人", orgKind: "enterprise", orgName: "北京妫水民宿管理有限公司" },
  { phone: "13800000005", name: "赵敏", title: "金融科科长", orgKind: "office", orgName: "延庆区发展改革委" },
];

const REPLIES = {
  "GET /amendments": { inForce: [], proposals: [] },
  "GET /policy/year": { year: 2026, clauses: [] },
  "GET /cases": { cases, next: null, counts: {} },
  "GET /cases/c1": caseView,
  "GET /notices": { unread: 1, notices },
  "GET /identity/sessions": { sessions },
  "GET /identity/me": { person, acting: memberships[0], memberships },
  "GET /demo/people": { people },
  "POST /identity/codes": { sent: true, validSeconds: 300, demoCode: "135790" },
  "POST /identity/sessions": { token: "t1", expiresAt: at("2026-11-22"), person, memberships },
  "GET /fund": fund,
  "GET /fund/vouchers": { vouchers: [], next: null },
  "GET /instructions/YQF-2026-0002": instruction,
  "GET /organisations": { organisations },
  "POST /instructions/YQF-2026-0002/countersign": { no: instruction.no, status: "INSTRUCTED", amount: instruction.amount },
  "POST /notices/n1/read": { readAt: at("2026-11-21") },
};

const problem = (status, code, refusals = []) => ({ type: `urn:gongdan:${code}`, title: code, status, code, refusals, requestId: "q-1" });

/** `[status, body]` for a path below /api. */
export function reply(method, path) {
  const found = REPLIES[`${method} ${path}`];
  return found ? [200, found] : [404, problem(404, "not_found")];
}
