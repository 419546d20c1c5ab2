/** Reports that come round: who owes what for which period, what was told, what is late. */
import { z } from "zod";
import { route } from "./contract";
import { id, line, paragraph } from "./text";

const figures = z.record(z.string(), z.string());
const toldShape = z.object({
  period: z.string(),
  orgId: id,
  by: z.string(),
  text: z.string(),
  figures,
  documentNo: z.string(),
  on: z.string(),
});

export const reportRoutes = {
  listReports: route("listReports", {
    summary: "定期报告：应报、已报、逾期",
    reply: z.object({
      reports: z.array(
        z.object({
          id: z.string(),
          says: z.string(),
          every: z.string(),
          article: z.string(),
          by: z.array(z.string()),
          to: z.array(z.string()),
          /** The viewer's organisation owes it. */
          mine: z.boolean(),
          draws: z.boolean(),
          /** Periods that are over and that the viewer still has to tell, newest first. */
          due: z.array(z.string()),
          /** Who has not told the last whole period. */
          overdue: z.array(z.object({ orgId: id, by: z.string(), period: z.string() })),
          told: z.array(toldShape),
        }),
      ),
    }),
  }),
  draftReport: route("draftReport", { summary: "一份定期报告由总账得出的数字", reply: z.object({ from: z.string(), until: z.string(), figures }) }),
  fileReport: route("fileReport", {
    summary: "报送一份定期报告",
    body: z.strictObject({ text: paragraph(8000), documentNo: line(60) }),
    reply: toldShape,
  }),
};
