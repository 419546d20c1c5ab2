/** Where a case of the district may stand, in the order of the procedure: what its document has no step for is no place. */
import { type StepKind, stepOf } from "../../../shared/process/procedure";
import { CASE_STATUSES, type CaseStatus } from "../../../shared/process/status";
import { schemeOf } from "../scheme";

/** The kind of step at which a case stands so; the others stand under every document. */
const STEP: Partial<Record<CaseStatus, StepKind>> = {
  recommend: "recommend",
  check: "check",
  check_open: "check",
  ballot: "ballot",
  ballot_scheduled: "ballot",
  ballot_open: "ballot",
  not_supported: "ballot",
  approve: "approve",
  publish: "publish",
  push: "push",
  push_open: "push",
  loan: "loan",
  register: "register",
};

export function statusesOf(schemeId: string): readonly CaseStatus[] {
  const { admission } = schemeOf(schemeId);
  return CASE_STATUSES.filter((status) => {
    if (status === "cooling") return stepOf(admission, "push")?.failures !== undefined;
    const kind = STEP[status];
    return kind === undefined || admission.steps.some((step) => step.kind === kind);
  });
}
