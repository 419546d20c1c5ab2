/** The firm's own funded case: the one that is asked for, else the one that it has. */
import type { CaseView } from "../../../shared/contract/case";
import { call } from "../api";

/** Null while the firm has no loan of the mechanism. */
export async function ownLoan(caseId: string | undefined): Promise<CaseView | null> {
  const id = caseId || (await call("listCases", { query: { status: "funded", limit: 1 } })).cases[0]?.id;
  const view = id ? await call("getCase", { params: { caseId: id } }) : null;
  return view?.file && view.loan ? view : null;
}
