/** The office records what a source said, and when it was asked; a link to another firm that was found joins the group's ties. */
import { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import type { Tie } from "../../shared/enterprise/affiliates";
import { parseCreditCode } from "../../shared/enterprise/credit-code";
import { parseDate } from "../../shared/local-date";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { recordFinding as decide } from "../../shared/process/check";
import type { CheckFinding } from "../../shared/process/event";
import { type CaseNow, caseVerb } from "../case/case-verb";
import { insertTie } from "../loan/store";

type Given = Body<typeof api.recordFinding>;

/** The tie that a finding on affiliates names, from the case's firm to the other one. */
function tieFound(given: Given, { file }: CaseNow): Outcome<Tie | undefined> {
  if (!given.tie) return accept(undefined);
  const code = parseCreditCode(given.tie.creditCode, "tie.creditCode");
  if (!code.ok) return code;
  const [from, to] = [
    { kind: "firm" as const, id: code.value, name: given.tie.name },
    { kind: "firm" as const, id: file.credit_code, name: file.enterprise_name },
  ];
  const basis = given.tie.certain ? "found" : "suspected";
  if (given.tie.kind === "equity") {
    if (!/^(0\.\d{1,6}|1(\.0{1,6})?)$/.test(given.tie.share ?? ""))
      return refuse("field_invalid", { given: given.tie.share ?? "" }, undefined, "tie.share");
    return accept({ kind: "equity", from, to, share: given.tie.share ?? "0", basis });
  }
  return accept({ kind: given.tie.kind === "legal_rep" ? "declared" : given.tie.kind, from, to, basis });
}

export const recordFinding = caseVerb(api.recordFinding, {
  decide: ({ body, now: at }, now) => {
    const { tie: _, occurredOn, ...rest } = body;
    const tie = tieFound(body, now);
    if (!tie.ok) return tie;
    const on = occurredOn === undefined ? accept(undefined) : parseDate(occurredOn, "occurredOn");
    if (!on.ok) return on;
    const finding: CheckFinding = { ...rest, ...(on.value ? { occurredOn: on.value } : {}) };
    return decide(now.scheme, now.state, finding, at, now.act);
  },
  effects: ({ db, body, now: at }, now) => {
    const tie = tieFound(body, now);
    return tie.ok && tie.value ? { statements: [insertTie(db, now.file.scheme_id, now.file.id, tie.value, at)] } : {};
  },
});
