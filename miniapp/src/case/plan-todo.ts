/** What waits with a claim where the document gives its money out by a period's plan: the step's own words, and the plan's page for those who draw it up or decide on it. */
import { planStep } from "../../../shared/process/allocation-plan";
import type { OrgKind } from "../../../shared/process/party";
import { schemeOf } from "../scheme";
import { acting } from "../session";

const PLAN = "/fund/allocation/index";

export function planTodo(orgKind: OrgKind, task: string): { readonly says: string; readonly url: string } | undefined {
  const { claim, fund } = schemeOf(acting()?.schemeId ?? "");
  if (!fund.allocation) return undefined;
  const own = claim.steps.filter(({ by }) => by.includes(orgKind));
  const decided = own.find(({ kind }) => kind === "approve");
  if (task === "claim_consent" && decided) return { says: decided.says, url: PLAN };
  const reports = own.filter(({ kind }) => kind === "report");
  const [step] = reports;
  if (task !== "claim_report" || !step || reports.length > 1) return undefined;
  return { says: step.says, url: step.id === planStep(claim)?.id ? PLAN : "/office/claim/index" };
}
