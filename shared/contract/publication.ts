/** The list of firms: making it public, reading it, and news of the firms on it. */
import { z } from "zod";
import { route } from "./contract";
import { movedShape } from "./screening";
import { dayText, id, paragraph } from "./text";

const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .optional();

export const publicationRoutes = {
  publishList: route("publishList", { summary: "公布名单：只公布文件允许的内容", body: z.strictObject({}), reply: movedShape }),
  listPublished: route("listPublished", {
    summary: "已公布的名单（名称和日期），登录的人都能看；可以按月看",
    query: z.object({ month }),
    reply: z.object({
      /** The article that makes it public; null where this document makes nothing public. */
      article: z.string().nullable(),
      months: z.array(z.object({ month: z.string(), count: z.number().int() })),
      entries: z.array(z.object({ name: z.string(), listedOn: z.string() })),
    }),
  }),
  exportPublished: route("exportPublished", { summary: "导出已公布的名单（xlsx）", query: z.object({ month }), reply: z.object({}), form: "file" }),
  listListed: route("listListed", {
    summary: "名单内的企业、部门反馈和待复核的提示",
    reply: z.object({
      article: z.string().nullable(),
      firms: z.array(
        z.object({
          caseId: id,
          caseNo: z.string(),
          name: z.string(),
          creditCode: z.string(),
          listedOn: z.string(),
          removedOn: z.string().nullable(),
          news: z.array(z.object({ on: z.string(), by: z.string(), adverse: z.boolean(), says: z.string() })),
          flags: z.array(z.object({ code: z.string(), figures: z.record(z.string(), z.string()), article: z.string().optional() })),
          reviews: z.array(z.object({ on: z.string(), keeps: z.boolean(), reason: z.string(), documentNo: z.string() })),
        }),
      ),
    }),
  }),
  giveFeedback: route("giveFeedback", {
    summary: "部门反馈名单内企业的情况；不利的情况会提示复核",
    body: z.strictObject({ on: dayText, adverse: z.boolean(), says: paragraph(1000) }),
    reply: z.object({ caseId: id, flagged: z.boolean() }),
  }),
  reviewPlace: route("reviewPlace", {
    summary: "复核企业是否留在名单内；移出的从当日起不再算名单内企业",
    body: z.strictObject({ keeps: z.boolean(), reason: paragraph(1000), documentNo: z.string().trim().max(60).default("") }),
    reply: z.object({ caseId: id, removedOn: z.string().nullable() }),
  }),
};
