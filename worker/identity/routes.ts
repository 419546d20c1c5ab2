/** HTTP of identity. */
import { api } from "../../shared/contract/api";
import { type App, mount, mountRaw } from "../mount";
import { login, loginWithWechat } from "./login";
import { registerEnterprise } from "./register-enterprise";
import { requestCode } from "./request-code";
import { listSessions, logout, me, revokeSession } from "./sessions";
import { disableStaff, listStaff, registerStaff } from "./staff";

export function identityRoutes(app: App): void {
  mountRaw(app, api.requestCode, requestCode);
  mountRaw(app, api.login, login);
  mountRaw(app, api.loginWithWechat, loginWithWechat);
  mount(app, me);
  mount(app, listSessions);
  mount(app, revokeSession);
  mount(app, logout);
  mount(app, registerEnterprise);
  mount(app, listStaff);
  mount(app, registerStaff);
  mount(app, disableStaff);
}
