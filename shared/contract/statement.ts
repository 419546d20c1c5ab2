/** The files of a case: statements, licences, minutes; what was read out of a spreadsheet comes back with the receipt. */
import { z } from "zod";
import { route } from "./contract";
import { id, instant } from "./text";

export const STATEMENT_KINDS = [
  "business_licence",
  "balance_sheet",
  "income_statement",
  "cash_flow",
  "social_insurance",
  "tax_filings",
  "loan_need",
  "profile",
  "purchase_orders",
  "sales_contracts",
  "agreement",
  "gov_document",
  "npl_application",
  "loan_arrival",
  "policy",
  "premium_proof",
  "legal_proof",
  "compensation_application",
  "loan_contract",
  "loss_table",
  "recovery_measures",
  "sharing_proof",
  "other",
] as const;

export const statementKind = z.enum(STATEMENT_KINDS, "statement_kind_invalid");

export const statementShape = z.object({
  statementId: id,
  caseId: id,
  kind: statementKind,
  fiscalYear: z.number().int().nullable(),
  filename: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  uploadedAt: instant,
});

/** A figure's place in a spreadsheet: its label as printed, row and column of its number from 0. */
export const readAtShape = z.object({ figure: z.string(), label: z.string(), row: z.number().int(), col: z.number().int() });

export const statementRoutes = {
  uploadStatement: route("uploadStatement", {
    summary: "上传一份材料（pdf、jpg、png、xlsx），表单字段在前，文件字段名为 file",
    form: "multipart",
    body: z.strictObject({
      caseId: id,
      kind: statementKind,
      fiscalYear: z
        .string()
        .regex(/^(?:19|20|21)\d{2}$/, "field_invalid")
        .optional(),
      filename: z.string().max(1000, "field_too_long").optional(),
    }),
    reply: statementShape.extend({
      /** True when the same bytes were already there for this case and kind. */
      existing: z.boolean(),
      /** Figures read from a spreadsheet, yuan as text, and where each was found. */
      figures: z.record(z.string(), z.string()).optional(),
      at: z.array(readAtShape).optional(),
    }),
  }),
  listStatements: route("listStatements", { summary: "一件申请的材料清单", reply: z.object({ statements: z.array(statementShape) }) }),
  downloadStatement: route("downloadStatement", { summary: "下载一份材料", form: "file", reply: z.string() }),
};
