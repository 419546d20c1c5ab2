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
const RECOMMENDERS = ["township", "department"] as const;
/** Who may sit on a panel (三（三）). */
const PANEL = ["office", "finance", ...RECOMMENDERS, ...INSTITUTIONS] as const;
const DISTRICT = ["office", "finance", "government", "auditor"] as const;
export const EVERYONE: readonly OrgKind[] = ["enterprise", "township", "department", ...DISTRICT, ...INSTITUTIONS, "account_bank"];

export const PERMITS: Readonly<Record<RouteName, Permit>> = {
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
  listCases: { who: EVERYONE, scope: "party" },
  getCase: { who: EVERYONE, scope: "party" },
  exportCases: { who: ["office", "finance", "auditor"], scope: "district" },
  startApplication: { who: ["enterprise"], scope: "own" },
  getApplication: { who: ["enterprise"], scope: "own" },
  saveDraft: { who: ["enterprise"], scope: "own" },
  removeStatement: { who: ["enterprise"], scope: "own" },
  submitApplication: { who: ["enterprise"], scope: "own" },
  withdrawApplication: { who: ["enterprise"], scope: "own" },
  adoptApplication: { who: RECOMMENDERS, scope: "party" },
  returnApplication: { who: RECOMMENDERS, scope: "party" },
  recommendationScores: { who: [...RECOMMENDERS, ...DISTRICT], scope: "own" },
  openScreening: { who: OFFICE, scope: "district" },
  recordFinding: { who: OFFICE, scope: "district" },
  giveOpinion: { who: INSTITUTIONS, scope: "party" },
  passScreening: { who: OFFICE, scope: "district" },
  returnScreening: { who: OFFICE, scope: "district" },
  listMeetings: { who: [...PANEL, "auditor"], scope: "district" },
  convokeMeeting: { who: OFFICE, scope: "district" },
  getMeeting: { who: [...PANEL, "auditor"], scope: "party" },
  scheduleReview: { who: OFFICE, scope: "district" },
  recuse: { who: PANEL, scope: "party" },
  openBallot: { who: OFFICE, scope: "district" },
  castBallot: { who: PANEL, scope: "party" },
  closeBallot: { who: OFFICE, scope: "district" },
  approveCase: { who: ["government"], scope: "party" },
  refuseApproval: { who: ["government"], scope: "party" },
  pushToBanks: { who: OFFICE, scope: "district" },
  listLeads: { who: INSTITUTIONS, scope: "own" },
  askLead: { who: INSTITUTIONS, scope: "own" },
  answerLead: { who: ["enterprise", "office"], scope: "party" },
  declineLead: { who: INSTITUTIONS, scope: "own" },
  offerLead: { who: INSTITUTIONS, scope: "own" },
  recordLoan: { who: INSTITUTIONS, scope: "own" },
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
};
