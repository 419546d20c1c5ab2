/** The inbox: what happened that concerns this organisation or person. */
import { z } from "zod";
import { route } from "./contract";
import { id, instant } from "./text";

export const noticeRoutes = {
  listNotices: route("listNotices", {
    summary: "收件箱",
    query: z.strictObject({
      before: z
        .string()
        .regex(/^\d{1,15}$/)
        .optional(),
    }),
    reply: z.object({
      unread: z.number().int(),
      notices: z.array(
        z.object({
          noticeId: id,
          caseId: id.nullable(),
          code: z.string(),
          figures: z.record(z.string(), z.string()),
          recordedAt: instant,
          readAt: instant.nullable(),
        }),
      ),
    }),
  }),
  readNotice: route("readNotice", { summary: "标为已读", body: z.strictObject({}), reply: z.object({ readAt: instant }) }),
};
