/** Who may call each route: data, exhaustive by type, read off the document where documents differ. A route without a line here does not build. */
import type { RouteName } from "../shared/contract/paths";
import { checkersOf, drawersOf } from "../shared/fund/voucher";
import { planStep } from "../shared/process/allocation-plan";
import { changers } from "../shared/process/change";
import type { ClaimStep } from "../shared/process/claim-rules";
import type { OrgKind } from "../shared/process/party";
import type { StepKind } from "../shared/process/procedure";
import { deskOf } from "../shared/process/recovery-return";
import type { Scheme } from "../shared/schemes/scheme";
import { desksOf, figureDesksOf } from "./case/desk";

/** Kinds that the document itself names for an act. */
type Named = (document: Scheme) => readonly OrgKind[];

export interface Permit {
  readonly who: "anyone" | "signed_in" | readonly OrgKind[] | Named;
  /** What of it: one's own things, cases one is a party to, or the whole district. Enforced by the verb's queries, walked by the matrix test. */
  readonly scope?: "own" | "party" | "district";
}

const OFFICE = ["office"] as const;
const INSTITUTIONS = ["bank", "guarantor", "insurer", "lender"] as const;
const RECOMMENDERS = ["township", "department"] as const;
/** Who may sit on a panel (三（三）). */
const PANEL = ["office", "finance", ...RECOMMENDERS, ...INSTITUTIONS] as const;
export const EVERYONE: readonly OrgKind[] = [
  "enterprise",
  "township",
  "department",
  "office",
  "finance",
  "government",
  "auditor",
  ...INSTITUTIONS,
  "account_bank",
  "manager",
  "regulator",
];

/** Those who act at these steps of the document's admission, or of its claims. */
const atStep =
  (...kinds: readonly StepKind[]): Named =>
  ({ admission }) => [...new Set(admission.steps.filter(({ kind }) => kinds.includes(kind)).flatMap(({ by }) => by))];
const atClaim =
  (...kinds: readonly ClaimStep["kind"][]): Named =>
  ({ claim }) => [...new Set(claim.steps.filter(({ kind }) => kinds.includes(kind)).flatMap(({ by }) => by))];
/** Those who can send a claim back from where it stands. */
const returning: Named = ({ claim }) => [...new Set(claim.steps.filter(({ kind }) => kind !== "pay" && kind !== "ballot").flatMap(({ by }) => by))];
/** Who enters what the conference decided, and who tells news of listed firms. */
const convening: Named = ({ conference }) => conference?.convenor.kinds ?? [];
const telling: Named = ({ feedback }) => feedback?.by ?? [];
/** Who puts firms on a list whose firms are looked at again. */
const listing: Named = (document) => (document.feedback ? atStep("publish", "approve")(document) : []);
const instructing: Named = ({ fund }) => fund.payment.instructedBy;
const paying: Named = ({ fund }) => fund.payment.paidBy.kinds;
/** Where each draws up its own, it also takes what lies with itself. */
const executing: Named = ({ fund: { payment } }) => [...payment.paidBy.kinds, ...(payment.own ? payment.instructedBy : [])];
const drawing: Named = ({ fund }) => drawersOf(fund.chart);
const checking: Named = ({ fund }) => checkersOf(fund.chart);
/** Those who fill the fund up again step by step, or agree to more at a bank. */
const stepping: Named = ({ fund: { replenishment, deposits } }) => [
  ...new Set([...(replenishment?.steps ?? []).flatMap(({ by }) => by), ...(deposits?.by ?? [])]),
];
/** Who finds whether somebody answers for a loss. */
const judging: Named = ({ sanctions }) => sanctions.exemption?.by ?? [];
/** Who keeps the recoveries for the fund. */
const recovering: Named = ({ recovery }) => deskOf(recovery);
/** Who reads the fund's figures, and with them whoever draws up or executes its payments where the document has it so. */
const figures: Named = (document) => figureDesksOf(document);
const together =
  (...named: readonly (Named | readonly OrgKind[])[]): Named =>
  (document) => [...new Set(named.flatMap((one) => (typeof one === "function" ? one(document) : one)))];

/** Those around the plan of a period's money, where the document gives it out by one. */
const allocating =
  (...parts: readonly ("figures" | "plan" | "report" | "approve")[]): Named =>
  (document) =>
    document.fund.allocation
      ? [
          ...new Set(
            parts.flatMap((part) =>
              part === "figures" ? figures(document) : part === "plan" ? (planStep(document.claim)?.by ?? []) : atClaim(part)(document),
            ),
          ),
        ]
      : [];

/** Who finds misconduct proven. */
const banning: Named = ({ sanctions }) => [...new Set((sanctions.bans ?? []).flatMap(({ by }) => by))];
/** Who owes a report that comes round. */
const reporting: Named = ({ reports }) => [...new Set((reports.periodic ?? []).flatMap(({ by }) => by))];
/** Who lets its data be looked at, where the document knows of it. */
const consenting: Named = ({ disclosure }) => (disclosure?.shares ? ["enterprise"] : []);
/** To whom a firm's data may be shown with its consent. */
const sharing: Named = ({ disclosure }) => disclosure?.shares?.to ?? [];

/** Whether this kind of organisation may call it under this document. */
export const permits = ({ who }: Permit, kind: OrgKind, document: Scheme): boolean =>
  who === "anyone" || who === "signed_in" || (typeof who === "function" ? who(document) : who).includes(kind);

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
  listDistricts: { who: "anyone" },
  listOrganisations: { who: EVERYONE, scope: "district" },
  registerInstitution: { who: OFFICE, scope: "district" },
  listAgreements: { who: together(figures, INSTITUTIONS), scope: "own" },
  signAgreement: { who: ({ partnership }) => partnership?.signedBy.kinds ?? OFFICE, scope: "district" },
  listAmendments: { who: "signed_in", scope: "district" },
  proposeAmendment: { who: changers, scope: "district" },
  previewAmendment: { who: changers, scope: "district" },
  approveAmendment: { who: changers, scope: "district" },
  declineAmendment: { who: changers, scope: "district" },
  withdrawAmendment: { who: changers, scope: "district" },
  policyYear: { who: "signed_in", scope: "district" },
  uploadStatement: { who: ["enterprise", ...RECOMMENDERS, "office", "manager", ...INSTITUTIONS], scope: "party" },
  listStatements: { who: EVERYONE, scope: "party" },
  downloadStatement: { who: EVERYONE, scope: "party" },
  listCases: { who: EVERYONE, scope: "party" },
  getCase: { who: EVERYONE, scope: "party" },
  exportCases: { who: desksOf, scope: "district" },
  startApplication: { who: ["enterprise"], scope: "own" },
  getApplication: { who: ["enterprise"], scope: "own" },
  saveDraft: { who: ["enterprise"], scope: "own" },
  removeStatement: { who: ["enterprise"], scope: "own" },
  submitApplication: { who: ["enterprise"], scope: "own" },
  withdrawApplication: { who: ["enterprise"], scope: "own" },
  adoptApplication: { who: atStep("recommend"), scope: "party" },
  returnApplication: { who: atStep("recommend"), scope: "party" },
  recommendationScores: { who: together(RECOMMENDERS, figures), scope: "own" },
  openScreening: { who: atStep("check"), scope: "district" },
  recordFinding: { who: atStep("check"), scope: "district" },
  giveOpinion: { who: INSTITUTIONS, scope: "party" },
  passScreening: { who: atStep("check"), scope: "district" },
  returnScreening: { who: atStep("check"), scope: "district" },
  listMeetings: { who: [...PANEL, "auditor"], scope: "district" },
  convokeMeeting: { who: OFFICE, scope: "district" },
  getMeeting: { who: [...PANEL, "auditor"], scope: "party" },
  scheduleReview: { who: OFFICE, scope: "district" },
  recuse: { who: PANEL, scope: "party" },
  openBallot: { who: OFFICE, scope: "district" },
  castBallot: { who: PANEL, scope: "party" },
  closeBallot: { who: OFFICE, scope: "district" },
  approveCase: { who: atStep("approve"), scope: "party" },
  refuseApproval: { who: atStep("approve"), scope: "party" },
  listDecisions: { who: together(figures, convening), scope: "district" },
  recordDecision: { who: convening, scope: "district" },
  publishList: { who: atStep("publish"), scope: "district" },
  listPublished: { who: "signed_in", scope: "district" },
  exportPublished: { who: "signed_in", scope: "district" },
  listListed: { who: together(figures, telling), scope: "district" },
  giveFeedback: { who: telling, scope: "district" },
  reviewPlace: { who: listing, scope: "district" },
  pushToBanks: { who: atStep("push"), scope: "district" },
  listLeads: { who: INSTITUTIONS, scope: "own" },
  askLead: { who: INSTITUTIONS, scope: "own" },
  answerLead: { who: ["enterprise", "office"], scope: "party" },
  declineLead: { who: INSTITUTIONS, scope: "own" },
  offerLead: { who: INSTITUTIONS, scope: "own" },
  recordLoan: { who: INSTITUTIONS, scope: "own" },
  tryRegistration: { who: atStep("register"), scope: "own" },
  registerLoan: { who: atStep("register"), scope: "own" },
  registerAgain: { who: atStep("register"), scope: "own" },
  listRegistrations: { who: atStep("register"), scope: "own" },
  listLoans: { who: together(figures, RECOMMENDERS, INSTITUTIONS), scope: "own" },
  repaymentTemplate: { who: INSTITUTIONS, scope: "own" },
  importRepayments: { who: INSTITUTIONS, scope: "own" },
  setSchedule: { who: INSTITUTIONS, scope: "own" },
  recordRepayment: { who: INSTITUTIONS, scope: "own" },
  undoRepayment: { who: INSTITUTIONS, scope: "own" },
  extendLoan: { who: INSTITUTIONS, scope: "own" },
  gradeLoan: { who: INSTITUTIONS, scope: "own" },
  recordFollowUp: { who: [...RECOMMENDERS, "insurer"], scope: "party" },
  admitTransition: { who: ["government"], scope: "party" },
  getExposure: { who: PANEL, scope: "party" },
  listClaims: { who: together(figures, INSTITUTIONS, atClaim("check", "report", "approve", "notify")), scope: "own" },
  fileClaim: { who: INSTITUTIONS, scope: "own" },
  withdrawClaim: { who: INSTITUTIONS, scope: "own" },
  checkClaim: { who: atClaim("check"), scope: "district" },
  returnClaim: { who: returning, scope: "district" },
  setClaimPanel: { who: OFFICE, scope: "district" },
  openClaimBallot: { who: OFFICE, scope: "district" },
  castClaimBallot: { who: PANEL, scope: "party" },
  closeClaimBallot: { who: OFFICE, scope: "district" },
  reportClaim: { who: atClaim("report"), scope: "district" },
  consentClaim: { who: atClaim("approve"), scope: "party" },
  notifyClaim: { who: atClaim("notify"), scope: "district" },
  listAllocations: { who: allocating("figures", "report", "approve"), scope: "district" },
  getAllocation: { who: allocating("figures", "report", "approve"), scope: "district" },
  drawUpAllocation: { who: allocating("plan"), scope: "district" },
  agreeAllocation: { who: allocating("approve"), scope: "district" },
  returnAllocation: { who: allocating("approve"), scope: "district" },
  fulfilObligation: { who: ({ obligations = [] }) => [...new Set(obligations.flatMap(({ by }) => by))], scope: "party" },
  listRecoveries: { who: together(figures, recovering, INSTITUTIONS), scope: "own" },
  publishRecoveries: { who: recovering, scope: "district" },
  exportRecoveries: { who: figures, scope: "district" },
  coordinate: { who: recovering, scope: "district" },
  forceLegal: { who: recovering, scope: "district" },
  startLegal: { who: INSTITUTIONS, scope: "own" },
  recordRecovery: { who: INSTITUTIONS, scope: "own" },
  declareReturn: { who: INSTITUTIONS, scope: "own" },
  receiveReturn: { who: recovering, scope: "district" },
  endLegal: { who: INSTITUTIONS, scope: "own" },
  confirmLoss: { who: INSTITUTIONS, scope: "own" },
  approveLoss: { who: ({ recovery }) => recovery.writeOff.approvals, scope: "district" },
  listPayables: { who: together(figures, instructing), scope: "district" },
  drawUpInstruction: { who: instructing, scope: "district" },
  listInstructions: { who: together(figures, instructing, paying), scope: "own" },
  getInstruction: { who: together(figures, instructing, paying), scope: "own" },
  countersignInstruction: { who: instructing, scope: "district" },
  approveDraw: { who: ["finance"], scope: "district" },
  recordDraw: { who: ["finance"], scope: "district" },
  confirmPaid: { who: executing, scope: "own" },
  cancelInstruction: { who: together(instructing, ["finance"]), scope: "district" },
  getFund: { who: together(figures, checking), scope: "district" },
  listPostings: { who: together(figures, checking), scope: "district" },
  exportLedger: { who: figures, scope: "district" },
  listVouchers: { who: together(figures, checking), scope: "district" },
  drawUpVoucher: { who: drawing, scope: "district" },
  recordFundStep: { who: stepping, scope: "district" },
  checkVoucher: { who: checking, scope: "district" },
  declineVoucher: { who: checking, scope: "district" },
  openingTemplate: { who: OFFICE, scope: "district" },
  importOpening: { who: OFFICE, scope: "district" },
  getReport: { who: figures, scope: "district" },
  reportHalf: { who: OFFICE, scope: "district" },
  listMajor: { who: figures, scope: "district" },
  acknowledgeMajor: { who: OFFICE, scope: "district" },
  checkBooks: { who: ["office", "finance", "auditor"], scope: "district" },
  listPolicies: { who: together(figures, ["insurer", "enterprise"]), scope: "own" },
  registerPolicy: { who: ["insurer"], scope: "own" },
  listSubsidies: { who: together(figures, ["insurer", "enterprise"]), scope: "own" },
  fileSubsidy: { who: ["enterprise"], scope: "own" },
  approveSubsidy: { who: OFFICE, scope: "district" },
  returnSubsidy: { who: OFFICE, scope: "district" },
  refundPremium: { who: ["insurer"], scope: "own" },
  receiveRefund: { who: OFFICE, scope: "district" },
  listSanctions: { who: figures, scope: "district" },
  listFirm: { who: OFFICE, scope: "district" },
  liftListing: { who: OFFICE, scope: "district" },
  recordMisconduct: { who: OFFICE, scope: "district" },
  determineBreach: { who: PANEL, scope: "party" },
  sanctionBreach: { who: OFFICE, scope: "district" },
  climbLadder: { who: OFFICE, scope: "district" },
  listWatch: { who: together(figures, INSTITUTIONS), scope: "own" },
  enterFigures: { who: ({ watch }) => watch?.figures.by ?? [], scope: "district" },
  explainFigures: { who: ({ watch }) => (watch ? INSTITUTIONS : []), scope: "own" },
  decideWatch: { who: ({ watch }) => [...(watch?.pause?.by ?? []), ...(watch?.resume?.by ?? []), ...(watch?.ends?.by ?? [])], scope: "district" },
  listBans: { who: together(figures, banning), scope: "own" },
  recordBan: { who: banning, scope: "district" },
  liftBan: { who: banning, scope: "district" },
  withdrawBan: { who: banning, scope: "own" },
  getLiability: { who: ({ sanctions }) => (sanctions.exemption ? EVERYONE.filter((kind) => kind !== "enterprise") : []), scope: "party" },
  exemptCase: { who: judging, scope: "district" },
  findLiable: { who: judging, scope: "district" },
  listEvaluations: { who: (document) => (document.reward ? together(figures, INSTITUTIONS, ["manager"])(document) : []), scope: "own" },
  evaluate: { who: ({ reward }) => reward?.evaluation.by.kinds ?? [], scope: "district" },
  listReports: { who: EVERYONE, scope: "own" },
  draftReport: { who: reporting, scope: "own" },
  fileReport: { who: reporting, scope: "own" },
  listConsents: { who: together(["enterprise"], sharing, figures), scope: "own" },
  giveConsent: { who: consenting, scope: "own" },
  withdrawConsent: { who: consenting, scope: "own" },
  lookAtFirm: { who: sharing, scope: "own" },
  listCandidacies: { who: together(figures, INSTITUTIONS), scope: "own" },
  applyPartnership: { who: ({ partnership }) => (partnership ? INSTITUTIONS : []), scope: "own" },
  checkCandidacy: { who: ({ partnership }) => partnership?.checkedBy.kinds ?? [], scope: "district" },
  decideCandidacy: { who: ({ partnership }) => partnership?.decidedBy.kinds ?? [], scope: "district" },
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
