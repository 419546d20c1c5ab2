/** What the enterprise typed, as typed: the same on the phone, in the worker and in its store. */
/** What the enterprise typed, as typed; every field may be absent while the draft is open. */
export interface Draft {
  readonly registeredDistrict?: string;
  readonly registeredAddress?: string;
  readonly registration?: string;
  readonly establishedOn?: string;
  readonly industry?: string;
  readonly activity?: string;
  readonly listedProcess?: string;
  readonly representativeName?: string;
  /** An identity number when typed; the worker keeps only its mask and its key. */
  readonly representativeId?: string;
  readonly representativeKey?: string;
  readonly controllerName?: string;
  readonly controllerId?: string;
  readonly controllerKey?: string;
  readonly holders?: readonly { readonly name?: string; readonly id?: string; readonly key?: string; readonly percent?: string }[];
  readonly affiliates?: readonly { readonly name?: string; readonly creditCode?: string }[];
  readonly years?: readonly { readonly fiscalYear?: number; readonly headcount?: string; readonly revenue?: string; readonly assets?: string }[];
  readonly projectDescription?: string;
  readonly needAmount?: string;
  readonly needPurpose?: string;
  readonly needTermMonths?: string;
  readonly focusField?: string;
  readonly focusProfiles?: readonly string[];
  readonly focusEvidence?: string;
  readonly dishonestEnterprise?: string;
  readonly dishonestRepresentative?: string;
  readonly conduct?: readonly { readonly subject?: string; readonly occurredOn?: string; readonly detail?: string }[];
  /** Yes or no to what the document asks to be vouched for, by its key. */
  readonly attested?: Readonly<Record<string, string>>;
  readonly monthlyStaff?: readonly string[];
  readonly localStaffPercent?: string;
  readonly addressedTo?: string;
  readonly consentTruth?: boolean;
  readonly consentPrivacy?: boolean;
  readonly consentBanks?: boolean;
}

/** The answers that a question with fixed choices takes. */
export const REGISTRATIONS = ["existing", "cancelled", "revoked", "liquidating"] as const;
export const ACTIVITIES = ["finance", "quasi_finance", "real_estate", "private_lending", "other"] as const;
