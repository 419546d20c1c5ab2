/** A bank's own endpoint for pushes (Standard Webhooks), and the letters that could not be delivered. */
import { z } from "zod";
import { route } from "./contract";
import { id, instant } from "./text";

const endpointShape = z.object({ url: z.string(), status: z.enum(["active", "disabled"]), setAt: instant });
/** The secret is told once, when it is made; a repeated command answers null. */
const withSecret = endpointShape.extend({ secret: z.string().nullable() });

export const webhookRoutes = {
  getWebhook: route("getWebhook", { summary: "本机构的推送地址", reply: z.object({ endpoint: endpointShape.nullable() }) }),
  setWebhook: route("setWebhook", {
    summary: "设置推送地址，返回一次签名密钥",
    body: z.strictObject({ url: z.string().min(1, "field_required").max(500, "field_too_long") }),
    reply: withSecret,
  }),
  rotateWebhook: route("rotateWebhook", { summary: "更换签名密钥，旧密钥一天内仍有效", body: z.strictObject({}), reply: withSecret }),
  disableWebhook: route("disableWebhook", { summary: "停用推送地址", body: z.strictObject({}), reply: endpointShape }),
  listDeadLetters: route("listDeadLetters", {
    summary: "未能送达的推送",
    reply: z.object({
      letters: z.array(
        z.object({
          outboxId: id,
          orgName: z.string(),
          caseId: id.nullable(),
          attempts: z.number().int(),
          lastError: z.string(),
          recordedAt: instant,
        }),
      ),
    }),
  }),
  replayDeadLetter: route("replayDeadLetter", {
    summary: "重新发送一条推送",
    body: z.strictObject({}),
    reply: z.object({ queued: z.literal(true) }),
  }),
};
