/** Who does a thing under the document of a district: the names of those whom its steps name for it. */
import { planStep } from "../../shared/process/allocation-plan";
import type { OrgKind } from "../../shared/process/party";
import { deskOf } from "../../shared/process/recovery-return";
import type { Scheme } from "../../shared/schemes/scheme";
import { districtOf } from "./district";
import { partyName } from "./party-name";
import { schemeOf } from "./scheme";

/** Where nobody is named, or no district is chosen yet, the plain word of the kind that usually does it. */
function named(usually: OrgKind, of: (scheme: Scheme) => readonly OrgKind[], schemeId: string | null): string {
  const kinds = schemeId === null ? [] : [...new Set(of(schemeOf(schemeId)))];
  return (kinds.length > 0 ? kinds : [usually]).map((kind) => partyName(kind, schemeId)).join("、");
}

/** Recommends a firm. */
export const recommender = (schemeId = districtOf()): string =>
  named("department", ({ admission }) => admission.steps.flatMap(({ kind, by }) => (kind === "recommend" ? by : [])), schemeId);

/** Lets a firm in where the document has somebody approve it. */
export const approver = (schemeId = districtOf()): string =>
  named("government", ({ admission }) => admission.steps.flatMap(({ kind, by }) => (kind === "approve" ? by : [])), schemeId);

/** Looks at a claim first. */
export const claimLooker = (schemeId = districtOf()): string => named("office", ({ claim }) => claim.steps[0]?.by ?? [], schemeId);

/** Agrees to a claim, without which nothing is paid. */
export const consenter = (schemeId = districtOf()): string =>
  named("government", ({ claim }) => claim.steps.flatMap(({ kind, by }) => (kind === "approve" ? by : [])), schemeId);

/** Draws up the plan of a period's money, where the document gives it out by one. */
export const planner = (schemeId = districtOf()): string => named("office", ({ claim }) => planStep(claim)?.by ?? [], schemeId);

/** Pays what was agreed to, and so is told of it. */
export const payer = (schemeId = districtOf()): string =>
  named("manager", ({ claim }) => claim.steps.flatMap(({ kind, by }) => (kind === "pay" ? by : [])), schemeId);

/** Draws up the orders to pay. */
export const instructor = (schemeId = districtOf()): string => named("office", ({ fund }) => fund.payment.instructedBy, schemeId);

/** Sees what came back. */
export const receiver = (schemeId = districtOf()): string => named("office", ({ recovery }) => deskOf(recovery), schemeId);

/** Look at a loss before it is written off. */
export const lossApprovers = (schemeId = districtOf()): string => named("office", ({ recovery }) => recovery.writeOff.approvals, schemeId);
