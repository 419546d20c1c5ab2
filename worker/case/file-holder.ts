/** Who has a funded case now, and by when: whom its file waits for, as far as the viewer may know it. */
import { stateCouncil } from "../../shared/calendar/working-day";
import type { CaseView } from "../../shared/contract/case";
import type { Due } from "../../shared/process/due";
import { type Duty, dutiesOf, type FileTask } from "../../shared/process/file-duty";
import type { CaseNow } from "./case-verb";
import { sightOf } from "./file-sight";
import type { WaitRow } from "./store";
import type { Viewer } from "./timeline";
import { shownDue } from "./view-parts";

/** Which unit has not voted yet is the panel's own matter; that a loss is about to be given up is not told to who owes it. */
const INSIDE: readonly string[] = ["claim_vote"] satisfies FileTask[];
const NOT_THE_FIRMS: readonly string[] = [...INSIDE, ...(["confirm_loss", "approve_loss"] satisfies FileTask[])];

export function fileHolder(now: CaseNow, viewer: Viewer, found: readonly WaitRow[]): Pick<CaseView, "holder" | "due"> {
  const { loanFile, scheme, instruction, desks } = now;
  const sight = sightOf(viewer, loanFile);
  if (!loanFile || !sight) return { holder: { kinds: [], names: [] } };
  const hidden = sight === "whole" ? [] : sight === "firm" ? NOT_THE_FIRMS : INSIDE;
  const waits = found.filter(({ what }) => !hidden.includes(what));
  const names = waits.flatMap(({ org_id: id, org_kind: kind, name }) =>
    id === "*" ? desks.filter((desk) => desk.kind === kind).map((desk) => desk.name) : name === null ? [] : [name],
  );
  const payment = { quotaBy: scheme.fund.payment.quota?.by ?? [], instruction: instruction?.status };
  const soonest = (duties: readonly Duty[]) =>
    duties
      .flatMap((duty) => (duty.due && !hidden.includes(duty.task) ? [duty.due] : []))
      .reduce<Due | undefined>((first, one) => (first === undefined || one.on < first.on ? one : first), undefined);
  // a claim or a recovery under way goes first; what else is owed around the loan has its own list
  const due =
    soonest(dutiesOf(scheme, loanFile, stateCouncil(), payment)) ??
    soonest(dutiesOf(scheme, loanFile, stateCouncil(), { ...payment, on: now.act.on }));
  return {
    holder: { kinds: [...new Set(waits.map((wait) => wait.org_kind))], names: [...new Set(names)] },
    ...(due ? { due: shownDue(due) } : {}),
  };
}
