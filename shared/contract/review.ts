/** Joint review and the higher authority: meetings, panels, sealed ballots, results. */
import { z } from "zod";
import { caseRow, orgShape, seatShape } from "./case";
import { route } from "./contract";
import { movedShape } from "./screening";
import { dayText, id, line, paragraph } from "./text";

export const meetingShape = z.object({
  id,
  title: z.string(),
  heldOn: z.string(),
  place: z.string(),
  agenda: z.number().int(),
  open: z.number().int(),
});

/** What a panel meets about: a firm's rating, or the claim for a loan that it rated. */
export const REVIEW_ABOUT = ["rating", "claim"] as const;
const about = z.enum(REVIEW_ABOUT);

export const reviewRoutes = {
  listMeetings: route("listMeetings", {
    summary: "联审会议列表（新的在前）；季度末有待审案件却没有开会时提示",
    query: z.object({ cursor: z.string().max(100).optional() }),
    reply: z.object({
      meetings: z.array(meetingShape),
      next: z.string().nullable(),
      overdue: z.object({ quarter: z.string(), waiting: z.number().int(), article: z.string() }).nullable(),
    }),
  }),
  convokeMeeting: route("convokeMeeting", {
    summary: "召集一次联审会议",
    body: z.strictObject({ title: line(80), heldOn: dayText, place: line(80) }),
    reply: z.object({ meetingId: id }),
  }),
  getMeeting: route("getMeeting", {
    summary: "会议议程：每个案件、评审单位和进度",
    reply: z.object({
      meeting: meetingShape,
      agenda: z.array(
        z.object({
          about,
          case: caseRow,
          seats: z.array(seatShape),
          round: z.number().int(),
          /** `decided`, `deferred`, or `dropped` for a claim that was taken or sent back during its ballot. */
          result: z.string().nullable(),
        }),
      ),
      waiting: z.array(caseRow.extend({ about })),
      units: z.array(orgShape.extend({ people: z.array(z.object({ personId: id, name: z.string(), title: z.string() })) })),
    }),
  }),
  scheduleReview: route("scheduleReview", {
    summary: "把案件排入会议并确定评审单位和委派人",
    body: z.strictObject({
      meetingId: id,
      seats: z
        .array(z.strictObject({ orgId: id, personId: id }))
        .min(1)
        .max(15),
    }),
    reply: movedShape.extend({
      obstacles: z.array(z.object({ code: z.string(), figures: z.record(z.string(), z.string()), article: z.string().optional() })),
    }),
  }),
  recuse: route("recuse", { summary: "本单位回避，写明理由", body: z.strictObject({ reason: paragraph(500) }), reply: movedShape }),
  openBallot: route("openBallot", { summary: "开始表决：单位齐全且为奇数才能开始", body: z.strictObject({}), reply: movedShape }),
  castBallot: route("castBallot", {
    summary: "投票：一个单位一票，封存到表决结束",
    body: z.strictObject({ choice: z.string().min(1).max(40), reason: paragraph(1000) }),
    reply: movedShape,
  }),
  closeBallot: route("closeBallot", {
    summary: "结束表决并计票；全部投票后才能结束，系统不代选",
    body: z.strictObject({ recoveryOwner: id }),
    reply: movedShape.extend({
      result: z.enum(["decided", "revote", "deferred"]),
      choice: z.string().optional(),
      counts: z.record(z.string(), z.number().int()),
    }),
  }),
};

export const approvalRoutes = {
  approveCase: route("approveCase", {
    summary: "审定：填写同意的文号（联席会议的，是已登记决定的文号）",
    body: z.strictObject({ documentNo: line(60) }),
    reply: movedShape.extend({ slot: z.object({ year: z.number().int(), usedAfter: z.number().int(), max: z.number().int() }).nullable() }),
  }),
  refuseApproval: route("refuseApproval", {
    summary: "不同意，退回上一环节并写明理由",
    body: z.strictObject({ documentNo: line(60), reason: paragraph(1000) }),
    reply: movedShape,
  }),
};
