/** What is known about an enterprise and its need when a rule looks at it. Absent means not yet known; `null` is never used. */
import type { Industry } from "../enterprise/size-class";
import type { LocalDate } from "../local-date";
import type { Fen, Ratio } from "../money";

export const DOCUMENT_KINDS = [
  "business_licence",
  "balance_sheet",
  "income_statement",
  "cash_flow",
  "social_insurance",
  "tax_filings",
  "profile",
  "loan_need",
  "purchase_orders",
  "sales_contracts",
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

/** A loan as it is about to be covered. */
export interface LoanFacts {
  /** One of the document's modes or types of lending. */
  readonly mode: string;
  readonly principal: Fen;
  readonly disbursedOn: LocalDate;
  /** The day of the contract, by which a benchmark rate is read; the day of disbursement where it is not told. */
  readonly contractOn?: LocalDate;
  readonly termMonths?: number;
  readonly rate?: Ratio;
  readonly purpose?: string;
  /** Number of the order on the platform through which it was made. */
  readonly orderNo?: string;
  /** What secures it, by the document's words; an empty list is nothing at all. */
  readonly collateral?: readonly string[];
  readonly counterGuarantee?: readonly string[];
  readonly fees?: readonly { readonly kind: string; readonly rate?: Ratio }[];
  /** Papers and acts of the lender's own file, by the document's words. */
  readonly filed?: readonly string[];
  /** Days of what was done before it, by the document's words. */
  readonly steps?: Readonly<Record<string, LocalDate>>;
  /** How it is paid back, by the document's words. */
  readonly repayment?: string;
  /** Kinds of party that have agreed to let it depart from what holds as a rule. */
  readonly consents?: readonly string[];
  /** Numbers of the papers that the loan stands on, by the document's words. */
  readonly papers?: Readonly<Record<string, string>>;
  /** Its kind, where the document keeps a list of kinds beside its modes. */
  readonly type?: string;
  /** Marks that are kept with the loan and judge nothing, by the document's words. */
  readonly tags?: readonly string[];
  /** Papers that let the loan depart from what holds as a rule, by the limit's id. */
  readonly exceptions?: Readonly<Record<string, string>>;
}

/** An institution that takes part in a loan, as the records show it on the day. */
export interface PartnerFacts {
  readonly kind: string;
  /** Where it is established, e.g. `新疆`. */
  readonly region?: string;
  readonly agreementFrom?: LocalDate;
  readonly agreementUntil?: LocalDate;
  /** What it is certified as, by the document's words, e.g. `reguaranteed`. */
  readonly marks?: readonly string[];
  readonly bannedThrough?: LocalDate;
  readonly terminatedOn?: LocalDate;
}

/** A firm's place on the list of those that may be supported. */
export interface ListedFact {
  readonly listedOn: LocalDate;
  readonly removedOn?: LocalDate;
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
  readonly activity?: "finance" | "quasi_finance" | "real_estate" | "private_lending" | "other";
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
  /** Earlier loans of the firm under the document, each from its disbursement to its end; none is an empty list. */
  readonly support?: readonly { readonly from: LocalDate; readonly until: LocalDate }[];
  readonly bars?: readonly Bar[];
  /** Yes and no to what a document asks to be vouched for, by its key; absent is not answered. */
  readonly attested?: Readonly<Record<string, boolean>>;
  /** Staff at the end of each of the latest months, the oldest first, by social insurance. */
  readonly monthlyStaff?: readonly number[];
  readonly localStaffRatio?: Ratio;
  /** A farm or other entity that counts although it is no firm: whether it claims so, and since when it stands in the directory. */
  readonly directory?: { readonly claimed: boolean; readonly listedOn?: LocalDate };
  readonly listed?: ListedFact;
  /** What excludes the firm for ever. */
  readonly excludedFor?: { readonly conduct: string; readonly verifiedOn: LocalDate };
  readonly loan?: LoanFacts;
  readonly lender?: PartnerFacts;
  readonly guarantor?: PartnerFacts;
  /** Running sums without this loan, in fen, by the words of `Limit.counts`. */
  readonly totals?: Readonly<Record<string, Fen>>;
}
