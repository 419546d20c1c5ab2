/** The firm and its group against the loans already made: whose loan stands in the way, and by which chain the two firms are linked. */
import { explainPath } from "../enterprise/affiliate-path";
import { groupOf, type Party, type Tie } from "../enterprise/affiliates";
import type { LocalDate } from "../local-date";
import type { Ratio } from "../money";
import { firstLoanOfFirm } from "../rule/checks";
import type { MechanismUse, SuspectedTie } from "../rule/facts";
import type { Rule } from "../rule/rule";
import type { Application } from "./application";

/** A loan of the mechanism by the firm that got it. */
export interface UsedLoan {
  readonly creditCode: string;
  readonly name: string;
  readonly disbursedOn: LocalDate;
}

export interface GroupFacts {
  readonly ownLoans: readonly MechanismUse[];
  readonly groupLoans: readonly MechanismUse[];
  readonly suspectedTies: readonly SuspectedTie[];
  /** Credit codes of the firm and of everyone in its group: whom one loan uses up. */
  readonly members: readonly string[];
}

/** Does one loan use up the only chance of the firm and its group? Read off the document's own rules. */
export const oncePerGroup = ({ rules }: { readonly rules: readonly Rule[] }): boolean => rules.some(({ test }) => test === firstLoanOfFirm);

/** The ties that an application declares: its representative, its controller, its holders, the affiliates that it names. */
export function declaredTies(application: Application): Tie[] {
  const firm: Party = { kind: "firm", id: application.creditCode, name: application.name };
  const person = (kind: "legal_rep" | "controller", who: Application["representative"]): Tie => ({
    kind,
    from: { kind: "person", id: who.key, name: who.name },
    to: firm,
    basis: "declared",
  });
  return [
    person("legal_rep", application.representative),
    person("controller", application.controller),
    ...application.holders.map(
      (holder): Tie => ({
        kind: "equity",
        from: { kind: holder.kind, id: holder.id, name: holder.name },
        to: firm,
        share: holder.share,
        basis: "declared",
      }),
    ),
    ...application.affiliates.map(
      (other): Tie => ({ kind: "declared", from: firm, to: { kind: "firm", id: other.id, name: other.name }, basis: "declared" }),
    ),
  ];
}

/** Asks the chain of ties around a firm which loans are its own, which its group's, and which links are only suspected (二（一）in 延庆). */
export function groupFacts(firm: string, ties: readonly Tie[], loans: readonly UsedLoan[], threshold: Ratio): GroupFacts {
  const group = groupOf(firm, ties, { equityThreshold: threshold });
  const members = new Set(group.members.map((member) => member.id));
  const suspected = new Set(group.suspected.map((member) => member.id));
  const path = (code: string) => explainPath(group.pathTo(code) ?? []);
  const use = (loan: UsedLoan): MechanismUse => ({ ...loan, path: loan.creditCode === firm ? "" : path(loan.creditCode) });
  return {
    ownLoans: loans.filter((loan) => loan.creditCode === firm).map(use),
    groupLoans: loans.filter((loan) => loan.creditCode !== firm && members.has(loan.creditCode)).map(use),
    suspectedTies: loans.filter((loan) => suspected.has(loan.creditCode)).map((loan) => ({ name: loan.name, path: path(loan.creditCode) })),
    members: [firm, ...[...members].filter((code) => code !== firm)],
  };
}
