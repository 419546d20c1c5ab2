/** The worst case with one more loan, told before a vote and before a push: by each choice that the ballot may make, or by the one that was made. */
import { commitmentOf, type Exposure, exposureOf } from "../fund/exposure";
import type { FundRules } from "../fund/fund";
import type { LocalDate } from "../local-date";
import type { Fen, Ratio } from "../money";
import { accept, type Outcome } from "../outcome";
import { valueOn } from "../rule/parameter";
import type { CaseState } from "./case";
import { type SchemeProcess, stepOf } from "./procedure";

export interface Ahead {
  readonly choice: string;
  readonly says: string;
  readonly ratio: Ratio;
  /** What the fund would stand behind if the firm got all that it asked for. */
  readonly adds: Fen;
  readonly exposure: Exposure;
}

/** Nothing for a case without an application, and for one whose loan already stands among what is committed. Refuses `parameter_not_in_force`. */
export function exposureAhead(
  scheme: SchemeProcess & { readonly fund: Pick<FundRules, "exposure"> },
  state: CaseState,
  fund: { readonly committed: Fen; readonly available: Fen },
  on: LocalDate,
): Outcome<readonly Ahead[]> {
  const need = state.application?.need.amount;
  if (need === undefined || state.loan) return accept([]);
  const ahead: Ahead[] = [];
  for (const { id, says, ratio } of stepOf(scheme.admission, "ballot")?.choices ?? []) {
    if (!ratio || (state.tier && state.tier.choice !== id)) continue;
    const now = state.tier ? accept(state.tier.ratio) : valueOn(ratio, on);
    if (!now.ok) return now;
    const another = { ratio: now.value, outstanding: need };
    const exposure = exposureOf(fund.committed, fund.available, scheme.fund.exposure, another);
    ahead.push({ choice: id, says, ratio: now.value, adds: commitmentOf(another), exposure });
  }
  return accept(ahead);
}
