/** Parts of what a viewer is shown that several routes share. */
import { compute } from "../../shared/fund/formula";
import type { LocalDate } from "../../shared/local-date";
import { type Fen, yuan } from "../../shared/money";
import type { Refusal } from "../../shared/outcome";
import type { Scheme } from "../../shared/schemes/scheme";
import type { StatementRow } from "../statement/store";

/** Most that the fund would pay if all of an amount were lost, in yuan; empty before a tier is set. */
export function coveredBy(scheme: Scheme, choice: string | null | undefined, amount: Fen, on: LocalDate): string {
  if (!choice) return "";
  const computed = compute(scheme.compensation, { figures: { outstandingPrincipal: amount }, choice }, on);
  return computed.ok ? yuan(computed.value.amount) : "";
}

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
