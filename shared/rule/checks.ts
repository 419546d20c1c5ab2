/** The questions that documents ask of an enterprise, as makers of rules: a scheme names its article and its parameters, the question is the same. */
import { barredThrough, lookbackFrom } from "../calendar/deadline";
import { SIZE_STANDARD, type SizeClass, sizeClass } from "../enterprise/size-class";
import { fiscalYearsAsked } from "../enterprise/statements";
import { fen, yuan } from "../money";
import type { RefusalCode } from "../refusal-code";
import type { DocumentKind, Facts, YearFigures } from "./facts";
import type { Parameter } from "./parameter";
import type { Answer, Rule } from "./rule";

type Test = Rule["test"];

const MET: Answer = { verdict: "met" };
const missing = (field: string): Answer => ({ verdict: "missing", code: "fact_missing", figures: { field }, field });
const unmet = (code: RefusalCode, figures: Readonly<Record<string, string>>, field?: string): Answer => ({
  verdict: "unmet",
  code,
  figures,
  ...(field ? { field } : {}),
});
const warning = (code: RefusalCode, figures: Readonly<Record<string, string>>, field?: string): Answer => ({
  verdict: "warning",
  code,
  figures,
  ...(field ? { field } : {}),
});

/** Registered inside the district: its name stands in the registered district as given. */
export const registeredIn =
  (district: Parameter<string>): Test =>
  ({ registeredDistrict }, value) => {
    if (!registeredDistrict) return missing("registeredDistrict");
    const asked = value(district);
    return registeredDistrict.includes(asked) || asked.replace(/[区县市]$/, "") === registeredDistrict
      ? MET
      : unmet("not_local", { given: registeredDistrict, district: asked }, "registeredDistrict");
  };

/** The same for a place that goes by several names, or by those of its parts. */
export const registeredInAny =
  (places: Parameter<readonly string[]>): Test =>
  ({ registeredDistrict }, value) => {
    if (!registeredDistrict) return missing("registeredDistrict");
    const names = value(places);
    return names.some((name) => registeredDistrict.includes(name))
      ? MET
      : unmet("not_local", { given: registeredDistrict, district: names[0] ?? "" }, "registeredDistrict");
  };

export const validlyExisting: Test = ({ registration }) =>
  registration === undefined ? missing("registration") : registration === "existing" ? MET : unmet("not_existing", { registration }, "registration");

export const hasProject: Test = ({ projectDescription }) =>
  projectDescription?.trim() ? MET : { verdict: "missing", code: "no_project", field: "projectDescription" };

const latest = (years: readonly YearFigures[] | undefined): YearFigures | undefined =>
  [...(years ?? [])].sort((a, b) => b.fiscalYear - a.fiscalYear)[0];

/** Of one of the classes wanted, by the latest complete fiscal year's figures. */
export const sizeAmong =
  (classes: Parameter<readonly SizeClass[]>, code: RefusalCode = "not_sme"): Test =>
  ({ industry, years }, value) => {
    if (!industry) return { verdict: "missing", code: "size_inputs_missing", figures: { missing: "industry" }, field: "industry" };
    const year = latest(years);
    const found = sizeClass({
      industry,
      ...(year?.headcount === undefined ? {} : { headcount: year.headcount }),
      ...(year?.revenue === undefined ? {} : { revenue: year.revenue }),
      ...(year?.assets === undefined ? {} : { assets: year.assets }),
    });
    if (!found.ok) return { verdict: "missing", code: "size_inputs_missing", figures: found.refusals[0]?.figures ?? {}, field: "years" };
    const figures = { industry, size: found.value.class, standard: SIZE_STANDARD, fiscalYear: String(year?.fiscalYear ?? "") };
    return value(classes).includes(found.value.class) ? { ...MET, figures } : unmet(code, figures, "industry");
  };

export const notDishonest =
  (who: "enterprise" | "representative"): Test =>
  ({ dishonestEnterprise, dishonestRepresentative }) => {
    const listed = who === "enterprise" ? dishonestEnterprise : dishonestRepresentative;
    const field = who === "enterprise" ? "dishonestEnterprise" : "dishonestRepresentative";
    if (listed === undefined) return missing(field);
    return listed ? unmet(who === "enterprise" ? "dishonest_enterprise" : "dishonest_legalrep", {}, field) : MET;
  };

/** No major conduct within N years back from the application, the first day of the window included. */
export const cleanConduct =
  (years: Parameter<number>): Test =>
  ({ conduct, appliedOn }, value) => {
    if (conduct === undefined) return missing("conduct");
    const windowFrom = lookbackFrom(appliedOn, value(years));
    const record = conduct
      .filter((one) => one.major && one.occurredOn >= windowFrom && one.occurredOn <= appliedOn)
      .sort((a, b) => (a.occurredOn < b.occurredOn ? 1 : -1))[0];
    return record
      ? unmet("major_violation", { windowFrom, occurredOn: record.occurredOn, detail: record.detail, subject: record.subject }, "conduct")
      : { ...MET, figures: { windowFrom } };
  };

/** The declared need against its inclusive limit, in fen. */
export const needWithin =
  (max: Parameter<number>): Test =>
  ({ need }, value) => {
    if (need === undefined) return missing("needAmount");
    if (need <= 0) return unmet("need_invalid", { given: yuan(need) }, "needAmount");
    const limit = fen(value(max));
    return need <= limit
      ? { ...MET, figures: { need: yuan(need), limit: yuan(limit) } }
      : unmet("need_over_cap", { need: yuan(need), limit: yuan(limit) }, "needAmount");
  };

export const firstLoanOfFirm: Test = ({ ownLoans }) => {
  const used = ownLoans?.[0];
  if (ownLoans === undefined) return MET;
  return used ? unmet("one_loan_only", { disbursedOn: used.disbursedOn, name: used.name }) : MET;
};

/** No loan in the group; a link that is only suspected is a warning for manual review. */
export const firstLoanOfGroup: Test = ({ groupLoans, suspectedTies }) => {
  const used = groupLoans?.[0];
  if (used) return unmet("affiliate_used", { name: used.name, disbursedOn: used.disbursedOn, path: used.path });
  const suspected = suspectedTies?.[0];
  return suspected ? warning("affiliate_suspected", { name: suspected.name, path: suspected.path }) : MET;
};

export const activityOutside =
  (excluded: Parameter<readonly string[]>, code: RefusalCode = "excluded_industry"): Test =>
  ({ activity, industry }, value) => {
    if (activity === undefined) return missing("activity");
    const lines = value(excluded);
    if (industry === "real_estate_development" && lines.includes("real_estate")) return unmet(code, { activity: "real_estate" }, "industry");
    return lines.includes(activity) ? unmet(code, { activity }, "activity") : MET;
  };

/** No process or equipment in the exit catalogue; the edition looked at is kept with the answer. */
export const processAllowed =
  (edition: Parameter<string>): Test =>
  ({ listedProcess }, value) =>
    listedProcess === undefined
      ? missing("listedProcess")
      : listedProcess
        ? unmet("obsolete_process", { edition: value(edition) }, "listedProcess")
        : { ...MET, figures: { edition: value(edition) } };

/** Inside the focus fields; outside is a warning where the reading is priority, a refusal where it is a filter. */
export const inFocus =
  (fields: Parameter<readonly string[]>, mode: Parameter<"priority" | "filter">): Test =>
  ({ focusField }, value) => {
    if (focusField && value(fields).includes(focusField)) return MET;
    const answer = { given: focusField || "—" };
    return value(mode) === "priority" ? warning("not_focus_sector", answer, "focusField") : unmet("not_focus_sector", answer, "focusField");
  };

export const hasProfile =
  (profiles: Parameter<readonly string[]>): Test =>
  ({ focusProfiles }, value) =>
    focusProfiles?.some((profile) => value(profiles).includes(profile)) ? MET : warning("no_focus_profile", {}, "focusProfiles");

const has = (papers: Facts["papers"], kind: DocumentKind, fiscalYear?: number) =>
  papers?.some((paper) => paper.kind === kind && (fiscalYear === undefined || paper.fiscalYear === fiscalYear)) ?? false;

export const paperGiven =
  (kind: DocumentKind): Test =>
  ({ papers }) =>
    has(papers, kind) ? MET : { verdict: "missing", code: "doc_missing", figures: { kind }, field: `papers.${kind}` };

/** Every part for every one of the latest complete fiscal years; a firm younger than that gives what exists, with a warning for manual review. */
export const statementsGiven =
  (parts: readonly DocumentKind[], years: Parameter<number>): Test =>
  ({ papers, appliedOn, establishedOn }, value) => {
    const asked = fiscalYearsAsked(appliedOn, establishedOn, value(years));
    const absent = asked.years.flatMap((year) => parts.filter((part) => !has(papers, part, year)).map((part) => `${year}:${part}`));
    if (absent.length > 0)
      return { verdict: "missing", code: "doc_missing", figures: { kind: "financials", missing: absent.join(",") }, field: "papers.financials" };
    return asked.young ? warning("young_enterprise", { years: asked.years.join(","), establishedOn: establishedOn ?? "" }) : MET;
  };

/** Not listed within N years, nor since it applied; the figures carry the first day on which it may apply again. */
export const notBarred =
  (years: Parameter<number>): Test =>
  ({ bars, appliedOn }, value) => {
    const bar = (bars ?? []).map((one) => ({ ...one, ...barredThrough(one.listedOn, value(years)) })).find((one) => appliedOn <= one.blockedThrough);
    return bar
      ? unmet("blacklisted", { subject: bar.subject, listedOn: bar.listedOn, blockedThrough: bar.blockedThrough, firstAllowedOn: bar.firstAllowedOn })
      : MET;
  };
