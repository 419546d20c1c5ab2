/** Paying through the API, one step a function: what the tests of payments share. Imported by tests only. */
import { checked, consented, filed, type Lending, type Lent, lent, reported, verified } from "../claim/claim-story";
import { type Cast, must } from "../story";
import { type Answer, call, env } from "../testing";

type Settings = { DB: D1Database };
const on =
  (verb: string) =>
  (token: string, no: string, body: unknown = {}, settings?: Settings): Promise<Answer> =>
    call("POST", `/instructions/${no}/${verb}`, body, { token, ...(settings ? { settings } : {}) });

export const drawsUp = (token: string, payableId: string, governmentDocument?: string, settings?: Settings): Promise<Answer> =>
  call("POST", `/payables/${payableId}/instruction`, governmentDocument ? { governmentDocument } : {}, { token, ...(settings ? { settings } : {}) });
export const countersigns = on("countersign");
export const approves = on("approve");
export const transfers = on("transfer");
export const pays = on("paid");
export const cancels = on("cancel");

export const instruction = async (token: string, no: string) => must(await call("GET", `/instructions/${no}`, undefined, { token })).body;
export const payables = async (token: string) => must(await call("GET", "/payables?limit=50", undefined, { token })).body;
/** A payable as the office sees it. */
export const payable = async (who: Cast, id: string) => (await payables(who.office)).payables.find((one: { id: string }) => one.id === id);

let told = 0;
/** The lender's word of a repayment today; answers its number. */
export async function repaid(who: Cast, caseId: string, principal: string): Promise<string> {
  told += 1;
  const repaymentNo = `HK-${told}`;
  const day = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  must(await call("POST", `/cases/${caseId}/loan/repayments`, { repaymentNo, on: day, principal, interest: "0.00" }, { token: who.bankA }));
  return repaymentNo;
}

interface Due extends Lending {
  readonly payee?: string;
  /** What the firm paid back before it failed. */
  readonly before?: string;
}

/** A loan of three million that failed with what was still owed, claimed, verified and consented to; answers its claim. */
export async function due(who: Cast, n: number, { payee = who.bankA, before, ...lending }: Due = {}): Promise<Lent & { readonly claimId: string }> {
  const one = await lent(who, n, lending);
  if (before) await repaid(who, one.caseId, before);
  const principal = before ? (3_000_000 - Number(before)).toFixed(2) : "3000000.00";
  const claimId = await filed(payee, one.caseId, { principal });
  await checked(who, one.caseId);
  must(await verified(who, one.caseId));
  await reported(who, one.caseId);
  await consented(who, one.caseId);
  return { ...one, claimId };
}

/** Drawn up and checked; answers its number. */
export async function ordered(who: Cast, payableId: string, governmentDocument?: string): Promise<string> {
  const { no } = must(await drawsUp(who.office, payableId, governmentDocument)).body;
  must(await countersigns(who.office2, no));
  return no as string;
}

/** From the instruction to the account bank's word, through finance where cash is short. */
export async function paid(who: Cast, payableId: string, governmentDocument?: string): Promise<Answer> {
  const { no, path } = must(await drawsUp(who.office, payableId, governmentDocument)).body;
  must(await countersigns(who.office2, no));
  if (path === "QUOTA") {
    must(await approves(who.finance, no));
    must(await transfers(who.finance, no));
  }
  return must(await pays(who.accountBank, no));
}

export const balances = async (account: string, of = ""): Promise<readonly [number, number]> => {
  const row = await env.DB.prepare("SELECT balance, held FROM ledger_balance WHERE scheme_id = 'yanqing' AND account = ? AND of_id = ?")
    .bind(account, of)
    .first<{ balance: number; held: number }>();
  return [row?.balance ?? 0, row?.held ?? 0];
};
