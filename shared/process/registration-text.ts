/** A loan as an institution types it, read into what is registered: the phone reads it before it sends, the worker reads it again. */
import { Decimal } from "decimal.js";
import { parseCreditCode } from "../enterprise/credit-code";
import { type LocalDate, parseDate } from "../local-date";
import { parseYuan, timesRatio, yuan } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { Facts, LoanFacts } from "../rule/facts";
import type { LoanRecord } from "./event";
import { type FirmText, readFirm } from "./firm-ask";
import { type LoanAnswers, readAnswers } from "./loan-ask";
import type { OrgRef } from "./party";
import type { RegisterStep } from "./procedure";
import { readRate, readTerm } from "./push";
import { standsBehind, standsBy } from "./registration";

export interface RegistrationText {
  readonly creditCode: string;
  readonly name: string;
  readonly mode: string;
  readonly contractNo: string;
  readonly principal: string;
  readonly ratePercent: string;
  readonly termMonths: string;
  readonly disbursedOn: string;
  readonly orderNo?: string | undefined;
  /** Those who bear a loss of it, each with its share in percent. */
  readonly tiers?: readonly { readonly party: string; readonly percent: string }[] | undefined;
  readonly batch?: true | undefined;
  readonly firm?: FirmText | undefined;
  readonly answers: LoanAnswers;
}

/** The loan, and what was told of it and of its firm beside the record. */
export interface RegistrationRead {
  readonly loan: Omit<LoanRecord, "stands" | "leadId" | "loanId" | "lender" | "partner">;
  readonly creditCode: string;
  readonly name: string;
  readonly told: Partial<LoanFacts>;
  readonly attested?: Facts["attested"];
  readonly firm: Partial<Facts>;
}

export const firmAsks = (step: RegisterStep, mode: string) =>
  (step.firm ?? []).filter(({ modes }) => !modes || modes.includes(mode)).map(({ ask }) => ask);

/** Percent text, e.g. `40` or `33.33`, as a ratio. */
function shareOf(percent: string, field: string): Outcome<string> {
  const plain = percent.normalize("NFKC").trim();
  return /^\d{1,3}(?:\.\d{1,4})?$/.test(plain)
    ? accept(new Decimal(plain).div(100).toFixed())
    : refuse("field_invalid", { given: plain.slice(0, 20), min: "0", max: "100" }, undefined, field);
}

function tiersOf(step: RegisterStep, text: RegistrationText): Outcome<LoanRecord["tiers"]> {
  if (!step.modes.find(({ id }) => id === text.mode)?.bearers) return accept(undefined);
  const read = (text.tiers ?? []).map(({ party, percent }) => ({ party, share: shareOf(percent, `tiers.${party}`) }));
  const faults = read.flatMap(({ share }) => (share.ok ? [] : share.refusals));
  return faults.length > 0 ? refuseAll(faults) : accept(read.map(({ party, share }) => ({ party, share: share.ok ? share.value : "0" })));
}

/** Reads it whole; tells every fault at once. `applied`: the firm's facts are on file by its own application, so nothing is told of it. */
export function readRegistration(step: RegisterStep, text: RegistrationText, applied: boolean): Outcome<RegistrationRead> {
  const faults: Refusal[] = [];
  const take = <T>(outcome: Outcome<T>): T | undefined => {
    if (outcome.ok) return outcome.value;
    faults.push(...outcome.refusals);
    return undefined;
  };
  const creditCode = take(parseCreditCode(text.creditCode, "creditCode"));
  const principal = take(parseYuan(text.principal, "principal"));
  if (principal !== undefined && principal <= 0) take(refuse("loan_amount_invalid", { given: text.principal.slice(0, 40) }, undefined, "principal"));
  const rate = take(readRate(text.ratePercent));
  const termMonths = take(readTerm(text.termMonths));
  const disbursedOn = take(parseDate(text.disbursedOn, "disbursedOn"));
  const tiers = take(tiersOf(step, text));
  const answers = take(readAnswers(step.asks, text.mode, text.answers));
  const firm = take(readFirm(applied ? [] : firmAsks(step, text.mode), text.firm ?? {}));
  if (faults.length > 0 || !creditCode || principal === undefined || rate === undefined || termMonths === undefined || !disbursedOn)
    return refuseAll(faults);
  const { guaranteeLetterOn, attested, loan: told = {} } = answers ?? {};
  const orderNo = text.orderNo?.trim();
  const base = { contractNo: text.contractNo.trim(), mode: text.mode, principal, rate, termMonths, disbursedOn };
  return accept({
    loan: {
      ...base,
      ...(orderNo ? { orderNo } : {}),
      ...(tiers ? { tiers } : {}),
      ...(text.batch ? { batch: true as const } : {}),
      ...(guaranteeLetterOn ? { guaranteeLetterOn } : {}),
    },
    creditCode,
    name: text.name.trim(),
    told,
    ...(attested ? { attested } : {}),
    firm: firm ?? {},
  });
}

/** What the fund would stand behind of a loan as typed so far, on its day or today; nothing where that cannot be told yet. */
export function standsSoFar(step: RegisterStep, text: Pick<RegistrationText, "mode" | "principal" | "disbursedOn" | "tiers">, today: LocalDate) {
  const mode = step.modes.find(({ id }) => id === text.mode);
  const principal = parseYuan(text.principal);
  const on = text.disbursedOn ? parseDate(text.disbursedOn) : accept(today);
  const tiers = tiersOf(step, { ...text, creditCode: "", name: "", contractNo: "", ratePercent: "", termMonths: "", answers: {} });
  if (!mode?.stands || !principal.ok || principal.value <= 0 || !on.ok || !tiers.ok) return undefined;
  const stands = standsBehind(mode, principal.value, on.value, tiers.value);
  if (!stands.ok || !stands.value) return undefined;
  const { ratio } = stands.value;
  return { ratio, amount: yuan(timesRatio(principal.value, ratio, "half_up")), cites: standsBy(mode) };
}

/** Who lends and who stands beside: the institution that enters the loan is one of the two. */
export function partiesOf(
  by: OrgRef,
  lender: OrgRef | undefined,
  partner: OrgRef | undefined,
  step: RegisterStep,
  mode: string,
): { lender: OrgRef; partner?: OrgRef } {
  const { lenders = [] } = step.modes.find(({ id }) => id === mode) ?? {};
  const own = lenders.includes(by.kind);
  const lends = own ? by : (lender ?? by);
  const beside = own ? partner : by;
  return { lender: lends, ...(beside && beside.id !== lends.id ? { partner: beside } : {}) };
}
