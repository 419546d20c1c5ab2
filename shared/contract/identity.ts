/** Logging in by phone code or WeChat, sessions, and the people that the office registers. */
import { z } from "zod";
import { ORG_KINDS } from "../process/party";
import { route } from "./contract";
import { id, instant, line, phone } from "./text";

export const orgKind = z.enum(ORG_KINDS);

export const membershipShape = z.object({ membershipId: id, orgId: id, orgKind, orgName: z.string(), title: z.string(), schemeId: id });
const personShape = z.object({ personId: id, name: z.string(), phone: z.string() });
const sessionReply = z.object({
  /** Sent as `Authorization: Bearer …`; told once. */
  token: z.string(),
  expiresAt: instant,
  person: personShape,
  memberships: z.array(membershipShape),
});

export const identityRoutes = {
  requestCode: route("requestCode", {
    summary: "请求一条登录验证码，六位数字，五分钟内有效",
    body: z.strictObject({ phone }),
    reply: z.object({ sent: z.literal(true), validSeconds: z.number().int(), demoCode: z.string().optional() }),
  }),
  login: route("login", {
    summary: "用手机号和验证码登录",
    body: z.strictObject({
      phone,
      code: z
        .string()
        .transform((t) => t.normalize("NFKC").trim())
        .pipe(z.string().regex(/^\d{6}$/, "code_wrong")),
    }),
    reply: sessionReply,
  }),
  loginWithWechat: route("loginWithWechat", {
    summary: "用微信登录凭证登录；首次登录还要手机号凭证",
    body: z.strictObject({ loginCode: z.string().min(1).max(256), phoneCode: z.string().min(1).max(256).optional() }),
    reply: sessionReply,
  }),
  me: route("me", {
    summary: "我是谁，代表哪些单位",
    reply: z.object({ person: personShape, acting: membershipShape.nullable(), memberships: z.array(membershipShape) }),
  }),
  listSessions: route("listSessions", {
    summary: "我的登录记录",
    reply: z.object({
      sessions: z.array(z.object({ sessionId: id, current: z.boolean(), startedAt: instant, seenAt: instant, device: z.string() })),
    }),
  }),
  revokeSession: route("revokeSession", { summary: "让我的一处登录失效", body: z.strictObject({}), reply: z.object({ revoked: z.literal(true) }) }),
  logout: route("logout", { summary: "退出登录", body: z.strictObject({}), reply: z.object({ revoked: z.literal(true) }) }),
  registerEnterprise: route("registerEnterprise", {
    summary: "登记本人代表的企业",
    body: z.strictObject({
      creditCode: z.string().min(1, "field_required").max(64, "field_too_long"),
      name: line(100),
      ownerName: line(40).optional(),
    }),
    reply: membershipShape,
  }),
  listStaff: route("listStaff", {
    summary: "已登记的工作人员",
    query: z.strictObject({ orgId: id.optional() }),
    reply: z.object({
      staff: z.array(membershipShape.extend({ personId: id, name: z.string(), phone: z.string(), status: z.enum(["active", "disabled"]) })),
    }),
  }),
  registerStaff: route("registerStaff", {
    summary: "登记一位工作人员的手机号和单位",
    body: z.strictObject({ phone, name: line(40), orgId: id, title: line(40) }),
    reply: membershipShape.extend({ personId: id, name: z.string() }),
  }),
  disableStaff: route("disableStaff", {
    summary: "停用一位工作人员，立即退出登录",
    body: z.strictObject({}),
    reply: z.object({ disabled: z.literal(true) }),
  }),
};
