/** Agreements with partner institutions. */
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const agreement = sqliteTable("agreement", {
  id: text("id").primaryKey(),
  orgId: text("org_id").notNull(),
  schemeId: text("scheme_id").notNull(),
  signedOn: text("signed_on").notNull(),
  validFrom: text("valid_from").notNull(),
  validUntil: text("valid_until").notNull(),
  selectionProcedure: text("selection_procedure").notNull(),
  selectedOn: text("selected_on").notNull(),
  selectionDocument: text("selection_document").notNull(),
  duties: text("duties").notNull(),
  compensationTerms: text("compensation_terms").notNull(),
  recoveryTerms: text("recovery_terms").notNull(),
  lowThreshold: integer("low_threshold", { mode: "boolean" }).notNull(),
  minRate: text("min_rate"),
  productInnovation: integer("product_innovation", { mode: "boolean" }).notNull(),
  maxRatio: text("max_ratio"),
  licenceType: text("licence_type"),
  licenceUntil: text("licence_until"),
  recordedBy: text("recorded_by").notNull(),
  recordedAt: integer("recorded_at").notNull(),
});

export type Agreement = Omit<typeof agreement.$inferSelect, "schemeId" | "recordedBy" | "recordedAt">;
