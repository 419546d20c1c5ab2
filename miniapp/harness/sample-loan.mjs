/** Made-up funded loans for the harness: one that is bad and may be claimed, one that the fund has paid. */
import { caseView, person } from "./sample.mjs";

/** A Shanghai day so many days from now: what is entered has to lie between the loan and today. */
const day = (days) => new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10);
const org = (id, kind, name) => ({ id, kind, name });
const bank = org("b1", "bank", "北京农商银行延庆支行");
const member = (membershipId, orgId, orgKind, orgName) => ({ membershipId, orgId, orgKind, orgName, title: "业务主管", schemeId: "yanqing" });
const sessionOf = (membership) => ({ token: "t1", person, memberships: [membership], actingAs: membership.membershipId });
export const bankSession = sessionOf(member("m3", bank.id, "bank", bank.name));
export const firmSession = sessionOf(member("m4", "o-e1", "enterprise", "北京妫水民宿管理有限公司"));

const life = {
  maturesOn: day(335),
  outstanding: "2400000.00",
  grade: "substandard",
  gradedOn: day(-5),
  arrears: { principal: "0.00", interest: "0.00", days: 0 },
  schedule: [
    { dueOn: day(150), principal: "600000.00", interest: "54750.00", state: "paid" },
    { dueOn: day(335), principal: "2400000.00", interest: "43800.00", state: "ahead" },
  ],
  repayments: [{ id: "HK-1", on: day(-5), principal: "600000.00", interest: "54750.00" }],
  followUps: [],
};
const loan = {
  id: "ln1",
  contractNo: "HT-1",
  principal: "3000000.00",
  rate: "0.0385",
  termMonths: 12,
  disbursedOn: day(-30),
  mode: "bank",
  lender: bank,
  covered: "1500000.00",
};
const funded = {
  ...caseView,
  status: "funded",
  holder: { kinds: [], names: [] },
  due: undefined,
  loan,
  actions: ["recordRepayment", "undoRepayment", "setSchedule", "extendLoan", "gradeLoan", "fileClaim"],
  file: { stage: "live", life, raters: [], obligations: [], parts: [], tiered: false, sums: {}, flags: [] },
};

const steps = ["集中核查", "评级单位联审", "报区政府", "区政府同意", "支付代偿"].map((says, at) => ({
  id: `step${at}`,
  says,
  article: "三（六）",
  state: "done",
}));
const claim = {
  id: "cl1",
  step: "paid",
  stepSays: "代偿已支付",
  since: day(-4),
  steps,
  batch: "2026H2",
  receivedOn: day(-5),
  filing: {
    grade: "substandard",
    overdueDays: 95,
    letterNo: "函1",
    principal: "2400000.00",
    interest: "0.00",
    covered: "0.00",
    papers: ["npl_application"],
  },
  payee: bank,
  ratio: "0.50",
  paid: { instructionNo: "YQF-1", on: day(-4), amount: "1200000.00", unfunded: "0.00" },
  flags: [],
};
const recovery = {
  stage: "LEGAL",
  openedOn: day(-5),
  coordination: { outcome: "NO_RESULT", on: day(-4), plan: [] },
  legal: { on: day(-4), court: "延庆区人民法院", caseNo: "民初1号" },
  receipts: [],
  approvals: [],
  figures: { paid: "1200000.00", recovered: "0.00", returned: "0.00", pending: "0.00", out: "1200000.00" },
  dues: [],
  flags: [],
  proofs: ["enforcement_ended"],
};
const paid = {
  ...funded,
  id: "c10",
  actions: ["recordRecovery"],
  file: { stage: "recovery", life, raters: [], obligations: [], parts: [], tiered: false, sums: {}, flags: [], claim, recovery },
};

const row = {
  caseId: "c9",
  caseNo: "YQ-2026-000019",
  loanId: loan.id,
  enterprise: funded.enterprise.name,
  creditCode: funded.enterprise.creditCode,
  contractNo: loan.contractNo,
  lender: bank.name,
  principal: loan.principal,
  outstanding: life.outstanding,
  maturesOn: life.maturesOn,
  grade: life.grade,
  stage: "live",
  claimSays: "",
  batch: null,
  dueOn: null,
};

const REPLIES = {
  "GET /loans": { loans: [row], next: null, counts: { live: 1 }, paidFirms: null },
  "GET /cases/c9": { ...funded, id: "c9" },
  "GET /cases/c10": paid,
  "POST /cases/c9/loan/repayments": { caseId: "c9", seq: 9, stage: "live", outstanding: "2300000.00" },
};

/** `[status, body]` for a path below /api. */
export function loanReply(method, path) {
  const found = REPLIES[`${method} ${path}`];
  return found ? [200, found] : [404, { type: "", title: "", status: 404, code: "not_found", refusals: [], requestId: "q" }];
}
