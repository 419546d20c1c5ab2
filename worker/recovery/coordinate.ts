/** The office writes down what the coordination meeting came to: a plan, or no result (三（七）1). */
import { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import { parseDate } from "../../shared/local-date";
import { parseYuan } from "../../shared/money";
import { accept, type Outcome, refuseAll } from "../../shared/outcome";
import type { Instalment } from "../../shared/process/loan-life";
import { type Coordination, coordinate as decide } from "../../shared/process/recovery";
import { events, fileVerb } from "../loan/file-verb";

type Given = Body<typeof api.coordinate>;

/** The meeting as the rules read it, with every day and amount that cannot be read. */
function metOf({ outcome, on, attended, plan }: Given): Outcome<Coordination> {
  const held = parseDate(on, "on");
  const read = plan.map((due, at) => ({
    dueOn: parseDate(due.dueOn, `plan.${at}.dueOn`),
    principal: parseYuan(due.principal, `plan.${at}.principal`),
    interest: parseYuan(due.interest, `plan.${at}.interest`),
  }));
  const faults = [held, ...read.flatMap((due) => Object.values(due))].flatMap((one) => (one.ok ? [] : one.refusals));
  if (!held.ok || faults.length > 0) return refuseAll(faults);
  if (outcome === "NO_RESULT") return accept({ outcome, on: held.value, attended });
  const instalments = read.flatMap(({ dueOn, principal, interest }): Instalment[] =>
    dueOn.ok && principal.ok && interest.ok ? [{ dueOn: dueOn.value, principal: principal.value, interest: interest.value }] : [],
  );
  return accept({ outcome, on: held.value, attended, plan: instalments });
}

export const coordinate = fileVerb(api.coordinate, {
  decide: ({ body }, { scheme, loanFile, act }) => {
    const met = metOf(body);
    return met.ok ? events(decide(scheme.recovery, loanFile, met.value, act)) : met;
  },
});
