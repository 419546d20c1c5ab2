/** Who may call each route: data, exhaustive by type. A route without a line here does not build. */
import type { RouteName } from "../shared/contract/paths";
import type { OrgKind } from "../shared/process/party";

export interface Permit {
  readonly who: "anyone" | "signed_in" | readonly OrgKind[];
  /** What of it: one's own things, cases one is a party to, or the whole district. Enforced by the verb's queries, walked by the matrix test. */
  readonly scope?: "own" | "party" | "district";
}

const OFFICE = ["office"] as const;
const INSTITUTIONS = ["bank", "guarantor", "insurer", "lender"] as const;
const DISTRICT = ["office", "finance", "government", "auditor"] as const;
export const EVERYONE: readonly OrgKind[] = ["enterprise", "township", "department", ...DISTRICT, ...INSTITUTIONS, "account_bank"];

export const PERMITS = {
  health: { who: "anyone" },
  requestCode: { who: "anyone" },
  login: { who: "anyone" },
  loginWithWechat: { who: "anyone" },
  me: { who: "signed_in", scope: "own" },
  listSessions: { who: "signed_in", scope: "own" },
  revokeSession: { who: "signed_in", scope: "own" },
  logout: { who: "signed_in", scope: "own" },
  registerEnterprise: { who: "signed_in", scope: "own" },
  listStaff: { who: OFFICE, scope: "district" },
  registerStaff: { who: OFFICE, scope: "district" },
  disableStaff: { who: OFFICE, scope: "district" },
  listOrganisations: { who: EVERYONE, scope: "district" },
  registerInstitution: { who: OFFICE, scope: "district" },
  listAgreements: { who: [...DISTRICT, ...INSTITUTIONS], scope: "own" },
  signAgreement: { who: OFFICE, scope: "district" },
  uploadStatement: { who: ["enterprise", "township", "department", "office"], scope: "party" },
  listStatements: { who: EVERYONE, scope: "party" },
  downloadStatement: { who: EVERYONE, scope: "party" },
  listNotices: { who: EVERYONE, scope: "own" },
  readNotice: { who: EVERYONE, scope: "own" },
  getWebhook: { who: INSTITUTIONS, scope: "own" },
  setWebhook: { who: INSTITUTIONS, scope: "own" },
  rotateWebhook: { who: INSTITUTIONS, scope: "own" },
  disableWebhook: { who: INSTITUTIONS, scope: "own" },
  listDeadLetters: { who: OFFICE, scope: "district" },
  replayDeadLetter: { who: OFFICE, scope: "district" },
  demoPeople: { who: "anyone" },
  seedDemo: { who: "anyone" },
} satisfies Record<RouteName, Permit>;
