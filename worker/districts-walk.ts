/** The commands of the four documents that have their own order, once each in an order that goes through: what was added to the mechanisms for them, and the money by each one's own turn. Imported by tests only. */
import { periodBefore } from "../shared/calendar/deadline";
import { addYears, day, type LocalDate } from "../shared/local-date";
import { fen } from "../shared/money";
import { BAOTOU, DONGGUAN, KEZHOU, type Place, Way } from "./application/district-story";
import { chartStands } from "./fund/chart-stands";
import { daysAgo, directLoan, firmCode, today } from "./loan/registration-story";
import { District as Books, type Failed, failed } from "./payment/testing-file";
import { must, PDF } from "./story";
import { type Answer, call, env } from "./testing";

/** Whose command it is. */
export interface As {
  readonly token: string;
  readonly scheme: string;
}
/** How a command is sent: plainly, or watched. Answers what it replied. */
export type Act = (path: string, body: unknown, as: As) => Promise<Answer["body"]>;

const YEAR = Number(today().slice(0, 4));
const XINXIANG: Place = { scheme: "xinxiang", stem: "138000001", registeredDistrict: "", recommender: 2, papers: [] };
const said = { text: "运行平稳。", documentNo: "报告1号" };
const filing = (principal: string, more: object = {}) => ({
  grade: "doubtful",
  overdueDays: 40,
  letterNo: "",
  principal,
  interest: "0",
  covered: "0",
  ...more,
});

/** One district, with the acts of its people by their places. */
class Walk {
  #books?: Books;
  #papers = 0;
  constructor(
    readonly way: Way,
    private readonly act: Act,
  ) {}

  async open(people: Readonly<Record<string, number>>): Promise<void> {
    await this.way.open();
    const phones = Object.entries(people).map(([as, place]) => [as, `${this.way.stem}${String(place).padStart(2, "0")}`]);
    this.#books = await Books.of(this.way.scheme, Object.fromEntries(phones));
    // it stands from the first posting on, beside that command's own batch
    await chartStands(env.DB, this.#books.scheme);
  }
  get books(): Books {
    if (!this.#books) throw new Error("the district is not built");
    return this.#books;
  }

  to = async (place: number, path: string, body: unknown = {}): Promise<Answer["body"]> =>
    this.act(path, body, { token: await this.way.token(place), scheme: this.way.scheme });
  /** On the firm's own case. */
  on = (place: number, verb: string, body: unknown = {}): Promise<Answer["body"]> => this.to(place, `/cases/${this.way.caseId}/${verb}`, body);
  failed = (one: Failed) => failed(this.books, one);

  async paper(place: number, caseId: string, ...kinds: string[]): Promise<void> {
    for (const kind of kinds) {
      this.#papers += 1;
      const form = new FormData();
      for (const [name, value] of Object.entries({ caseId, kind, filename: `${kind}.pdf` })) form.set(name, value);
      form.set("file", new File([PDF, new TextEncoder().encode(`% ${kind} ${this.#papers}`)], `${kind}.pdf`, { type: "application/pdf" }));
      must(await call("POST", "/statements", form, { token: await this.way.token(place), scheme: this.way.scheme }));
    }
  }

  /** Handed in by the district's firm. */
  async applies(): Promise<void> {
    must(await this.way.draft());
    const { revision } = must(await this.way.as(1, "GET", `/applications/${this.way.caseId}`)).body;
    await this.to(1, `/applications/${this.way.caseId}/submit`, { revision });
  }

  async finds(place: number, caseId: string, topic: string): Promise<void> {
    const finding = { source: "external", sourceName: "部门数据", queriedAt: Date.now() - 60_000, subject: "enterprise", topic, result: "clear" };
    await this.to(place, `/cases/${caseId}/screening/findings`, { ...finding, detail: "没有记录" });
  }

  /** Drawn up by one, checked by another. */
  async moves(maker: number, checker: number, reason: string, amount: string, more: object = {}): Promise<string> {
    const body = { kind: "movement", reason, amount, on: today(), documentNo: crypto.randomUUID(), ...more };
    const { id } = await this.to(maker, "/fund/vouchers", body);
    await this.to(checker, `/fund/vouchers/${id}/check`);
    return id;
  }

  /** An order that was taken back, and one that was paid. */
  async pays(claimId: string, [maker, checker, payer]: readonly [number, number, number]): Promise<void> {
    const back = await this.to(maker, `/payables/${claimId}/instruction`);
    await this.to(maker, `/instructions/${back.no}/cancel`, { why: "重新制单" });
    const { no } = await this.to(maker, `/payables/${claimId}/instruction`);
    await this.to(checker, `/instructions/${no}/countersign`);
    await this.to(payer, `/instructions/${no}/paid`);
  }

  /** Money that came back, its part sent on and seen; answers what was due. */
  async recovers(caseId: string, payee: number, desk: number): Promise<void> {
    const to = `/cases/${caseId}/recovery`;
    const { due } = await this.to(payee, `${to}/receipts`, { receiptNo: "SK-1", receivedOn: today(), amount: "10000.00", costs: "0.00" });
    await this.to(payee, `${to}/returns`, { receiptNo: "SK-1", amount: due, on: today(), voucherNo: "回单-1" });
    await this.to(desk, `${to}/returns/receive`, { receiptNo: "SK-1" });
    await this.to(payee, `${to}/legal`, { on: today(), court: "某人民法院", caseNo: "民初1号" });
  }
}

/** Loans entered by a bank, a year's allocation, a budget, a watch that pauses, findings, a report. */
export async function walkXinxiang(act: Act): Promise<void> {
  const [PLATFORM, OFFICE, SECOND, GROUP, FINANCE, FINANCE2, BANK, TELLER] = [2, 4, 5, 6, 7, 8, 9, 12];
  const walk = new Walk(new Way(XINXIANG), act);
  await walk.open({ bank: BANK });
  const bankId = await walk.way.orgOf(BANK);
  await walk.to(BANK, "/registrations", directLoan(801));
  await walk.moves(FINANCE, FINANCE2, "deposit", "9000000.00");
  const loss = { lender: "bank", mode: "credit", principal: 50_000_000 } as const;
  const { caseId: bad } = await walk.failed({ ...loss, step: "withdrawn", filedOn: daysAgo(100) });
  await walk.paper(BANK, bad, "compensation_application");
  const owed = { on: today(), detail: "已办" };
  await walk.to(BANK, `/cases/${bad}/obligations`, { obligation: "risk_filing", ...owed });
  await walk.to(BANK, `/cases/${bad}/obligations`, { obligation: "revival", way: "impossible", ...owed });
  const claim = filing("500000", { creditReport: { no: "征信1号", stamped: true } });
  await walk.to(BANK, `/cases/${bad}/claim`, claim);
  await walk.to(BANK, `/cases/${bad}/claim/withdraw`, { reason: "补充材料" });
  await walk.to(BANK, `/cases/${bad}/claim`, claim);
  await walk.to(PLATFORM, `/cases/${bad}/claim/return`, { reason: "缺页" });
  await walk.to(BANK, `/cases/${bad}/claim`, claim);
  await walk.to(PLATFORM, `/cases/${bad}/claim/check`, { summary: "属实" });
  const one = await walk.failed({ ...loss, step: "plan", batch: `${YEAR - 1}Y1`, filedOn: day(`${YEAR - 1}-06-01`) });
  const plan = { period: `${YEAR - 1}Y1`, documentNo: "方案1号" };
  const first = await walk.to(OFFICE, "/allocations", plan);
  await walk.to(GROUP, `/allocations/${first.id}/return`, { documentNo: "退1号", reason: "再核" });
  const second = await walk.to(OFFICE, "/allocations", plan);
  await walk.to(GROUP, `/allocations/${second.id}/agree`, { documentNo: "函1号" });
  await walk.pays(one.claimId, [FINANCE, FINANCE2, TELLER]);
  await walk.recovers(one.caseId, BANK, OFFICE);
  await walk.to(BANK, `/cases/${one.caseId}/recovery/legal/end`, { on: today(), proof: "write_off_approval", documentNo: "核1号" });
  // 150,000.00 were paid and 3,000.00 came back
  await walk.to(BANK, `/cases/${one.caseId}/recovery/loss`, { amount: "147000.00" });
  await walk.to(OFFICE, `/cases/${one.caseId}/recovery/loss/approve`);
  const figures = (badBalance: string) => ({
    period: `${YEAR}M${Number(today().slice(5, 7))}`,
    badBalance,
    allBalance: "100000000.00",
    badCount: 1,
    allCount: 40,
    reason: "月末",
  });
  const decides = (what: string) =>
    walk.to(GROUP, `/organisations/${bankId}/watch-decisions`, { what, documentNo: `${what}1号`, reason: "研究决定" });
  await walk.to(PLATFORM, `/organisations/${bankId}/figures`, figures("6000000.00"));
  await walk.to(BANK, "/watch/explanations", { text: "集中到期", plan: "清收", documentNo: "说明1号" });
  await decides("pause");
  await walk.to(PLATFORM, `/organisations/${bankId}/figures`, figures("1000000.00"));
  await decides("resume");
  const found = { verifiedOn: today(), documentNo: "认定1号", reason: "经查实" };
  const firm = { rule: "enterprise_fraud", conduct: "diverted", creditCode: firmCode(899), name: "新乡误认有限公司" };
  const { id } = await walk.to(OFFICE, "/bans", { ...firm, ...found });
  await walk.to(SECOND, `/bans/${id}/withdraw`, { documentNo: "撤销1号", reason: "认错企业" });
  await env.DB.prepare("UPDATE organisation SET registered_at = ? WHERE scheme_id = 'xinxiang'")
    .bind(Date.now() - 100 * 86_400_000)
    .run();
  await walk.to(PLATFORM, `/reports/monthly/${periodBefore("month", today()).name}`, said);
}

/** The list and the push to every bank, a loan with a guarantor, a claim with its notice, placements and a fee, how a bank becomes a partner, an evasion that is over. */
export async function walkKezhou(act: Act): Promise<void> {
  const [COUNTY, PREFECTURE, OFFICE, OFFICE2, GOVERNMENT, MANAGER, MANAGER2, PBOC, NFRA, BANK, GUARANTOR, TELLER] = [
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14,
  ];
  const walk = new Walk(new Way(KEZHOU), act);
  await walk.open({ bank: BANK, guarantor: GUARANTOR });
  await walk.applies();
  await walk.on(COUNTY, "adopt");
  await walk.on(PREFECTURE, "screening");
  for (const topic of ["credit", "tax", "criminal"]) await walk.finds(PREFECTURE, walk.way.caseId, topic);
  await walk.on(PREFECTURE, "screening/pass", { summary: "符合条件" });
  await walk.on(OFFICE, "approve", { documentNo: "名单1号" });
  await walk.on(OFFICE, "publish");
  await walk.on(OFFICE, "push");
  const lead = must(await walk.way.as(BANK, "GET", "/leads")).body.leads[0].id;
  const terms = { ratePercent: "4.35", termMonths: "12", mode: "guaranteed" };
  await walk.on(BANK, `leads/${lead}/offer`, { ...terms, amount: "3000000.00", remark: "" });
  const answers = {
    guaranteeLetterOn: today(),
    fees: ["guarantee_fee"],
    "fees.guarantee_fee": "1.00",
    counterGuarantee: ["surety"],
    filed: ["pre_check", "investigation_report", "committee_minutes", "opinion"],
  };
  const partnerOrgId = await walk.way.orgOf(GUARANTOR);
  await walk.on(BANK, `leads/${lead}/loan`, {
    ...terms,
    contractNo: "放字1号",
    principal: "3000000.00",
    disbursedOn: today(),
    partnerOrgId,
    answers,
  });
  const opened = { kind: "open", tranches: [{ amount: "90000000.00", adjustment: "克财1号" }], on: today() };
  await walk.to(OFFICE2, `/fund/vouchers/${(await walk.to(OFFICE, "/fund/vouchers", opened)).id}/check`);
  await walk.moves(OFFICE, OFFICE2, "deposit", "1000000.00");
  const product = { product: "term_deposit", maturesOn: `${YEAR + 5}-01-01` };
  const placement = await walk.moves(MANAGER, MANAGER2, "placement", "400000.00", product);
  await walk.moves(MANAGER, MANAGER2, "placement_back", "400000.00", { placement });
  await walk.moves(MANAGER, MANAGER2, "income", "1000000.00");
  await walk.moves(MANAGER, MANAGER2, "management_fee", "50000.00", { year: YEAR, audit: "20000.00" });
  const loss = { lender: "bank", partner: "guarantor", mode: "guaranteed", principal: 20_000_000, step: "government" } as const;
  const { caseId, claimId } = await walk.failed(loss);
  await walk.to(GOVERNMENT, `/cases/${caseId}/claim/return`, { reason: "不明", documentNo: "退1号" });
  const heard = [await walk.way.orgOf(PBOC), await walk.way.orgOf(NFRA)];
  await walk.to(OFFICE, `/cases/${caseId}/claim/check`, { summary: "会同复审属实", heard });
  await walk.to(GOVERNMENT, `/cases/${caseId}/claim/consent`, { documentNo: "函1号" });
  await walk.to(OFFICE, `/cases/${caseId}/claim/notice`, { documentNo: "通1号" });
  await walk.pays(claimId, [MANAGER, MANAGER2, TELLER]);
  await walk.recovers(caseId, BANK, OFFICE);
  const candidacy = { profile: "全国性银行", expected_volume: "5000万元", preferential_measures: "免收费用" };
  const { id } = await walk.to(BANK, "/candidacies", { said: candidacy });
  const judged = { agreed: true, documentNo: "审定1号", reason: "符合条件" };
  await walk.to(MANAGER, `/candidacies/${id}/check`, judged);
  for (const place of [OFFICE, PBOC, NFRA]) await walk.to(place, `/candidacies/${id}/decision`, judged);
  const agreement = {
    signedOn: today(),
    validFrom: today(),
    validUntil: `${YEAR + 4}-01-01`,
    duties: "甲",
    compensationTerms: "乙",
    recoveryTerms: "丙",
  };
  await walk.to(MANAGER, `/organisations/${await walk.way.orgOf(BANK)}/agreements`, agreement);
  const evasion = { rule: "evasion", creditCode: firmCode(898, "653001") };
  const found = { conduct: "evaded", name: "克州某企业", verifiedOn: daysAgo(1), documentNo: "列入1号", reason: "恶意逃债" };
  await walk.to(OFFICE, "/bans", { ...evasion, ...found });
  await walk.to(OFFICE, "/bans/lifts", { ...evasion, documentNo: "解除1号", reason: "已清偿" });
}

/** What stands approved in the records, as an approved amendment. */
async function set(walk: Walk, key: string, value: unknown): Promise<void> {
  const { personId, org } = walk.books.who("office");
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO amendment (id, scheme_id, key, value, from_day, document_no, reason, proposed_by, proposed_org, proposed_on, proposed_at) VALUES (?, 'dongguan', ?, ?, '2025-01-01', '细则1号', '细则', ?, ?, '2025-01-01', 1)",
    ).bind(`set-${key}`, key, JSON.stringify(value), personId, org.id),
    env.DB.prepare(
      "INSERT INTO amendment_decision (amendment_id, scheme_id, approved, reason, decided_by, decided_on, decided_at) VALUES (?, 'dongguan', 1, '同意', ?, '2025-01-01', 1)",
    ).bind(`set-${key}`, walk.books.who("office2").personId),
  ]);
}

/** The conference, the list with its news, a filing that was sent back, an amendment, a guarantor's claim and reward, a firm's consent. */
export async function walkDongguan(act: Act): Promise<void> {
  const [SCIENCE, OFFICE, OFFICE2, TRUSTEE, TRUSTEE2, BANK, GUARANTOR, TELLER, FARMING] = [2, 4, 5, 8, 9, 11, 13, 14, 17];
  const walk = new Walk(new Way(DONGGUAN), act);
  await walk.open({ bank: BANK, guarantor: GUARANTOR, office: OFFICE, office2: OFFICE2 });
  await walk.applies();
  await walk.on(SCIENCE, "adopt", { justification: "综合评分第三名" });
  const roster = await Promise.all([4, 6, 2, 3, 17, 18, 19, 20, 21].map(walk.way.orgOf));
  const decision = { topic: "whitelist", documentNo: "纪要1号", decidedOn: today(), from: today(), says: "第一批名单", roster };
  await walk.to(OFFICE, "/conference/decisions", decision);
  await walk.on(OFFICE, "approve", { documentNo: "纪要1号" });
  await walk.on(FARMING, "feedback", { on: today(), adverse: true, says: "被处罚" });
  await walk.on(OFFICE, "list-review", { keeps: false, reason: "失信" });
  const bankId = await walk.way.orgOf(BANK);
  const tiers = [
    { party: "national", percent: "20" },
    { party: "provincial", percent: "20" },
    { party: "guarantor", percent: "40" },
    { party: "bank", percent: "20" },
  ];
  const firm = { industry: "industry", fiscalYear: String(YEAR - 1), headcount: "120", revenue: "10000000.00", assets: "9000000.00", profiles: [] };
  const guaranteed = {
    ...{ creditCode: firmCode(801, "441900"), name: "东莞试验801号有限公司", contractNo: "莞备801号", principal: "2000000.00", ratePercent: "4.35" },
    ...{ termMonths: "24", disbursedOn: daysAgo(5), mode: "guaranteed", lenderOrgId: bankId, tiers, batch: true, firm },
    answers: { "papers.national_fund": "国担2026-0801" },
  };
  const { caseId: filed } = await walk.to(GUARANTOR, "/registrations", guaranteed);
  const looks = async (ends: string, body: object) => {
    await walk.to(TRUSTEE, `/cases/${filed}/screening`, { consult: [] });
    await walk.finds(TRUSTEE, filed, "other");
    await walk.to(TRUSTEE, `/cases/${filed}/screening/${ends}`, body);
  };
  await looks("return", { reason: "合同页不清楚" });
  await walk.to(GUARANTOR, `/cases/${filed}/registration`, { ...guaranteed, principal: "1900000.00" });
  await looks("pass", { summary: "符合备案条件" });
  const published = { key: "lpr.1y", value: "0.0280", from: today(), reason: "新公布的报价利率", documentNo: "公告11号" };
  const { id: other } = await walk.to(OFFICE, "/amendments", { ...published, value: "0.0270", documentNo: "公告12号", reason: "录错" });
  await walk.to(OFFICE2, `/amendments/${other}/decline`, { reason: "没有这份公告" });
  const { id: proposed } = await walk.to(OFFICE, "/amendments", published);
  await walk.to(OFFICE2, `/amendments/${proposed}/approve`);
  await walk.moves(OFFICE, OFFICE2, "deposit", "40000000.00");
  const shares = tiers.map(({ party, percent }) => ({ party, share: `0.${percent[0]}` as "0.2" }));
  const loss = { lender: "bank", partner: "guarantor", mode: "guaranteed", tiers: shares } as const;
  const compensated = { principal: fen(40_000_000), on: today(), proofNo: "代偿1号" };
  const one = await walk.failed({ ...loss, principal: 100_000_000, step: "trustee_review", filing: { compensated } });
  await walk.to(TRUSTEE, `/cases/${one.caseId}/claim/check`, { summary: "属实" });
  await walk.to(OFFICE, `/cases/${one.caseId}/claim/consent`, { documentNo: "函1号" });
  await walk.pays(one.claimId, [TRUSTEE, TRUSTEE2, TELLER]);
  await walk.recovers(one.caseId, GUARANTOR, OFFICE);
  await walk.failed({ ...loss, principal: 6_000_000_000, step: "trustee_review", filedOn: addYears(today(), -1) as LocalDate, batched: true });
  await set(walk, "evaluation.weights", [
    { metric: "national_fund", weight: "0.6" },
    { metric: "in_scope_loans", weight: "0.4" },
  ]);
  await set(walk, "reward.rate", "0.005");
  await set(walk, "reward.byLeverage", [{ from: "1", ratio: "1" }]);
  await set(walk, "reward.byScore", [{ from: "60", ratio: "1" }]);
  const guarantorId = await walk.way.orgOf(GUARANTOR);
  const points = { national_fund: "90", in_scope_loans: "80.5" };
  await walk.to(OFFICE, "/evaluations", { orgId: guarantorId, year: YEAR - 1, points, leverage: "4.9", documentNo: "评价1号" });
  const [judged] = must(await walk.way.as(OFFICE, "GET", "/evaluations")).body.evaluations;
  await walk.moves(TRUSTEE, TRUSTEE2, "reward", judged.reward.amount, { of: guarantorId, year: YEAR - 1 });
  const { id: consent } = await walk.to(1, "/consents", { institutionId: bankId, from: today(), until: `${YEAR + 1}-01-01` });
  await walk.to(BANK, "/looks", { creditCode: "91441900MADEMB003W", purpose: "贷前调查" });
  await walk.to(1, `/consents/${consent}/withdraw`);
  await walk.to(TRUSTEE, `/reports/trustee/${periodBefore("quarter", today()).name}`, said);
}

/** Contributions and deposits, a firm refused and then pushed, a bank that takes from its own deposit, the fund filled up, who answers for a loss. */
export async function walkBaotou(act: Act): Promise<void> {
  const [AREA, OFFICE, OFFICE2, FINANCE, FINANCE2, GOVERNMENT, MANAGER, MANAGER2, BANK, BANK2, GUARANTOR] = [2, 4, 5, 6, 7, 8, 9, 10, 11, 16, 13];
  const walk = new Walk(new Way(BAOTOU), act);
  await walk.open({ bank: BANK, guarantor: GUARANTOR });
  const [area, bankId, partnerOrgId] = await Promise.all([AREA, BANK, GUARANTOR].map(walk.way.orgOf));
  await walk.moves(FINANCE, FINANCE2, "grant", "3000000.00");
  await walk.moves(FINANCE, MANAGER, "deposit", "3000000.00");
  await walk.moves(FINANCE, MANAGER, "contribution", "4000000.00", { of: area, promised: "4000000.00", hardship: "财政困难" });
  await walk.moves(OFFICE, OFFICE2, "placement", "1000000.00", { of: bankId });
  await walk.moves(MANAGER, MANAGER2, "interest", "1234.56");
  const declined = await walk.to(MANAGER, "/fund/vouchers", {
    kind: "movement",
    reason: "interest",
    amount: "1.00",
    on: today(),
    documentNo: "重复",
  });
  await walk.to(MANAGER2, `/fund/vouchers/${declined.id}/decline`, { why: "重复" });
  await walk.applies();
  await walk.on(AREA, "return", { reason: "补充" });
  await walk.applies();
  const looked = async () => {
    await walk.on(AREA, "adopt");
    await walk.on(OFFICE, "screening");
    await walk.finds(OFFICE, walk.way.caseId, "operations");
    await walk.on(OFFICE, "screening/pass", { summary: "看过" });
  };
  await looked();
  await walk.on(OFFICE, "approve", { documentNo: "推荐表1号" });
  await walk.on(OFFICE, "push", { institutions: [bankId] });
  const lead = must(await walk.way.as(BANK, "GET", "/leads")).body.leads[0].id;
  const terms = { ratePercent: "4.35", termMonths: "12", mode: "helped" };
  await walk.on(BANK, `leads/${lead}/offer`, { ...terms, amount: "3000000.00", remark: "" });
  const answers = {
    purpose: "working_capital",
    repayment: "bullet",
    "steps.due_diligence": today(),
    "steps.filed_with_office": today(),
    "steps.approved": today(),
    collateral: [],
    counterGuarantee: ["receivable"],
    fees: [],
    "attested.ratePolicy": "yes",
  };
  await walk.on(BANK, `leads/${lead}/loan`, {
    ...terms,
    contractNo: "放字2号",
    principal: "3000000.00",
    disbursedOn: today(),
    partnerOrgId,
    answers,
  });
  const loss = { lender: "bank", partner: "guarantor", mode: "helped", principal: 100_000_000 } as const;
  const { caseId: bad } = await walk.failed({ ...loss, step: "withdrawn", filedOn: daysAgo(100) });
  const does = (place: number, obligation: string, more: object) =>
    walk.to(place, `/cases/${bad}/obligations`, { obligation, on: today(), detail: "已办", ...more });
  await does(BANK, "collection", { way: "phone" });
  await does(MANAGER, "collection", { way: "onsite" });
  await does(BANK, "disbursement_notice", { documentNo: "放款1号" });
  const { claimId } = await walk.to(BANK, `/cases/${bad}/claim`, filing("1000000"));
  await walk.to(MANAGER, `/cases/${bad}/claim/check`, { summary: "属实" });
  await walk.to(OFFICE, `/cases/${bad}/claim/consent`, { documentNo: "确1号" });
  await walk.pays(claimId, [BANK, BANK2, BANK]);
  await walk.recovers(bad, BANK, MANAGER);
  for (const [place, step, more] of [
    [OFFICE, "evaluated", {}],
    [OFFICE, "fixed", { amount: "1000000.00" }],
    [GOVERNMENT, "reported", {}],
    [FINANCE, "replenished", { amount: "1000000.00" }],
  ] as const)
    await walk.to(place, "/fund/steps", { kind: "replenishment", step, documentNo: "评价1号", ...more });
  await walk.to(OFFICE, "/fund/steps", { kind: "top_up", of: bankId, documentNo: "同意1号" });
  const { caseId: other } = await walk.failed(loss);
  const found = ["procedure", "due_diligence", "proper_operation"];
  await walk.to(OFFICE, `/cases/${bad}/liability/exemption`, { found, documentNo: "认定1号", reason: "调查记录齐全" });
  await walk.to(OFFICE, `/cases/${other}/liability/findings`, { type: "dereliction", documentNo: "查处1号", reason: "核查所见" });
  await walk.to(BANK, `/reports/recovery/${periodBefore("quarter", today()).name}`, said);
}

export const WALKS = { xinxiang: walkXinxiang, kezhou: walkKezhou, dongguan: walkDongguan, baotou: walkBaotou } as const;
