/** A claim paid and its recovery through the API, one step a function: what the tests of recoveries and sanctions share. Imported by tests only. */
import { checked, consented, filed, type Lending, type Lent, lent, reported, seen, verified } from "../claim/claim-story";
import { type Cast, must } from "../story";
import { type Answer, call, env } from "../testing";

export const today = (): string => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);

const at =
  (path: string) =>
  (token: string, caseId: string, body: unknown = {}): Promise<Answer> =>
    call("POST", `/cases/${caseId}/recovery${path}`, body, { token });
export const coordinates = at("/coordination");
export const forces = at("/force");
export const sues = at("/legal");
export const recovers = at("/receipts");
export const declares = at("/returns");
export const receives = at("/returns/receive");
export const endsLegal = at("/legal/end");
export const confirms = at("/loss");
export const approves = at("/loss/approve");

export const noResult = () => ({ outcome: "NO_RESULT", on: today(), attended: ["区经济和信息化局", "海坨银行延庆支行"], plan: [] });
export const suit = () => ({ on: today(), court: "延庆区人民法院", caseNo: "（2026）京0119民初8号" });
export const money = (receiptNo: string, amount: string, more: object = {}) => ({ receiptNo, receivedOn: today(), amount, costs: "0.00", ...more });
export const sent = (receiptNo: string, amount: string, more: object = {}) => ({
  receiptNo,
  amount,
  on: today(),
  voucherNo: `凭证-${receiptNo}`,
  ...more,
});
export const ending = () => ({ on: today(), proof: "enforcement_ended", documentNo: "（2026）京0119执8号" });

/** The approved claim is paid: from the account, or from the quota where the account is short. */
export async function paidOut(who: Cast, claimId: string): Promise<Answer> {
  const { no, path } = must(await call("POST", `/payables/${claimId}/instruction`, {}, { token: who.office })).body;
  const step = async (name: string, token: string) => must(await call("POST", `/instructions/${no}/${name}`, {}, { token }));
  await step("countersign", who.office2);
  if (path === "QUOTA") {
    await step("approve", who.finance);
    await step("transfer", who.finance);
  }
  return step("paid", who.accountBank);
}

export interface Paid extends Lent {
  readonly claimId: string;
}

/** A loan of three million, of which 600,000.00 was repaid: the claim of 2,400,000.00 is paid at the tier's ratio. */
export async function paid(who: Cast, n: number, lending: Lending = {}): Promise<Paid> {
  const one = await lent(who, n, lending);
  const payee = lending.guarantor ? who.guarantor : who.bankA;
  const repaid = { repaymentNo: `还-${n}`, on: today(), principal: "600000.00", interest: "0.00" };
  must(await call("POST", `/cases/${one.caseId}/loan/repayments`, repaid, { token: who.bankA }));
  const claimId = await filed(payee, one.caseId, { principal: "2400000.00" });
  await checked(who, one.caseId);
  must(await verified(who, one.caseId, lending.raters));
  await reported(who, one.caseId);
  await consented(who, one.caseId);
  await paidOut(who, claimId);
  return { ...one, claimId };
}

/** Money got, declared by the payee and seen by the office. */
export async function returned(who: Cast, caseId: string, receiptNo: string, got: string, part: string, payee = who.bankA): Promise<void> {
  must(await recovers(payee, caseId, money(receiptNo, got)));
  must(await declares(payee, caseId, sent(receiptNo, part)));
  must(await receives(who.office, caseId, { receiptNo }));
}

/** To the end of the law, without a meeting's result. */
export async function lawEnded(who: Cast, caseId: string, payee = who.bankA): Promise<void> {
  must(await coordinates(who.office, caseId, noResult()));
  must(await sues(payee, caseId, suit()));
  must(await endsLegal(payee, caseId, ending()));
}

export const recoveryOf = async (token: string, caseId: string) => (await seen(token, caseId)).file.recovery;

/** What an account carries, as text of the records. */
export const balanceOf = async (account: string, of = ""): Promise<number> =>
  (await env.DB.prepare("SELECT balance FROM ledger_balance WHERE scheme_id = 'yanqing' AND account = ? AND of_id = ?")
    .bind(account, of)
    .first<number>("balance")) ?? 0;

export const noticesOf = async (token: string, caseId?: string): Promise<{ code: string; figures: Record<string, string> }[]> => {
  const { notices } = must(await call("GET", "/notices", undefined, { token })).body;
  return notices.filter((one: { caseId: string | null }) => caseId === undefined || one.caseId === caseId);
};
