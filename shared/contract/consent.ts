/** A firm's data, looked at with its consent for a period, each look with its purpose. */
import { z } from "zod";
import { route } from "./contract";
import { dayText, id } from "./text";

export const consentShape = z.object({
  id,
  enterprise: z.string(),
  institution: z.string(),
  institutionId: id,
  from: z.string(),
  until: z.string(),
  withdrawnOn: z.string().nullable(),
  active: z.boolean(),
});

export const consentRoutes = {
  listConsents: route("listConsents", {
    summary: "企业授权和查看记录",
    reply: z.object({
      consents: z.array(consentShape),
      looks: z.array(z.object({ enterprise: z.string(), institution: z.string(), purpose: z.string(), on: z.string(), at: z.number().int() })),
    }),
  }),
  giveConsent: route("giveConsent", {
    summary: "企业授权一家机构在一段时间内查看数据",
    body: z.strictObject({ institutionId: id, from: dayText, until: dayText }),
    reply: consentShape,
  }),
  withdrawConsent: route("withdrawConsent", { summary: "企业收回授权", body: z.strictObject({}), reply: consentShape }),
  lookAtFirm: route("lookAtFirm", {
    summary: "机构经授权查看企业数据，写明用途",
    body: z.strictObject({ creditCode: z.string().max(40), purpose: z.string().max(300) }),
    reply: z.object({
      name: z.string(),
      creditCode: z.string(),
      /** What its latest application tells, by field. */
      told: z.record(z.string(), z.string()),
      years: z.array(z.object({ fiscalYear: z.string(), headcount: z.string(), revenue: z.string(), assets: z.string() })),
    }),
  }),
};
