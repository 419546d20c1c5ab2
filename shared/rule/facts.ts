/** What is known about an enterprise and its need when a rule looks at it. Absent means not yet known; `null` is never used. */
import type { Industry } from "../enterprise/size-class";
import type { LocalDate } from "../local-date";
import type { Fen } from "../money";

export const DOCUMENT_KINDS = [
  "business_licence",
  "balance_sheet",
  "income_statement",
  "cash_flow",
  "social_insurance",
  "tax_filings",
  "profile",
  "loan_need",
  "other",
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const isDocumentKind = (kind: string): kind is DocumentKind => (DOCUMENT_KINDS as readonly string[]).includes(kind);

export interface PaperFact {
  readonly kind: DocumentKind;
  readonly fiscalYear?: number;
}

/** One year as entered beside the statements. */
export interface YearFigures {
  readonly fiscalYear: number;
  readonly headcount?: number;
  readonly revenue?: Fen;
  readonly assets?: Fen;
}

export interface ConductRecord {
  readonly subject: "enterprise" | "representative";
  readonly occurredOn: LocalDate;
  readonly detail: string;
  /** Whether the one who recorded it holds it to be major; the basis is in `detail` (reading YQ-A23). */
  readonly major: boolean;
}

/** A loan or an affiliate's loan that already used the mechanism. */
export interface MechanismUse {
  readonly creditCode: string;
  readonly name: string;
  readonly disbursedOn: LocalDate;
  /** How the two firms are linked, in Chinese; empty for the firm's own loan. */
  readonly path: string;
}

export interface SuspectedTie {
  readonly name: string;
  readonly path: string;
}

export interface Bar {
  readonly listedOn: LocalDate;
  readonly subject: string;
}

export interface Facts {
  /** The day the application was made, or today for a preview. */
  readonly appliedOn: LocalDate;
  readonly creditCode?: string;
  readonly registeredDistrict?: string;
  readonly registration?: "existing" | "cancelled" | "revoked" | "liquidating";
  readonly establishedOn?: LocalDate;
  readonly projectDescription?: string;
  readonly industry?: Industry;
  readonly years?: readonly YearFigures[];
  /** What the business is in, for the exclusions. */
  readonly activity?: "finance" | "quasi_finance" | "real_estate" | "other";
  /** Whether processes or equipment stand in the city's exit catalogue, and the catalogue's edition that was looked at. */
  readonly listedProcess?: boolean;
  readonly catalogueEdition?: string;
  readonly dishonestEnterprise?: boolean;
  readonly dishonestRepresentative?: boolean;
  readonly conduct?: readonly ConductRecord[];
  readonly need?: Fen;
  readonly focusField?: string;
  readonly focusProfiles?: readonly string[];
  readonly papers?: readonly PaperFact[];
  /** Loans under the mechanism by the firm itself and by its group; `undefined` before the district's records were asked. */
  readonly ownLoans?: readonly MechanismUse[];
  readonly groupLoans?: readonly MechanismUse[];
  readonly suspectedTies?: readonly SuspectedTie[];
  readonly bars?: readonly Bar[];
}
