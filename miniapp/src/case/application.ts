/** The application in a case's view, typed, and the facts that the phone can put to the rules for a preview. */
import type { CaseView } from "../../../shared/contract/case";
import type { Industry } from "../../../shared/enterprise/size-class";
import type { LocalDate } from "../../../shared/local-date";
import { parseYuan } from "../../../shared/money";
import { type ConductRecord, type Facts, isDocumentKind, type MechanismUse } from "../../../shared/rule/facts";
import { type Checkpoint, decideEligibility } from "../../../shared/rule/rule";
import { schemeOf } from "../scheme";
import { today } from "./due";
import type { Decision } from "./trace";

export interface ShownApplication {
  readonly registeredDistrict: string;
  readonly registeredAddress: string;
  readonly registration: NonNullable<Facts["registration"]>;
  readonly establishedOn: string;
  readonly industry: Industry;
  readonly activity: NonNullable<Facts["activity"]>;
  readonly listedProcess: boolean;
  readonly representative: { readonly name: string; readonly masked: string };
  readonly controller: { readonly name: string; readonly masked: string };
  readonly holders: readonly { readonly kind: "person" | "firm"; readonly name: string; readonly share: string }[];
  readonly affiliates: readonly { readonly id: string; readonly name: string }[];
  /** Money in yuan. */
  readonly years: readonly {
    readonly fiscalYear: number;
    readonly headcount?: number;
    readonly revenue: string | null;
    readonly assets: string | null;
  }[];
  readonly project: string;
  readonly need: { readonly amount: string; readonly purpose: string; readonly termMonths: number };
  readonly focus: { readonly field: string; readonly profiles: readonly string[]; readonly evidence: string };
  readonly dishonestEnterprise: boolean;
  readonly dishonestRepresentative: boolean;
  readonly conduct: readonly { readonly subject: "enterprise" | "representative"; readonly occurredOn: string; readonly detail: string }[];
  /** What the document has a firm say of itself beyond that. */
  readonly answers?: Pick<Facts, "attested" | "monthlyStaff" | "localStaffRatio" | "directory">;
}

export const applicationOf = (view: CaseView): ShownApplication | undefined => view.application as ShownApplication | undefined;

const fenOf = (text: string | null) => {
  const read = parseYuan(text ?? "");
  return read.ok ? read.value : undefined;
};

/** What this phone knows of the firm; loans of the district and bars are known to the worker alone. */
export function factsOfView(view: CaseView): Facts | undefined {
  const application = applicationOf(view);
  if (!application) return undefined;
  const applied = view.timeline.find((event) => event.type === "application_submitted")?.on ?? view.since ?? today();
  const { amount } = application.need;
  return {
    appliedOn: applied as LocalDate,
    papers: view.statements.flatMap(({ kind, fiscalYear }) => (isDocumentKind(kind) ? [{ kind, ...(fiscalYear ? { fiscalYear } : {}) }] : [])),
    creditCode: view.enterprise.creditCode,
    registeredDistrict: application.registeredDistrict,
    registration: application.registration,
    establishedOn: application.establishedOn as LocalDate,
    projectDescription: application.project,
    industry: application.industry,
    years: application.years.map(({ fiscalYear, headcount, revenue, assets }) => ({
      fiscalYear,
      ...(headcount === undefined ? {} : { headcount }),
      ...(fenOf(revenue) === undefined ? {} : { revenue: fenOf(revenue) }),
      ...(fenOf(assets) === undefined ? {} : { assets: fenOf(assets) }),
    })) as Facts["years"],
    activity: application.activity,
    listedProcess: application.listedProcess,
    dishonestEnterprise: application.dishonestEnterprise,
    dishonestRepresentative: application.dishonestRepresentative,
    conduct: application.conduct.map((record): ConductRecord => ({ ...record, occurredOn: record.occurredOn as LocalDate, major: true })),
    ...(fenOf(amount) === undefined ? {} : { need: fenOf(amount) }),
    focusField: application.focus.field,
    focusProfiles: application.focus.profiles,
    ...application.answers,
  } as Facts;
}

export interface Preview {
  /** Without the rules that only the district's records can answer. */
  decision: Decision;
  /** Names of those rules. */
  byRecords: readonly string[];
}

/** What the worker will say at a checkpoint today, as far as this phone can know. */
export function previewOf(view: CaseView, facts: Facts, checkpoint: Checkpoint): Preview {
  const scheme = schemeOf(view.scheme.id);
  const decide = (some: Facts) => decideEligibility(scheme.rules, some, checkpoint, today(), scheme.ruleSet);
  const decision = decide(facts);
  // A rule that a made-up loan or bar would turn is one that needs the records.
  const use: MechanismUse = { creditCode: "", name: "", disbursedOn: facts.appliedOn, path: "" };
  const probed = decide({ ...facts, ownLoans: [use], groupLoans: [use], bars: [{ listedOn: facts.appliedOn, subject: "" }] });
  const turned = new Set(probed.findings.filter((each, at) => each.verdict !== decision.findings[at]?.verdict).map((each) => each.rule));
  const findings = decision.findings.filter((each) => !turned.has(each.rule));
  const byRecords = decision.findings.filter((each) => turned.has(each.rule)).map((each) => each.says);
  return { decision: { ...decision, findings } as unknown as Decision, byRecords };
}
