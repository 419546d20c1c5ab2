/** What a document obliges those around a loan to do: entered when it was done, shown with its window. */
import { z } from "zod";
import { route } from "./contract";
import { fileMovedShape } from "./loan-life";
import { dayText, line, paragraph } from "./text";

export const obligationShape = z.object({
  id: z.string(),
  says: z.string(),
  article: z.string(),
  /** Kinds of organisation that owe it. */
  by: z.array(z.string()),
  state: z.enum(["done", "open", "late", "ahead"]),
  /** Done, but after its last day. */
  tooLate: z.boolean(),
  opensOn: z.string().optional(),
  closesOn: z.string().optional(),
  provisional: z.boolean(),
  needed: z.number().int(),
  ways: z.array(z.string()),
  paper: z.boolean(),
  /** What cannot go on without it. */
  gates: z.array(z.enum(["claim", "payment", "write_off"])),
  /** Another that has to be done first. */
  after: z.string().optional(),
  done: z.array(
    z.object({
      on: z.string(),
      way: z.string().optional(),
      detail: z.string(),
      documentNo: z.string().optional(),
      anchoredOn: z.string().optional(),
    }),
  ),
  /** The viewer's own organisation may enter it. */
  mine: z.boolean(),
});

export const obligationRoutes = {
  fulfilObligation: route("fulfilObligation", {
    summary: "登记一件已办的事：贷款备案、催收、提示、告知等，写明日期、方式和情况",
    body: z.strictObject({
      obligation: z.string().min(1).max(40),
      on: dayText,
      way: z.string().min(1).max(40).optional(),
      detail: paragraph(1000),
      documentNo: line(60).optional(),
    }),
    reply: fileMovedShape,
  }),
};
