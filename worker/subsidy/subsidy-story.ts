/** An insured loan and its premium subsidy through the API, one step a function: what their tests share. Imported by tests only. */
import { RATERS } from "../claim/claim-story";
import { applied, type Cast, idOf, loanBody, meeting, must, newFirm, offered, pushed, screened, upload, voted } from "../story";
import { type Answer, call } from "../testing";

export interface Insured {
  readonly caseId: string;
  readonly firm: string;
  readonly policyNo: string;
}

/** From nothing to a loan of three million that the insurer underwrites. */
export async function insured(who: Cast, n: number): Promise<Insured> {
  const firm = await newFirm(n, `北京投保${n}有限公司`);
  const caseId = await applied(firm, n, (await idOf(who.department)).orgId);
  await screened(who, caseId);
  must(await voted(who, caseId, await meeting(who), Object.fromEntries(RATERS.map((unit) => [unit, "medium"]))));
  const { bankA = "" } = await pushed(who, caseId, ["bankA"]);
  await offered(who.bankA, caseId, bankA);
  const mode = { mode: "insurance", partnerOrgId: (await idOf(who.insurer)).orgId };
  must(await call("POST", `/cases/${caseId}/leads/${bankA}/loan`, { ...loanBody(`HT-${n}`), ...mode }, { token: who.bankA }));
  return { caseId, firm, policyNo: `BD-${n}` };
}

export const POLICY = { product: "小额贷款保证保险", premium: "120000.00", insuredAmount: "3000000.00", from: "2026-01-01", until: "2028-08-21" };
export const registers = (token: string, { caseId, policyNo }: Insured, more: Partial<typeof POLICY> & { policyNo?: string } = {}): Promise<Answer> =>
  call("POST", `/cases/${caseId}/policies`, { policyNo, ...POLICY, ...more }, { token });
export const PAPERS = ["loan_arrival", "policy", "premium_proof"] as const;
export const files = (one: Insured, receiptNo: string, premium: string, token = one.firm, policyNo = one.policyNo): Promise<Answer> =>
  call("POST", `/cases/${one.caseId}/subsidies`, { policyNo, receiptNo, premium }, { token });

/** Up to a firm that may ask. */
export async function covered(who: Cast, n: number): Promise<Insured> {
  const one = await insured(who, n);
  must(await registers(who.insurer, one));
  for (const kind of PAPERS) must(await upload(one.firm, one.caseId, kind));
  return one;
}

const on =
  (verb: string) =>
  (token: string, subsidyId: string, body: unknown = {}): Promise<Answer> =>
    call("POST", `/subsidies/${subsidyId}/${verb}`, body, { token });
export const approves = on("approve");
export const returns = on("return");
export const refunds = on("refund");
export const receives = on("received");

/** Filed and approved; answers its id, which is its payable's too. */
export async function approved(who: Cast, one: Insured, receiptNo: string, premium: string): Promise<string> {
  const { id } = must(await files(one, receiptNo, premium)).body;
  must(await approves(who.office, id));
  return id as string;
}

export const subsidies = async (token: string, query = "") => must(await call("GET", `/subsidies${query}`, undefined, { token })).body.subsidies;
