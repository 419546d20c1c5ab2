/** A fund that is filled up again by decision: an evaluation, an amount, a report to the government, the money; none before the one ahead of it. */
import type { Citation } from "../citation";
import type { LocalDate } from "../local-date";
import { type Fen, minus, type Ratio, timesRatio, yuan, ZERO } from "../money";
import { accept, type Outcome, type Refusal, refuse } from "../outcome";
import type { OrgKind } from "../process/party";
import { type Parameter, valueOn } from "../rule/parameter";

export interface ReplenishmentRules {
  readonly steps: readonly { readonly id: string; readonly says: string; readonly by: readonly OrgKind[]; readonly cites: Citation }[];
  /** From this share of what was paid in, net of what came back, it is due. */
  readonly due: { readonly ratio: Parameter<Ratio>; readonly cites: Citation };
  readonly cites: Citation;
}

export interface Replenishing {
  readonly done: readonly { readonly step: string; readonly on: LocalDate; readonly documentNo: string }[];
  /** Fixed with the second step. */
  readonly amount?: Fen;
}

/** The next step of a round. Refuses `topup_state` out of order, `role_forbidden`, `document_no_required`, `amount_mismatch` for other money than was fixed. */
export function replenish(
  rules: ReplenishmentRules,
  round: Replenishing,
  given: { readonly step: string; readonly documentNo: string; readonly amount?: Fen },
  by: OrgKind,
  on: LocalDate,
): Outcome<Replenishing> {
  const step = rules.steps[round.done.length];
  if (step?.id !== given.step) return refuse("topup_state", { given: given.step.slice(0, 40), wanted: step?.says ?? "—" }, rules.cites);
  if (!step.by.includes(by)) return refuse("role_forbidden", { step: step.says }, step.cites);
  if (given.documentNo.trim() === "") return refuse("document_no_required", {}, step.cites, "documentNo");
  if (given.amount !== undefined && given.amount <= ZERO) return refuse("amount_invalid", { given: yuan(given.amount) }, step.cites, "amount");
  if (round.amount !== undefined && given.amount !== undefined && given.amount !== round.amount)
    return refuse("amount_mismatch", { given: yuan(given.amount), fixed: yuan(round.amount) }, step.cites, "amount");
  const amount = given.amount ?? round.amount;
  const done = [...round.done, { step: step.id, on, documentNo: given.documentNo }];
  return accept({ done, ...(amount === undefined ? {} : { amount }) });
}

/** `topup_trigger` from the line on. */
export function replenishmentFlag(
  rules: ReplenishmentRules,
  fund: { readonly capital: Fen; readonly paid: Fen; readonly returned: Fen },
  on: LocalDate,
): Outcome<Refusal | undefined> {
  const ratio = valueOn(rules.due.ratio, on);
  if (!ratio.ok) return ratio;
  const line = timesRatio(fund.capital, ratio.value, "ceil");
  const net = minus(fund.paid, fund.returned);
  return accept(
    net >= line && net > ZERO ? { code: "topup_trigger", figures: { net: yuan(net), line: yuan(line) }, cites: rules.due.cites } : undefined,
  );
}
