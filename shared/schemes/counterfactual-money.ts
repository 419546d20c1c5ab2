/** What a claim would have been worth and what would have come back if the document had been read in another way: computed on the day on which each was decided. */
import { Decimal } from "decimal.js";
import type { LocalDate } from "../local-date";
import { type Fen, lesser, minus, plus, type Ratio, yuan, ZERO } from "../money";
import type { Outcome } from "../outcome";
import { type ClaimAmount, claimAmount } from "../process/claim-amount";
import { filingFaults } from "../process/claim-faults";
import type { Claim } from "../process/claim-state";
import { evolveFile, type FileRecorded, type LoanFile } from "../process/loan-file";
import { shareRecovered } from "../process/recovery-share";
import { valueOn } from "../rule/parameter";
import type { Difference, Otherwise } from "./counterfactual";
import type { Scheme } from "./scheme";

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
function worth(scheme: Scheme, { file, claim, on }: Filed, lowered: Ratio | undefined): ClaimAmount | undefined {
  const lower = lowered === undefined ? undefined : claimAmount(scheme, file, claim, on, lowered);
  const computed: Outcome<ClaimAmount> = lower?.ok ? lower : claimAmount(scheme, file, claim, on);
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

interface Side {
  readonly scheme: Scheme;
  readonly paid: Fen;
  readonly ratio: Ratio;
}

/** The fund's part of all that came in, receipt after receipt. */
function returned({ scheme, paid, ratio }: Side, events: readonly FileRecorded[]): Fen | undefined {
  const { returns } = scheme.recovery;
  let due = ZERO;
  for (const { event, occurredOn } of events) {
    if (event.type !== "money_recovered") continue;
    const comesBack = returns.enabled ? valueOn(returns.enabled, occurredOn) : undefined;
    if (comesBack && !comesBack.ok) return undefined;
    if (comesBack?.value === false) continue;
    const { amount, costs } = event.receipt;
    const out = minus(paid, lesser(paid, due));
    const shared = shareRecovered(returns, { ratio, paid: out, returned: ZERO, recovered: amount, costs }, occurredOn);
    if (!shared.ok) return undefined;
    due = plus(due, shared.value.toPool);
  }
  return due;
}

function returnsOtherwise(before: Side, after: Side, events: readonly FileRecorded[]): Otherwise {
  const receipts = events.filter(({ event }) => event.type === "money_recovered");
  const last = receipts.at(-1);
  if (!last) return { differences: [], uncounted: 0 };
  // shared among all who bore the loss: what each bore is not told by the case alone
  if (before.scheme.recovery.returns.shares) return { differences: [], uncounted: 1 };
  const [was, now] = [returned(before, events), returned(after, events)];
  if (was === undefined || now === undefined) return { differences: [], uncounted: 1 };
  if (was === now) return { differences: [], uncounted: 0 };
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
  return { differences: [difference], uncounted: 0 };
}

/** What differs on the claim of a loan: whether it could be filed, what it is worth, what comes back of it. */
export function claimOtherwise(was: Scheme, other: Scheme, opened: LoanFile, events: readonly FileRecorded[], today: LocalDate): Otherwise {
  const filed = filedOf(opened, events, today);
  if (!filed) return { differences: [], uncounted: 0 };
  const paid = events.flatMap(({ event }) => (event.type === "claim_paid" ? [event] : [])).at(-1);
  const lowered = loweredOf(filed.file, paid?.ratio);
  const [before, after] = [worth(was, filed, lowered), worth(other, filed, lowered)];
  const filing = filingOtherwise(was, other, opened, events);
  if (!before && !after) return { differences: filing, uncounted: 1 };
  const [amountWas, amountNow] = [before?.amount ?? ZERO, after?.amount ?? ZERO];
  const { says, cites } = was.compensation;
  const amount: Difference[] =
    amountWas === amountNow && before && after
      ? []
      : [
          {
            what: "amount",
            says,
            article: cites.article,
            on: filed.on,
            before: before ? yuan(before.amount) : "",
            after: after ? yuan(after.amount) : "",
            money: { before: amountWas, after: amountNow },
          },
        ];
  if (!paid || !before || !after) return { differences: [...filing, ...amount], uncounted: 0 };
  const really = paid.amount;
  const returns = returnsOtherwise(
    { scheme: was, paid: really, ratio: before.ratio },
    { scheme: other, paid: plus(minus(really, lesser(really, amountWas)), amountNow), ratio: after.ratio },
    events,
  );
  return { differences: [...filing, ...amount, ...returns.differences], uncounted: returns.uncounted };
}
