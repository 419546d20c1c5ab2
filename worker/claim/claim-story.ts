/** A loan that fails and its claim on the way through the API, one step a function: what the tests of claims share. Imported by tests only. */
import { applied, type Cast, idOf, loanBody, meeting, must, newFirm, offered, pushed, screened, seatsOf, upload } from "../story";
import { type Answer, call } from "../testing";

/** The units that rate, and so verify. */
export const RATERS = ["office", "finance", "department"] as const satisfies readonly (keyof Cast)[];

export interface Lent {
  readonly caseId: string;
  readonly firm: string;
  readonly name: string;
  readonly n: number;
}

export interface Lending {
  readonly tier?: string;
  readonly raters?: readonly (keyof Cast)[];
  readonly guarantor?: boolean;
  readonly name?: string;
  /** Other banks that the case was pushed to as well. */
  readonly also?: readonly (keyof Cast)[];
}

/** Rated by the units one after another, so that two cases have the same history. */
async function rated(who: Cast, caseId: string, raters: readonly (keyof Cast)[], choice: string): Promise<void> {
  const seats = await seatsOf(who, raters);
  must(await call("POST", `/cases/${caseId}/review`, { meetingId: await meeting(who), seats }, { token: who.office }));
  must(await call("POST", `/cases/${caseId}/review/open`, {}, { token: who.office }));
  for (const unit of raters) must(await call("POST", `/cases/${caseId}/review/ballot`, { choice, reason: "依据经营状况" }, { token: who[unit] }));
  must(await call("POST", `/cases/${caseId}/review/close`, { recoveryOwner: seats[0]?.orgId }, { token: who.office }));
}

/** From nothing to a loan of three million, by a bank alone or with a guarantor behind it. */
export async function lent(
  who: Cast,
  n: number,
  { tier = "medium", raters = RATERS, guarantor = false, name, also = [] }: Lending = {},
): Promise<Lent> {
  const called = name ?? `北京代偿${n}有限公司`;
  const firm = await newFirm(n, called);
  const caseId = await applied(firm, n, (await idOf(who.department)).orgId);
  await screened(who, caseId);
  await rated(who, caseId, raters, tier);
  const { bankA = "" } = await pushed(who, caseId, ["bankA", ...also]);
  await offered(who.bankA, caseId, bankA);
  const more = guarantor ? { mode: "guarantee", partnerOrgId: (await idOf(who.guarantor)).orgId, payeeSharePercent: "80" } : {};
  must(await call("POST", `/cases/${caseId}/leads/${bankA}/loan`, { ...loanBody(`HT-${n}`), ...more }, { token: who.bankA }));
  return { caseId, firm, name: called, n };
}

const FILING = {
  grade: "substandard",
  overdueDays: 30,
  letterNo: "海坨不良〔2026〕1号",
  principal: "3000000.00",
  interest: "12345.67",
  covered: "0.00",
};
export const filing = (more: Partial<Record<keyof typeof FILING, unknown>> = {}) => ({ ...FILING, ...more });

const at =
  (path: string) =>
  (token: string, caseId: string, body: unknown = {}): Promise<Answer> =>
    call("POST", `/cases/${caseId}/claim${path}`, body, { token });
export const files = at("");
export const withdraws = at("/withdraw");
export const checks = at("/check");
export const returns = at("/return");
export const sets = at("/panel");
export const opens = at("/ballot/open");
export const votes = at("/ballot");
export const closes = at("/ballot/close");
export const reports = at("/report");
export const consents = at("/consent");

/** The paper goes first, then the filing. */
export async function filed(payee: string, caseId: string, more: Parameters<typeof filing>[0] = {}): Promise<string> {
  must(await upload(payee, caseId, "npl_application"));
  return must(await files(payee, caseId, filing(more))).body.claimId as string;
}

export const checked = (who: Cast, caseId: string): Promise<Answer> => checks(who.office, caseId, { summary: "材料齐全，金额与台账一致" }).then(must);

/** On the agenda of a meeting of its own; answers the meeting. */
export async function panelled(who: Cast, caseId: string, units: readonly (keyof Cast)[] = RATERS): Promise<string> {
  const meetingId = await meeting(who);
  must(await sets(who.office, caseId, { meetingId, seats: await seatsOf(who, units), successors: [] }));
  return meetingId;
}

/** Everybody says the same unless told otherwise; answers the closing. */
export async function verified(who: Cast, caseId: string, units: readonly (keyof Cast)[] = RATERS, say: Partial<Record<keyof Cast, string>> = {}) {
  await panelled(who, caseId, units);
  must(await opens(who.office, caseId));
  for (const unit of units) must(await votes(who[unit], caseId, { choice: say[unit] ?? "agreed", reason: "核对了合同、流水和催收记录" }));
  return closes(who.office, caseId, { opinion: "符合代偿条件，建议按比例代偿" });
}

export const reported = (who: Cast, caseId: string): Promise<Answer> => reports(who.office, caseId, { documentNo: "延发改报〔2026〕9号" }).then(must);
export const consented = (who: Cast, caseId: string): Promise<Answer> =>
  consents(who.government, caseId, { documentNo: "延政函〔2026〕9号" }).then(must);

/** All of it, up to the payable. */
export async function agreed(who: Cast, one: Lent, payee = who.bankA, units: readonly (keyof Cast)[] = RATERS): Promise<Answer> {
  await filed(payee, one.caseId);
  await checked(who, one.caseId);
  must(await verified(who, one.caseId, units));
  await reported(who, one.caseId);
  return consented(who, one.caseId);
}

export const seen = async (token: string, caseId: string) => must(await call("GET", `/cases/${caseId}`, undefined, { token })).body;
