/** The whole API by route name. The phone uses `import type { Api }`. */
import { allocationRoutes } from "./allocation";
import { amendmentRoutes } from "./amendment";
import { applicationRoutes } from "./application";
import { banRoutes } from "./ban";
import { candidacyRoutes } from "./candidacy";
import { caseRoutes } from "./case";
import { claimRoutes } from "./claim";
import { conferenceRoutes } from "./conference";
import { consentRoutes } from "./consent";
import type { Route } from "./contract";
import { demoRoutes } from "./demo";
import { districtRoutes } from "./district";
import { fundRoutes } from "./fund";
import { healthRoutes } from "./health";
import { identityRoutes } from "./identity";
import { institutionRoutes } from "./institution";
import { liabilityRoutes } from "./liability";
import { loanLifeRoutes } from "./loan-life";
import { noticeRoutes } from "./notice";
import { obligationRoutes } from "./obligation";
import type { RouteName } from "./paths";
import { paymentRoutes } from "./payment";
import { publicationRoutes } from "./publication";
import { pushRoutes } from "./push";
import { recoveryRoutes } from "./recovery";
import { registrationRoutes } from "./registration";
import { reportRoutes } from "./report";
import { approvalRoutes, reviewRoutes } from "./review";
import { rewardRoutes } from "./reward";
import { sanctionRoutes } from "./sanction";
import { recommendationRoutes, screeningRoutes } from "./screening";
import { statementRoutes } from "./statement";
import { subsidyRoutes } from "./subsidy";
import { watchRoutes } from "./watch";
import { webhookRoutes } from "./webhook";

export const api = {
  ...healthRoutes,
  ...identityRoutes,
  ...districtRoutes,
  ...institutionRoutes,
  ...statementRoutes,
  ...caseRoutes,
  ...applicationRoutes,
  ...recommendationRoutes,
  ...screeningRoutes,
  ...reviewRoutes,
  ...approvalRoutes,
  ...conferenceRoutes,
  ...publicationRoutes,
  ...pushRoutes,
  ...registrationRoutes,
  ...loanLifeRoutes,
  ...claimRoutes,
  ...allocationRoutes,
  ...obligationRoutes,
  ...recoveryRoutes,
  ...paymentRoutes,
  ...fundRoutes,
  ...subsidyRoutes,
  ...sanctionRoutes,
  ...watchRoutes,
  ...banRoutes,
  ...liabilityRoutes,
  ...rewardRoutes,
  ...reportRoutes,
  ...consentRoutes,
  ...candidacyRoutes,
  ...noticeRoutes,
  ...webhookRoutes,
  ...amendmentRoutes,
  ...demoRoutes,
} satisfies Record<RouteName, Route>;

export type Api = typeof api;
