/** What a claim would have been worth and what would have come back if the document had been read in another way: computed on the day on which each was decided. */
import { Decimal } from "decimal.js";
import type { LocalDate } from "../local-date";
import { minus, plus, type Ratio, yuan, ZERO } from "../money";
import type { Outcome } from "../outcome";
import { type ClaimAmount, claimAmount } from "../process/claim-amount";
import { filingFaults } from "../process/claim-faults";
import type { Claim } from "../process/claim-state";
import { evolveFile, type FileRecorded, type LoanFile } from "../process/loan-file";
import type { Difference, Otherwise } from "./counterfactual";
import { returned, type Side } from "./counterfactual-returns";
import { NO_SUMS, paidAs, type Sides, type SumsOn } from "./counterfactual-sums";
import type { Scheme } from "./scheme";

const NOTHING: Otherwise = { differences: [], unknown: [] };

/** A file that was filed, after the events that the amount looks at: those until the payment, or all. */
interface Filed {
  readonly file: LoanFile;
  readonly claim: Claim;
  readonly on: LocalDate;
}

function filedOf(opened: LoanFile, events: readonly FileRecorded[], today: LocalDate): Filed | undefined {
  const paidAt = events.findIndex(({ event }) => event.type === "claim_paid");
  const until = paidAt < 0 ? events : events.slice(0, paidAt);
  const file = until.reduce<LoanFile>(evolveFile, opened);
  if (!file.claim || file.claim.step === "withdrawn") return undefined;
  return { file, claim: file.claim, on: events[paidAt]?.occurredOn ?? today };
}

/** A ratio that an agreement or a sanction put below the grade's holds under either reading, where it is still below. */
function worth(scheme: Scheme, { file, claim, on }: Filed, lowered: Ratio | undefined, sums: Sides["was"]): ClaimAmount | undefined {
  if (!sums.ok) return undefined;
  const lower = lowered === undefined ? undefined : claimAmount(scheme, file, claim, on, lowered, sums.value);
  const computed: Outcome<ClaimAmount> = lower?.ok ? lower : claimAmount(scheme, file, claim, on, undefined, sums.value);
  return computed.ok ? computed.value : undefined;
}

const loweredOf = (file: LoanFile, paidAt: Ratio | undefined): Ratio | undefined =>
  paidAt !== undefined && new Decimal(paidAt).lt(file.tier.ratio) ? paidAt : undefined;

function filingOtherwise(was: Scheme, other: Scheme, opened: LoanFile, events: readonly FileRecorded[]): Difference[] {
  const at = events.map(({ event }) => event.type).lastIndexOf("claim_filed");
  const filed = events[at];
  if (filed?.event.type !== "claim_filed") return [];
  const { filing, payee } = filed.event;
  const file = events.slice(0, at).reduce<LoanFile>(evolveFile, opened);
  const faults = ({ claim, obligations = [] }: Scheme) => {
    const found = filingFaults(claim, obligations, file, filing, payee.id === file.loan.partner?.id, filed.occurredOn);
    return found.ok ? found.value.map(({ code }) => code) : found.refusals.map(({ code }) => code);
  };
  const [before, after] = [faults(was), faults(other)];
  if (before.join() === after.join()) return [];
  const { says, cites } = was.claim.evidence;
  return [{ what: "filing", says, article: cites.article, on: filed.occurredOn, before: before[0] ?? "", after: after[0] ?? "" }];
}

function returnsOtherwise(before: Side, after: Side, events: readonly FileRecorded[]): Otherwise {
  const last = events.filter(({ event }) => event.type === "money_recovered").at(-1);
  if (!last) return NOTHING;
  const [was, now] = [returned(before, events), returned(after, events)];
  if (was === undefined || now === undefined) return { differences: [], unknown: ["return"] };
  if (was === now) return NOTHING;
  const { method } = before.scheme.recovery.returns;
  const difference: Difference = {
    what: "return",
    says: method.says,
    article: method.cites.article,
    on: last.occurredOn,
    before: yuan(was),
    after: yuan(now),
    money: { before: was, after: now },
  };
  return { differences: [difference], unknown: [] };
}

function amountOtherwise({ compensation: { says, cites } }: Scheme, on: LocalDate, before: ClaimAmount | undefined, after: ClaimAmount | undefined) {
  const money = { before: before?.amount ?? ZERO, after: after?.amount ?? ZERO };
  if (money.before === money.after && before && after) return [];
  const told = (one: ClaimAmount | undefined) => (one ? yuan(one.amount) : "");
  const difference: Difference = { what: "amount", says, article: cites.article, on, before: told(before), after: told(after), money };
  return [difference];
}

/** What differs on the claim of a loan: whether it could be filed, what it is worth, what comes back of it. */
export function claimOtherwise(
  was: Scheme,
  other: Scheme,
  opened: LoanFile,
  events: readonly FileRecorded[],
  today: LocalDate,
  sumsOn: SumsOn = NO_SUMS,
): Otherwise {
  const filed = filedOf(opened, events, today);
  if (!filed) return NOTHING;
  const at = events.filter(({ event }) => event.type === "claim_paid").at(-1);
  const paid = at?.event.type === "claim_paid" ? at.event : undefined;
  const lowered = loweredOf(filed.file, paid?.ratio);
  const sums = sumsOn(filed.file, filed.claim, filed.on);
  const [before, after] = [worth(was, filed, lowered, sums.was), worth(other, filed, lowered, sums.other)];
  const filing = filingOtherwise(was, other, opened, events);
  if (!before && !after) return { differences: filing, unknown: ["amount"] };
  const amount = amountOtherwise(was, filed.on, before, after);
  if (!at || !paid || !before || !after) return { differences: [...filing, ...amount], unknown: [] };
  const known = [...filing, ...amount];
  // what others of the same year ask decides on a part of the year's money, and so on what came back of it
  if (was.fund.allocation && paid.amount < before.amount && before.amount !== after.amount) return { differences: known, unknown: ["allocated"] };
  const loss = paid.loss ?? filed.claim.filing.principal;
  const really = { paidOn: at.occurredOn, scheme: was, paid: paid.amount, ratio: before.ratio, loss };
  const would = {
    ...really,
    scheme: other,
    paid: paidAs(paid.amount, paid.unfunded, before.amount, after.amount),
    ratio: after.ratio,
    loss: minus(plus(loss, after.basis.base), before.basis.base),
  };
  const { differences, unknown } = returnsOtherwise(really, would, events);
  return { differences: [...known, ...differences], unknown };
}
