/** The table of contents: what every answer carries, and where each noun's routes are. */
import { Hono } from "hono";
import { allocationRoutes } from "./allocation/routes";
import { amendmentRoutes } from "./amendment/routes";
import { applicationRoutes } from "./application/routes";
import { approvalRoutes } from "./approval/routes";
import { banRoutes } from "./ban/routes";
import { candidacyRoutes } from "./candidacy/routes";
import { caseRoutes } from "./case/routes";
import { claimRoutes } from "./claim/routes";
import { now } from "./clock";
import { conferenceRoutes } from "./conference/routes";
import { consentRoutes } from "./consent/routes";
import { demoRoutes } from "./demo/routes";
import { listDistricts } from "./district/list-districts";
import { fundRoutes } from "./fund/routes";
import { health } from "./health";
import { identityRoutes } from "./identity/routes";
import { institutionRoutes } from "./institution/routes";
import { liabilityRoutes } from "./liability/routes";
import { loanRoutes } from "./loan/routes";
import { errorName, log, logError } from "./log";
import { mount } from "./mount";
import { noticeRoutes } from "./notice/routes";
import { obligationRoutes } from "./obligation/routes";
import { docsPage, openapi } from "./openapi";
import { paymentRoutes } from "./payment/routes";
import { problemResponse } from "./problem";
import { publicationRoutes } from "./publication/routes";
import { pushRoutes } from "./push/routes";
import { recommendationRoutes } from "./recommendation/routes";
import { recoveryRoutes } from "./recovery/routes";
import { reportRoutes } from "./report/routes";
import { SchemeUnknown } from "./request";
import { reviewRoutes } from "./review/routes";
import { rewardRoutes } from "./reward/routes";
import { sanctionRoutes } from "./sanction/routes";
import { screeningRoutes } from "./screening/routes";
import { SettingMissing, settingsOf } from "./settings";
import { statementRoutes } from "./statement/routes";
import { subsidyRoutes } from "./subsidy/routes";
import type { HonoEnv } from "./verb";
import { watchRoutes } from "./watch/routes";
import { webhookRoutes } from "./webhook/routes";

const HEADERS = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "cross-origin-resource-policy": "same-origin",
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
};

export const app = new Hono<HonoEnv>();

app.use("*", async (c, next) => {
  const started = now();
  c.set("requestId", crypto.randomUUID());
  await next();
  for (const [name, value] of Object.entries(HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  c.res.headers.set("x-request-id", c.get("requestId"));
  const fact = { requestId: c.get("requestId"), route: c.get("routeName") ?? "", method: c.req.method, status: c.res.status, ms: now() - started };
  log("request", { ...fact, code: c.get("refusal") });
});

app.onError((error, c) => {
  const requestId = c.get("requestId");
  if (error instanceof SettingMissing) {
    logError("setting_missing", { requestId, names: error.names.join(",") });
    return problemResponse([{ code: "setting_missing", figures: { names: error.names.join(", ") } }], requestId);
  }
  if (error instanceof SchemeUnknown) return problemResponse([{ code: "not_found", figures: { scheme: error.named } }], requestId);
  logError("internal", { requestId, route: c.get("routeName"), error: errorName(error) });
  return problemResponse([{ code: "internal", figures: {} }], requestId);
});

app.notFound((c) => problemResponse([{ code: "not_found", figures: {} }], c.get("requestId")));

mount(app, health);
mount(app, listDistricts);
app.get("/api/openapi.json", (c) => c.json(openapi(settingsOf(c.env).DEMO)));
app.get("/api/docs", (c) => c.html(docsPage(settingsOf(c.env).DEMO)));
identityRoutes(app);
institutionRoutes(app);
amendmentRoutes(app);
applicationRoutes(app);
approvalRoutes(app);
caseRoutes(app);
claimRoutes(app);
allocationRoutes(app);
obligationRoutes(app);
fundRoutes(app);
loanRoutes(app);
paymentRoutes(app);
conferenceRoutes(app);
publicationRoutes(app);
pushRoutes(app);
recommendationRoutes(app);
recoveryRoutes(app);
reviewRoutes(app);
sanctionRoutes(app);
watchRoutes(app);
banRoutes(app);
liabilityRoutes(app);
rewardRoutes(app);
reportRoutes(app);
consentRoutes(app);
candidacyRoutes(app);
screeningRoutes(app);
statementRoutes(app);
subsidyRoutes(app);
noticeRoutes(app);
webhookRoutes(app);
demoRoutes(app);
