/** How an institution becomes a partner: what it puts forward, the check, the decisions. */
import { z } from "zod";
import { route } from "./contract";
import { id, paragraph } from "./text";

const actShape = z.object({ by: z.string(), orgId: id, agreed: z.boolean(), documentNo: z.string(), reason: z.string(), on: z.string() });
export const candidacyShape = z.object({
  id,
  orgId: id,
  name: z.string(),
  said: z.record(z.string(), z.string()),
  on: z.string(),
  checked: actShape.nullable(),
  decisions: z.array(actShape),
  stage: z.enum(["check", "decide", "sign", "declined"]),
});
const judged = z.strictObject({ agreed: z.boolean(), documentNo: z.string().max(60).default(""), reason: paragraph(1000) });

export const candidacyRoutes = {
  listCandidacies: route("listCandidacies", { summary: "合作机构的申请和审定", reply: z.object({ candidacies: z.array(candidacyShape) }) }),
  applyPartnership: route("applyPartnership", {
    summary: "机构申请成为合作机构",
    body: z.strictObject({ said: z.record(z.string().max(40), z.string().max(2000)) }),
    reply: candidacyShape,
  }),
  checkCandidacy: route("checkCandidacy", { summary: "初审一家机构的申请", body: judged, reply: candidacyShape }),
  decideCandidacy: route("decideCandidacy", { summary: "审定一家机构的申请（本单位的意见）", body: judged, reply: candidacyShape }),
};
