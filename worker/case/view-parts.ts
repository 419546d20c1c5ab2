/** Parts of what a viewer is shown that several routes share. */
import { compute, type Derived } from "../../shared/fund/formula";
import type { LocalDate } from "../../shared/local-date";
import { type Fen, type Ratio, yuan } from "../../shared/money";
import type { Refusal } from "../../shared/outcome";
import type { Due } from "../../shared/process/due";
import type { Scheme } from "../../shared/schemes/scheme";
import type { StatementRow } from "../statement/store";

/** Most that the fund would pay if all of an amount were lost, in yuan; empty before a tier is set. `lowered` is a ratio below the tier's, by agreement or sanction. */
export function coveredBy(scheme: Scheme, choice: string | null | undefined, amount: Fen, on: LocalDate, lowered?: Ratio): string {
  if (!choice) return "";
  const facts = { figures: { outstandingPrincipal: amount }, choice, ...(lowered === undefined ? {} : { ratios: { lowered } }) };
  const computed = compute(scheme.compensation, facts, on);
  return computed.ok ? yuan(computed.value.amount) : "";
}

/** A due day with what makes it so. */
export const shownDue = ({ on, says, cites, provisional, explained }: Due) => ({
  on,
  says,
  article: cites.article,
  provisional,
  explained: explained.map((one) => ({ ...one })),
});

export const shownStatement = (row: StatementRow) => ({
  id: row.statementId,
  kind: row.kind,
  fiscalYear: row.fiscalYear,
  name: row.filename,
  mediaType: row.mediaType,
  bytes: row.bytes,
  sha256: row.sha256,
});

export const shownRefusal = ({ code, figures, cites }: Refusal) => ({ code, figures: { ...figures }, ...(cites ? { article: cites.article } : {}) });

/** An amount with the way to it, node by node. */
export const shownDerived = ({
  amount,
  ratio,
  derivation,
}: {
  readonly amount: Fen;
  readonly ratio: Ratio;
  readonly derivation: readonly Derived[];
}) => ({
  amount: yuan(amount),
  ratio,
  derivation: derivation.map(({ id, says, amount: part, ratio: by, cites }) => ({
    id,
    says,
    amount: yuan(part),
    ...(by === undefined ? {} : { ratio: by }),
    article: cites.article,
    clauses: [...cites.clauses],
  })),
});
