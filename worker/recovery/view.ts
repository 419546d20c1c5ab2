/** A recovery as one case's page shows it: its way, each receipt with its clock, what is late and what is still to be done. */
import { stateCouncil } from "../../shared/calendar/working-day";
import type { CaseView } from "../../shared/contract/case";
import type { Part } from "../../shared/fund/sharing";
import type { LocalDate } from "../../shared/local-date";
import { yuan } from "../../shared/money";
import type { Due } from "../../shared/process/due";
import { recoveryDuties } from "../../shared/process/file-duty";
import { recoveryFigures, stageOf } from "../../shared/process/recovery";
import { recoveryFlags } from "../../shared/process/recovery-flag";
import type { Recovery } from "../../shared/process/recovery-state";
import { valueOn } from "../../shared/rule/parameter";
import type { CaseNow } from "../case/case-verb";
import { shownDue } from "../case/view-parts";
import { shownFlag } from "./shown";

type View = NonNullable<NonNullable<CaseView["file"]>["recovery"]>;

const shownPart = ({ party, amount }: Part) => ({ party, amount: yuan(amount) });

function receiptsOf({ receipts }: Recovery, dueOf: (receiptId: string) => Due | undefined): View["receipts"] {
  return receipts.map(({ id, receivedOn, amount, costs, costItems, source, parts, due, declared, returned }) => {
    const clock = dueOf(id);
    return {
      id,
      receivedOn,
      amount: yuan(amount),
      costs: yuan(costs),
      ...(costItems ? { costItems: costItems.map((item) => ({ ...item, amount: yuan(item.amount) })) } : {}),
      ...(source ? { source } : {}),
      ...(parts ? { parts: parts.map((part) => ({ ...shownPart(part), ...(part.inner ? { inner: part.inner.map(shownPart) } : {}) })) } : {}),
      due: yuan(due),
      ...(clock ? { dueOn: shownDue(clock) } : {}),
      ...(declared && !returned ? { declared: { amount: yuan(declared.amount), on: declared.on, voucherNo: declared.voucherNo } } : {}),
      ...(returned ? { returned: { amount: yuan(returned.amount), on: returned.on } } : {}),
    };
  });
}

/** How it ends: taken back, or written off after the law's end. */
function endingOf({ clawback, ended, confirmed, approvals, writtenOff }: Recovery) {
  return {
    ...(clawback ? { clawback: { ordered: yuan(clawback.ordered), received: yuan(clawback.received), on: clawback.on } } : {}),
    ...(ended ? { ended: { ...ended } } : {}),
    ...(confirmed ? { confirmed: { amount: yuan(confirmed.amount), on: confirmed.on } } : {}),
    approvals: approvals.map(({ kind, on }) => ({ kind, on })),
    ...(writtenOff ? { writtenOff: { amount: yuan(writtenOff.amount), on: writtenOff.on } } : {}),
  };
}

/** `followUps` are days on which those who recommended the firm looked after it. Absent where no claim opened a recovery. */
export function recoveryView(
  { scheme, loanFile, act, barsFor }: Pick<CaseNow, "scheme" | "loanFile" | "act" | "barsFor">,
  followUps: readonly LocalDate[],
): View | undefined {
  const { recovery, claim } = loanFile ?? {};
  if (!loanFile || !recovery || !claim || claim.step === "withdrawn") return undefined;
  const rules = scheme.recovery;
  const calendar = stateCouncil();
  const duties = recoveryDuties(rules, loanFile, calendar);
  const figures = recoveryFigures(loanFile);
  const proofs = valueOn(rules.writeOff.proofs, act.on);
  const [listed] = barsFor(undefined);
  const { openedOn, coordination, forced, legal } = recovery;
  return {
    stage: stageOf(recovery),
    openedOn,
    ...(coordination
      ? {
          coordination: {
            outcome: coordination.outcome,
            on: coordination.on,
            plan: coordination.plan.map(({ dueOn, principal, interest }) => ({ dueOn, principal: yuan(principal), interest: yuan(interest) })),
          },
        }
      : {}),
    ...(forced ? { forced: { ...forced } } : {}),
    ...(legal ? { legal: { ...legal } } : {}),
    receipts: receiptsOf(recovery, (id) => duties.find((duty) => duty.receipt?.id === id)?.due),
    ...endingOf(recovery),
    ...(figures
      ? {
          figures: {
            paid: yuan(figures.paid),
            recovered: yuan(figures.recovered),
            returned: yuan(figures.returned),
            pending: yuan(figures.pending),
            out: yuan(figures.out),
          },
        }
      : {}),
    dues: duties.flatMap(({ task, due }) => (due ? [{ what: task, ...shownDue(due) }] : [])),
    flags: recoveryFlags(rules, loanFile, act.on, calendar, { followUps, ...(listed ? { listedOn: listed.listedOn } : {}) }).map(shownFlag),
    proofs: proofs.ok ? [...proofs.value] : [],
  };
}
