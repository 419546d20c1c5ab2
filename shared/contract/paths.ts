/** Every route of the API by name: its method and its path below `/api`. No zod here, for the phone imports it at run time. */
export const PATHS = {
  health: ["GET", "/health"],
  // identity
  requestCode: ["POST", "/identity/codes"],
  login: ["POST", "/identity/sessions"],
  loginWithWechat: ["POST", "/identity/wechat-sessions"],
  me: ["GET", "/identity/me"],
  listSessions: ["GET", "/identity/sessions"],
  revokeSession: ["POST", "/identity/sessions/:sessionId/revoke"],
  logout: ["POST", "/identity/logout"],
  registerEnterprise: ["POST", "/identity/enterprises"],
  listStaff: ["GET", "/identity/staff"],
  registerStaff: ["POST", "/identity/staff"],
  disableStaff: ["POST", "/identity/staff/:membershipId/disable"],
  // organisations and their agreements
  listOrganisations: ["GET", "/organisations"],
  registerInstitution: ["POST", "/organisations"],
  listAgreements: ["GET", "/agreements"],
  signAgreement: ["POST", "/organisations/:orgId/agreements"],
  // files
  uploadStatement: ["POST", "/statements"],
  listStatements: ["GET", "/cases/:caseId/statements"],
  downloadStatement: ["GET", "/statements/:statementId/file"],
  // cases: what everybody shares
  listCases: ["GET", "/cases"],
  getCase: ["GET", "/cases/:caseId"],
  exportCases: ["GET", "/cases/export"],
  // the enterprise's application
  startApplication: ["POST", "/applications"],
  getApplication: ["GET", "/applications/:caseId"],
  saveDraft: ["PUT", "/applications/:caseId/draft"],
  removeStatement: ["POST", "/applications/:caseId/statements/:statementId/remove"],
  submitApplication: ["POST", "/applications/:caseId/submit"],
  withdrawApplication: ["POST", "/applications/:caseId/withdraw"],
  // recommendation
  adoptApplication: ["POST", "/cases/:caseId/adopt"],
  returnApplication: ["POST", "/cases/:caseId/return"],
  recommendationScores: ["GET", "/recommendations/scores"],
  // screening
  openScreening: ["POST", "/cases/:caseId/screening"],
  recordFinding: ["POST", "/cases/:caseId/screening/findings"],
  giveOpinion: ["POST", "/cases/:caseId/screening/opinion"],
  passScreening: ["POST", "/cases/:caseId/screening/pass"],
  returnScreening: ["POST", "/cases/:caseId/screening/return"],
  // joint review
  listMeetings: ["GET", "/meetings"],
  convokeMeeting: ["POST", "/meetings"],
  getMeeting: ["GET", "/meetings/:meetingId"],
  scheduleReview: ["POST", "/cases/:caseId/review"],
  recuse: ["POST", "/cases/:caseId/review/recuse"],
  openBallot: ["POST", "/cases/:caseId/review/open"],
  castBallot: ["POST", "/cases/:caseId/review/ballot"],
  closeBallot: ["POST", "/cases/:caseId/review/close"],
  // the higher authority
  approveCase: ["POST", "/cases/:caseId/approve"],
  refuseApproval: ["POST", "/cases/:caseId/refuse-approval"],
  // push and loan
  pushToBanks: ["POST", "/cases/:caseId/push"],
  listLeads: ["GET", "/leads"],
  askLead: ["POST", "/cases/:caseId/leads/:leadId/ask"],
  answerLead: ["POST", "/cases/:caseId/leads/:leadId/answer"],
  declineLead: ["POST", "/cases/:caseId/leads/:leadId/decline"],
  offerLead: ["POST", "/cases/:caseId/leads/:leadId/offer"],
  recordLoan: ["POST", "/cases/:caseId/leads/:leadId/loan"],
  // the inbox
  listNotices: ["GET", "/notices"],
  readNotice: ["POST", "/notices/:noticeId/read"],
  // webhooks and what could not be delivered
  getWebhook: ["GET", "/webhook"],
  setWebhook: ["PUT", "/webhook"],
  rotateWebhook: ["POST", "/webhook/rotate"],
  disableWebhook: ["POST", "/webhook/disable"],
  listDeadLetters: ["GET", "/outbox/dead"],
  replayDeadLetter: ["POST", "/outbox/:outboxId/replay"],
  // only while the demo setting is on
  demoPeople: ["GET", "/demo/people"],
  seedDemo: ["POST", "/demo/seed"],
} as const satisfies Record<string, readonly ["GET" | "POST" | "PUT", `/${string}`]>;

export type RouteName = keyof typeof PATHS;
