/** The only file that touches agreements. */
import { and, asc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import type { LocalDate } from "../../shared/local-date";
import { orm, type Query, read, statement } from "../database";
import { type Agreement, agreement } from "./tables";

const COLUMNS = {
  id: agreement.id,
  orgId: agreement.orgId,
  signedOn: agreement.signedOn,
  validFrom: agreement.validFrom,
  validUntil: agreement.validUntil,
  selectionProcedure: agreement.selectionProcedure,
  selectedOn: agreement.selectedOn,
  selectionDocument: agreement.selectionDocument,
  duties: agreement.duties,
  compensationTerms: agreement.compensationTerms,
  recoveryTerms: agreement.recoveryTerms,
  lowThreshold: agreement.lowThreshold,
  minRate: agreement.minRate,
  productInnovation: agreement.productInnovation,
  maxRatio: agreement.maxRatio,
  licenceType: agreement.licenceType,
  licenceUntil: agreement.licenceUntil,
};

/** Those of one organisation, or of the whole scheme, newest last. */
export const agreementsQuery = (db: D1Database, schemeId: string, orgId?: SQL | string): Query<Agreement> =>
  read(
    db,
    orm(db)
      .select(COLUMNS)
      .from(agreement)
      .where(and(eq(agreement.schemeId, schemeId), orgId === undefined ? undefined : eq(agreement.orgId, orgId)))
      .orderBy(asc(agreement.validFrom), asc(agreement.id))
      .limit(500),
  );

/** Agreements in force on a day (二（六）), both ends included. */
export const agreementsInForceQuery = (db: D1Database, schemeId: string, on: LocalDate): Query<Agreement> =>
  read(
    db,
    orm(db)
      .select(COLUMNS)
      .from(agreement)
      .where(and(eq(agreement.schemeId, schemeId), lte(agreement.validFrom, on), gte(agreement.validUntil, on)))
      .orderBy(asc(agreement.orgId), asc(agreement.validFrom))
      .limit(500),
  );

/** The day on which each institution signed its first agreement: a deal from before it is an earlier one (六). */
export const firstSignedQuery = (db: D1Database, schemeId: string): Query<{ orgId: string; on: string }> =>
  read(
    db,
    orm(db)
      .select({ orgId: agreement.orgId, on: sql<string>`MIN(${agreement.signedOn})`.as("on") })
      .from(agreement)
      .where(eq(agreement.schemeId, schemeId))
      .groupBy(agreement.orgId),
  );

export const firstSignedOn = (signed: readonly { readonly orgId: string; readonly on: string }[], orgId: string): LocalDate | undefined =>
  signed.find((one) => one.orgId === orgId)?.on as LocalDate | undefined;

export const insertAgreement = (db: D1Database, row: typeof agreement.$inferInsert): D1PreparedStatement =>
  statement(db, orm(db).insert(agreement).values(row));
