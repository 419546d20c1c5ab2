/** A body of several authorities: what it decided, entered by its convenor. */
import { z } from "zod";
import { route } from "./contract";
import { dayText, id, line, paragraph } from "./text";

export const conferenceDecisionShape = z.object({
  id,
  topic: z.string(),
  topicSays: z.string(),
  article: z.string(),
  documentNo: z.string(),
  decidedOn: z.string(),
  from: z.string(),
  subject: z.string(),
  says: z.string(),
  present: z.array(z.string()),
});

export const conferenceRoutes = {
  listDecisions: route("listDecisions", {
    summary: "联席会议的决定，以及文件列明的成员单位和议题",
    query: z.object({ topic: z.string().max(40).optional() }),
    reply: z.object({
      topics: z.array(z.object({ id: z.string(), says: z.string(), article: z.string() })),
      members: z.array(z.object({ role: z.string(), kind: z.string(), name: z.string() })),
      decisions: z.array(conferenceDecisionShape),
    }),
  }),
  recordDecision: route("recordDecision", {
    summary: "召集单位登记联席会议的一项决定：议题、文号、日期、参加单位",
    body: z.strictObject({
      topic: z.string().min(1).max(40),
      documentNo: z.string().trim().max(60),
      decidedOn: dayText,
      from: dayText,
      subject: z.string().trim().max(200).default(""),
      says: paragraph(2000),
      roster: z.array(id).max(60),
    }),
    reply: z.object({ decisionId: id, documentNo: line(60) }),
  }),
};
