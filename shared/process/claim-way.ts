/** Where a claim is on its way: the document's own words for its steps, ours for the institution's desk and for its two ends. */
import type { Citation } from "../citation";
import type { ClaimRules } from "./claim-rules";
import type { Claim } from "./claim-state";

/** Places that no document names as a step: back on the institution's desk, paid, taken back. */
const APART: Readonly<Record<string, string>> = { file: "待机构补正后重新提出", paid: "款项已支付", withdrawn: "机构已撤回" };

/** What a place is called on screens. */
export const claimSays = (rules: ClaimRules, step: string): string => rules.steps.find((one) => one.id === step)?.says ?? APART[step] ?? step;

/** Every place at which a claim that is not withdrawn may stand, in order: the desk, the steps, the end. */
export const claimPlaces = (rules: ClaimRules): readonly { readonly id: string; readonly says: string }[] =>
  ["file", ...rules.steps.map((step) => step.id), "paid"].map((id) => ({ id, says: claimSays(rules, id) }));

export interface ClaimPlace {
  readonly id: string;
  readonly says: string;
  readonly cites: Citation;
  readonly state: "done" | "here" | "ahead";
}

/** The steps in order; a claim on the institution's desk or withdrawn has them all ahead, a paid one all behind. */
export function claimWay(rules: ClaimRules, claim: Pick<Claim, "step">): readonly ClaimPlace[] {
  const here = rules.steps.findIndex((step) => step.id === claim.step);
  const state = (at: number): ClaimPlace["state"] => (claim.step === "paid" || at < here ? "done" : at === here ? "here" : "ahead");
  return rules.steps.map(({ id, says, cites }, at) => ({ id, says, cites, state: state(at) }));
}
