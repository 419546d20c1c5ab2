/** The shape of every refusal over HTTP (RFC 9457): a code, the figures compared, and the article that says so. */
import { z } from "zod";
import { REFUSAL_CODES } from "../refusal-code";

export const refusalShape = z.object({
  code: z.enum(REFUSAL_CODES),
  figures: z.record(z.string(), z.string()),
  article: z.string().optional(),
  clauses: z.array(z.string()).optional(),
  field: z.string().optional(),
});

export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(REFUSAL_CODES),
  refusals: z.array(refusalShape),
  requestId: z.string(),
});

export type Problem = z.output<typeof problemShape>;
