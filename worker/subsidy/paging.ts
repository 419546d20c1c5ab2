/** Pages of policies and subsidies, and whose of them a viewer sees. */
import type { OrgKind } from "../../shared/process/party";

export const PAGE = 20;

export interface PageFilter {
  readonly schemeId: string;
  readonly caseId?: string | undefined;
  readonly after?: { readonly movedAt: number; readonly id: string } | undefined;
  readonly limit: number;
}
export type Whose = "district" | "insurer" | "firm";

/** `<moment>.<policy number>` of the last row of a page; the number is the insurer's own text. */
export function readPolicyCursor(cursor: string | undefined): { movedAt: number; id: string } | undefined {
  const match = /^(\d{1,16})\.(.{1,80})$/su.exec(cursor ?? "");
  return match ? { movedAt: Number.parseInt(match[1] ?? "", 10), id: match[2] ?? "" } : undefined;
}

export const whoseOf = (kind: OrgKind): Whose => (kind === "insurer" ? "insurer" : kind === "enterprise" ? "firm" : "district");
