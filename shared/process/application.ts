/** An application as it was read from a finished draft, and the facts that rules ask of it. */
import type { Industry } from "../enterprise/size-class";
import type { LocalDate } from "../local-date";
import type { Fen, Ratio } from "../money";
import type { ConductRecord, Facts, PaperFact, YearFigures } from "../rule/facts";

export interface PersonRef {
  readonly name: string;
  /** A keyed hash of the identity number: the same person has the same key. */
  readonly key: string;
  readonly masked: string;
}

export interface Holder {
  readonly kind: "person" | "firm";
  readonly id: string;
  readonly name: string;
  readonly share: Ratio;
}

export interface Application {
  readonly creditCode: string;
  readonly name: string;
  readonly registeredDistrict: string;
  readonly registeredAddress: string;
  readonly registration: NonNullable<Facts["registration"]>;
  readonly establishedOn: LocalDate;
  readonly industry: Industry;
  readonly activity: NonNullable<Facts["activity"]>;
  readonly listedProcess: boolean;
  readonly representative: PersonRef;
  readonly controller: PersonRef;
  readonly holders: readonly Holder[];
  readonly affiliates: readonly { readonly id: string; readonly name: string }[];
  readonly years: readonly YearFigures[];
  readonly project: string;
  readonly need: { readonly amount: Fen; readonly purpose: string; readonly termMonths: number };
  readonly focus: { readonly field: string; readonly profiles: readonly string[]; readonly evidence: string };
  readonly dishonestEnterprise: boolean;
  readonly dishonestRepresentative: boolean;
  readonly conduct: readonly ConductRecord[];
  /** What a document asks besides: what has to be vouched for, staff by month, a directory. */
  readonly answers?: Pick<Facts, "attested" | "monthlyStaff" | "localStaffRatio" | "directory">;
}

/** The facts of an application as it was read, with the papers on file. */
export const applicationFacts = (application: Application, papers: readonly PaperFact[], appliedOn: LocalDate): Facts => ({
  appliedOn,
  papers,
  creditCode: application.creditCode,
  registeredDistrict: application.registeredDistrict,
  registration: application.registration,
  establishedOn: application.establishedOn,
  projectDescription: application.project,
  industry: application.industry,
  years: application.years,
  activity: application.activity,
  listedProcess: application.listedProcess,
  dishonestEnterprise: application.dishonestEnterprise,
  dishonestRepresentative: application.dishonestRepresentative,
  conduct: application.conduct,
  need: application.need.amount,
  focusField: application.focus.field,
  focusProfiles: application.focus.profiles,
  ...application.answers,
});
