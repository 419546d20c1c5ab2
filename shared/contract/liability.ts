/** Who answers for the loss of a loan: that nobody does because everything was done as it should be, or what was done wrong. */
import { z } from "zod";
import { route } from "./contract";
import { id, line, paragraph } from "./text";

const entry = z.object({ documentNo: z.string(), on: z.string(), by: z.string(), reason: z.string() });

export const liabilityShape = z.object({
  /** What has to be found, all of it, before nobody answers; and what somebody may answer for. */
  grounds: z.array(z.string()),
  types: z.array(z.string()),
  exempted: entry.extend({ grounds: z.array(z.string()), article: z.string() }).nullable(),
  findings: z.array(entry.extend({ type: z.string(), article: z.string() })),
  article: z.string(),
  /** Route names that the viewer may call now. */
  actions: z.array(z.string()),
});
export type LiabilityView = z.output<typeof liabilityShape>;

export const liabilityRoutes = {
  getLiability: route("getLiability", { summary: "一笔贷款损失的责任认定：尽职免责或违规认定", reply: liabilityShape }),
  exemptCase: route("exemptCase", {
    summary: "认定尽职免责：写明查实的各项依据和文号",
    body: z.strictObject({ found: z.array(z.string().max(40)).max(10), documentNo: line(60), reason: paragraph(1000) }),
    reply: z.object({ id }),
  }),
  findLiable: route("findLiable", {
    summary: "登记违规造成损失的认定；已认定尽职免责的不再追究",
    body: z.strictObject({ type: z.string().max(40), documentNo: line(60), reason: paragraph(1000) }),
    reply: z.object({ id }),
  }),
};
