/** Every command about a loan after its disbursement, its claim, its payment, its recovery and the fund, once each in an order that goes through. Imported by tests only. */
import { claimRoutes } from "../shared/contract/claim";
import { fundRoutes } from "../shared/contract/fund";
import { loanLifeRoutes } from "../shared/contract/loan-life";
import { PATHS, type RouteName } from "../shared/contract/paths";
import { paymentRoutes } from "../shared/contract/payment";
import { recoveryRoutes } from "../shared/contract/recovery";
import { sanctionRoutes } from "../shared/contract/sanction";
import { subsidyRoutes } from "../shared/contract/subsidy";
import { addDays, shanghaiDay } from "../shared/local-date";
import { ORG_KINDS } from "../shared/process/party";
import { schemeOf } from "../shared/schemes/registry";
import { filing, lent } from "./claim/claim-story";
import { openingForm, whole } from "./fund/opening-story";
import { compensated } from "./fund/testing-books";
import { workbook } from "./loan/loan-story";
import { due, ordered, paid } from "./payment/pay-story";
import { PERMITS, permits } from "./permission";
import { applied, type Cast, codeOf, idOf, loanBody, meeting, must, newFirm, offered, screened, seatsOf, upload, voted } from "./story";
import { insured, PAPERS, POLICY } from "./subsidy/subsidy-story";
import { type Answer, call, env, tokenOf } from "./testing";

/** How a command is sent: plainly, or watched. Answers what it replied. */
export type Send = (path: string, body: unknown, token: string) => Promise<Answer["body"]>;

const ROUTES = Object.values({
  ...loanLifeRoutes,
  ...claimRoutes,
  ...recoveryRoutes,
  ...paymentRoutes,
  ...fundRoutes,
  ...subsidyRoutes,
  ...sanctionRoutes,
});
/** A command that nobody may call under the default document is walked where its own document is. */
const knownHere = (name: RouteName): boolean => ORG_KINDS.some((kind) => permits(PERMITS[name], kind, schemeOf("yanqing")));
/** The commands of these nouns, and what is read of them. */
export const AFTER_THE_LOAN = ROUTES.flatMap(({ name, method }): RouteName[] => (method === "GET" || !knownHere(name) ? [] : [name]));
export const READ_AFTER_THE_LOAN = ROUTES.flatMap(({ name, method }): RouteName[] => (method === "GET" ? [name] : []));

/** Whose path a request's is. */
export function routeOf(method: string, path: string): RouteName | undefined {
  const names = Object.keys(PATHS) as RouteName[];
  return names.find((name) => PATHS[name][0] === method && new RegExp(`^${PATHS[name][1].replace(/:\w+/g, "[^/]+")}$`).test(path));
}

const today = shanghaiDay(Date.now());
const RATERS = ["office", "finance", "department"] as const;
const PAPER = { documentNo: "延政函〔2026〕70号" };

/** A district that starts in the middle, entered whole and taken back whole; the books are then to be opened. */
export async function walkTheOpening(who: Cast, send: Send): Promise<void> {
  const { voucher } = await send("/fund/openings", openingForm(whole(), "0"), who.office);
  await send(`/fund/vouchers/${voucher.id}/check`, {}, who.finance);
  const undone = await send("/fund/vouchers", { kind: "undo_opening", voucherId: voucher.id, why: "余额日期有误" }, who.office);
  await send(`/fund/vouchers/${undone.id}/check`, {}, who.finance);
}

/** What the lender and the recommender tell of a loan. */
export async function walkTheLoan(who: Cast, send: Send): Promise<string> {
  const { caseId } = await lent(who, 951);
  const to = `/cases/${caseId}/loan`;
  const instalments = [6, 11].map((months) => ({ dueOn: addDays(today, months * 30), principal: "1500000.00", interest: "9000.00" }));
  await send(`${to}/schedule`, { instalments }, who.bankA);
  const repayment = (repaymentNo: string) => ({ repaymentNo, on: today, principal: "300000.00", interest: "100.00" });
  await send(`${to}/repayments`, repayment("HK-951"), who.bankA);
  await send(`${to}/repayments/undo`, { repaymentNo: "HK-951", reason: "录错" }, who.bankA);
  await send(`${to}/repayments`, repayment("HK-952"), who.bankA);
  await send(`${to}/extension`, { maturesOn: addDays(today, 500), reason: "延期复产" }, who.bankA);
  await send(`${to}/grade`, { grade: "substandard", on: today }, who.bankA);
  await send(`${to}/follow-ups`, { on: today, text: "已走访，订单不足", abnormal: true }, who.department);
  const sheet = new FormData();
  sheet.set("dry", "0");
  const head = ["合同号", "流水号", "还款日期", "本金", "利息", "五级分类", "分类日期"];
  sheet.set("file", workbook([head, ["HT-951", "HK-953", today, "300000.00", "0", "可疑", today]]));
  await send("/loans/import", sheet, who.bankA);
  return caseId;
}

/** A claim taken back, sent back, and carried to the consent. */
export async function walkTheClaim(who: Cast, send: Send, caseId: string): Promise<string> {
  const to = `/cases/${caseId}/claim`;
  const body = filing({ grade: "doubtful", principal: "2400000.00" });
  must(await upload(who.bankA, caseId, "npl_application"));
  await send(to, body, who.bankA);
  await send(`${to}/withdraw`, { reason: "补充材料" }, who.bankA);
  await send(to, body, who.bankA);
  await send(`${to}/check`, { summary: "材料齐全" }, who.office);
  await send(`${to}/return`, { reason: "缺页" }, who.office);
  const { claimId } = await send(to, body, who.bankA);
  await send(`${to}/check`, { summary: "材料齐全" }, who.office);
  await send(`${to}/panel`, { meetingId: await meeting(who), seats: await seatsOf(who, RATERS), successors: [] }, who.office);
  await send(`${to}/ballot/open`, {}, who.office);
  for (const unit of RATERS) await send(`${to}/ballot`, { choice: "agreed", reason: "核对了流水" }, who[unit]);
  await send(`${to}/ballot/close`, { opinion: "建议代偿" }, who.office);
  await send(`${to}/report`, PAPER, who.office);
  await send(`${to}/consent`, PAPER, who.government);
  return claimId;
}

/** Through finance, after one that was taken back and one that a repayment ended. */
export async function walkThePayment(who: Cast, send: Send, claimId: string): Promise<void> {
  // leaves 100,000.00 in the account
  await compensated("walk", "walk-case", 1_490_000_000, today);
  const { no: back } = await send(`/payables/${claimId}/instruction`, {}, who.office);
  await send(`/instructions/${back}/cancel`, { why: "重新制单" }, who.office);
  const { no } = await send(`/payables/${claimId}/instruction`, {}, who.office);
  await send(`/instructions/${no}/countersign`, {}, who.office2);
  await send(`/instructions/${no}/approve`, {}, who.finance);
  await send(`/instructions/${no}/transfer`, {}, who.finance);
  await send(`/instructions/${no}/paid`, {}, who.accountBank);
}

/** A repayment that ends an order of the account bank. */
export async function walkTheEnding(who: Cast, send: Send): Promise<void> {
  const { caseId, claimId } = await due(who, 953);
  await ordered(who, claimId);
  await send(`/cases/${caseId}/loan/repayments`, { repaymentNo: "HK-E", on: today, principal: "600000.00", interest: "0" }, who.bankA);
}

/** From the meeting over the law to the write-off, and money that came back. */
export async function walkTheRecovery(who: Cast, send: Send, caseId: string): Promise<void> {
  const to = `/cases/${caseId}/recovery`;
  await send(`${to}/coordination`, { outcome: "NO_RESULT", on: today, attended: ["区经济和信息化局"], plan: [] }, who.office);
  await send(`${to}/legal`, { on: today, court: "延庆区人民法院", caseNo: "民初8号" }, who.bankA);
  await send(`${to}/receipts`, { receiptNo: "SK-1", receivedOn: today, amount: "600000.00", costs: "0" }, who.bankA);
  await send(`${to}/returns`, { receiptNo: "SK-1", amount: "300000.00", on: today, voucherNo: "凭证-1" }, who.bankA);
  await send(`${to}/returns/receive`, { receiptNo: "SK-1" }, who.office);
  await send(`${to}/legal/end`, { on: today, proof: "enforcement_ended", documentNo: "执8号" }, who.bankA);
  await send(`${to}/loss`, { amount: "900000.00" }, who.bankA);
  await send(`${to}/loss/approve`, {}, who.office);
  await send(`${to}/loss/approve`, {}, who.finance);
  await send("/recoveries/publish", { quarter: `${today.slice(0, 4)}Q${Math.ceil(Number(today.slice(5, 7)) / 3)}` }, who.office);
}

/** Misconduct of a firm, a department, an institution; a clawback drawn up, checked and received. */
export async function walkTheSanctions(who: Cast, send: Send): Promise<void> {
  const { caseId, claimId, n } = await due(who, 952);
  await paid(who, claimId);
  await send(`/cases/${caseId}/recovery/force`, { reason: "企业已列入失信名单" }, who.office);
  const entry = { reason: "骗取贷款", platform: "信用中国", listedOn: today, evidence: "5号" };
  await send("/sanctions/listings", { ...entry, name: "北京代偿952有限公司", creditCode: codeOf(n) }, who.office);
  const { id } = await send("/sanctions/listings", { ...entry, name: "北京误列有限公司", creditCode: codeOf(9952) }, who.office);
  await send(`/sanctions/listings/${id}/lift`, { reason: "同名企业", documentNo: "30号" }, who.office2);
  const { orgId } = await idOf(who.department);
  await send("/sanctions/misconduct", { orgId, type: "poor_vetting", detail: "未实地走访", caseId }, who.office);
  const breach = { type: "collusion", documentNo: "认定2号", detail: "串通虚报" };
  for (const unit of ["finance", "department"] as const) await send(`/cases/${caseId}/determinations`, breach, who[unit]);
  await send(`/cases/${caseId}/sanctions`, { type: "collusion", measure: "full_clawback", reason: "经认定" }, who.office);
  await send(`/organisations/${(await idOf(who.bankB)).orgId}/rungs`, { rung: "interview", reason: "追偿没有进展" }, who.office);
  // the measure has drawn its voucher up
  const { vouchers } = must(await call("GET", "/fund/vouchers?status=drawn_up", undefined, { token: who.finance })).body;
  await send(`/fund/vouchers/${vouchers[0].id}/check`, {}, who.finance);
  const received = { kind: "clawback_received", caseId, amount: "500000.00", documentNo: "回单9" };
  const made = await send("/fund/vouchers", received, who.office);
  await send(`/fund/vouchers/${made.id}/check`, {}, who.finance);
}

/** A policy, receipts sent back, paid, refunded and returned. */
export async function walkTheSubsidy(who: Cast, send: Send): Promise<void> {
  const one = await insured(who, 954);
  await send(`/cases/${one.caseId}/policies`, { policyNo: one.policyNo, ...POLICY }, who.insurer);
  for (const kind of PAPERS) must(await upload(one.firm, one.caseId, kind));
  const asks = (receiptNo: string) => send(`/cases/${one.caseId}/subsidies`, { policyNo: one.policyNo, receiptNo, premium: "600.00" }, one.firm);
  const first = await asks("SJ-1");
  await send(`/subsidies/${first.id}/return`, { reason: "看不清" }, who.office);
  const { id } = await asks("SJ-1");
  await send(`/subsidies/${id}/approve`, {}, who.office);
  await ordered(who, id);
  await send(`/subsidies/${id}/refund`, { refunded: "100.00", on: today }, who.insurer);
  const { no } = await send(`/payables/${id}/instruction`, {}, who.office);
  await send(`/instructions/${no}/countersign`, {}, who.office2);
  must(await call("POST", `/instructions/${no}/paid`, {}, { token: who.accountBank }));
  await send(`/subsidies/${id}/refund`, { refunded: "100.00", on: today }, who.insurer);
  await send(`/subsidies/${id}/received`, { amount: "50.00", documentNo: "回单1" }, who.office);
}

/** Vouchers, the half-year's report, what has to be told at once, the books counted again. */
export async function walkTheFund(who: Cast, send: Send): Promise<void> {
  const interest = (documentNo: string) => ({ kind: "movement", reason: "interest", amount: "12.34", on: today, documentNo });
  const { id } = await send("/fund/vouchers", interest("利息1"), who.office);
  await send(`/fund/vouchers/${id}/check`, {}, who.finance);
  const { id: other } = await send("/fund/vouchers", interest("利息2"), who.office);
  await send(`/fund/vouchers/${other}/decline`, { why: "重复" }, who.finance);
  const last = today.slice(5, 7) <= "06" ? `${Number(today.slice(0, 4)) - 1}H2` : `${today.slice(0, 4)}H1`;
  await send(`/fund/reports/${last}`, PAPER, who.office);
  await env.DB.prepare(
    "INSERT INTO major_matter (id, scheme_id, what, on_day, figures, article, recorded_at) VALUES ('walk', 'yanqing', 'fund_paused', ?, '{}', '三（七）', 1)",
  )
    .bind(today)
    .run();
  await send("/fund/major/walk/reported", PAPER, who.office);
  await send("/fund/checks", {}, who.finance);
}

/** A deal from before its agreement, let in by the government. */
export async function walkTheTransition(who: Cast, send: Send): Promise<void> {
  const { orgId } = must(await call("POST", "/organisations", { kind: "bank", name: "北京待签银行" }, { token: who.office })).body;
  must(await call("POST", "/identity/staff", { phone: "13600000955", name: "待签", orgId, title: "业务主管" }, { token: who.office }));
  const bank = await tokenOf("13600000955");
  const caseId = await applied(await newFirm(955, "北京过渡955有限公司"), 955, (await idOf(who.department)).orgId);
  await screened(who, caseId);
  must(await voted(who, caseId, await meeting(who), { office: "medium", finance: "medium", department: "medium" }));
  const ahead = { institutions: [orgId], preferenceReason: "按企业意向", transition: true, transitionReason: "协议正在签订" };
  const { leads } = must(await call("POST", `/cases/${caseId}/push`, ahead, { token: who.office })).body;
  await offered(bank, caseId, leads[0].id);
  must(await call("POST", `/cases/${caseId}/leads/${leads[0].id}/loan`, loanBody("HT-955"), { token: bank }));
  await send(`/cases/${caseId}/transition`, PAPER, who.government);
}

/** All of it, the books being open. Answers the case that went from the loan to the write-off. */
export async function walkTheMoney(who: Cast, send: Send): Promise<string> {
  const caseId = await walkTheLoan(who, send);
  const claimId = await walkTheClaim(who, send, caseId);
  await walkThePayment(who, send, claimId);
  await walkTheEnding(who, send);
  await walkTheRecovery(who, send, caseId);
  await walkTheSanctions(who, send);
  await walkTheSubsidy(who, send);
  await walkTheFund(who, send);
  await walkTheTransition(who, send);
  return caseId;
}
