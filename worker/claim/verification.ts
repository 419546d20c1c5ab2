/** The rows of a claim's verification among the reviews. */
import type { Claim } from "../../shared/process/claim-state";
import { dropReview } from "../review/store";

/** A claim that leaves its panel before the panel has decided takes the review with it. */
export function dropVerification(db: D1Database, claim: Claim | undefined): readonly D1PreparedStatement[] {
  const panel = claim?.verification;
  return panel && !panel.result ? dropReview(db, panel.id, panel.round) : [];
}
