/** The whole API by route name. The phone uses `import type { Api }`. */
import { applicationRoutes } from "./application";
import { caseRoutes } from "./case";
import type { Route } from "./contract";
import { demoRoutes } from "./demo";
import { healthRoutes } from "./health";
import { identityRoutes } from "./identity";
import { institutionRoutes } from "./institution";
import { noticeRoutes } from "./notice";
import type { RouteName } from "./paths";
import { pushRoutes } from "./push";
import { approvalRoutes, reviewRoutes } from "./review";
import { recommendationRoutes, screeningRoutes } from "./screening";
import { statementRoutes } from "./statement";
import { webhookRoutes } from "./webhook";

export const api = {
  ...healthRoutes,
  ...identityRoutes,
  ...institutionRoutes,
  ...statementRoutes,
  ...caseRoutes,
  ...applicationRoutes,
  ...recommendationRoutes,
  ...screeningRoutes,
  ...reviewRoutes,
  ...approvalRoutes,
  ...pushRoutes,
  ...noticeRoutes,
  ...webhookRoutes,
  ...demoRoutes,
} satisfies Record<RouteName, Route>;

export type Api = typeof api;
