/** Who sees how much of a funded loan's file: those who decide on it, the institutions of the loan, the firm; for any other institution there is none. */
import type { LoanFile } from "../../shared/process/loan-file";
import { seesWhole, type Viewer } from "./timeline";

/** `whole`: desks, government, panel and recommender. `institution`: who lent, who stands behind it, who is paid. `firm`: the borrower. */
export type Sight = "whole" | "institution" | "firm";

export function sightOf(viewer: Viewer, file: LoanFile | undefined): Sight | undefined {
  if (!file) return undefined;
  // who looks at a claim for the fund, or after its loans, comes to a case only when something of it waits there
  if (seesWhole(viewer) || viewer.orgKind === "manager" || viewer.orgKind === "regulator") return "whole";
  const { loan, claim } = file;
  if ([loan.lender, loan.partner, claim?.payee].some((org) => org?.id === viewer.orgId)) return "institution";
  return viewer.parts.includes("enterprise") ? "firm" : undefined;
}
