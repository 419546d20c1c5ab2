/** What the worker will say of the draft, by the same rules on the phone: what is asked, what is wrong, whether it fits. */
import { isIdentityNumber, isMaskedIdentityNumber, normalizeIdentityNumber } from "../../../shared/enterprise/identity-number";
import { parseDate } from "../../../shared/local-date";
import type { Refusal } from "../../../shared/outcome";
import { type AskedYears, askedYears as askedBy } from "../../../shared/process/asked-years";
import { draftFacts } from "../../../shared/process/draft-facts";
import { stepOf } from "../../../shared/process/procedure";
import { readApplication } from "../../../shared/process/read-application";
import { isDocumentKind } from "../../../shared/rule/facts";
import { decideEligibility } from "../../../shared/rule/rule";
import { today } from "../case/due";
import type { Decision, Finding } from "../case/trace";
import { refusalSentence, type ShownRefusal } from "../failure";
import { schemeOf } from "../scheme";
import type { FieldError } from "../ui/errors";
import { DRAFT_WORDS } from "../words/draft";
import type { ApplicationView, Draft } from "./draft-keeper";

export type TaskId = ApplicationView["tasks"][number]["id"];
export const FORM_TASKS = ["enterprise", "people", "figures", "project", "conduct"] as const;
export type FormTask = (typeof FORM_TASKS)[number];

const FIELDS: Record<TaskId, readonly string[]> = {
  enterprise: ["registeredDistrict", "registeredAddress", "registration", "establishedOn", "industry", "activity", "listedProcess"],
  people: ["representativeName", "representativeId", "controllerName", "controllerId", "holders", "affiliates"],
  figures: ["years"],
  project: ["projectDescription", "needAmount", "needPurpose", "needTermMonths", "focusField", "focusProfiles", "focusEvidence"],
  conduct: ["dishonestEnterprise", "dishonestRepresentative", "conduct", "attested", "monthlyStaff", "localStaffPercent"],
  papers: ["papers", "file"],
  submit: ["addressedTo", "consentTruth", "consentPrivacy", "consentBanks"],
};

export const taskOf = (field: string | undefined): TaskId | undefined => {
  const root = field?.split(".")[0] ?? "";
  return (Object.keys(FIELDS) as TaskId[]).find((task) => FIELDS[task].includes(root));
};

const ROWS: Record<string, string> = { holders: "股东", affiliates: "关联企业", conduct: "记录" };

/** What the document asks beside the common form. */
export const entryAsksOf = (schemeId: string) => stepOf(schemeOf(schemeId).admission, "recommend")?.asks ?? [];

/** `years.0.revenue` → `2024 年度营业收入`. */
export function fieldLabel(field: string, draft: Draft): string {
  const [root = "", at, part] = field.split(".");
  if (part === undefined) return DRAFT_WORDS[root] ?? "";
  const year = root === "years" ? draft.years?.[Number(at)]?.fiscalYear : undefined;
  const row = year === undefined ? `${ROWS[root] ?? ""} ${Number(at) + 1} ` : `${year} 年度`;
  return `${row}${DRAFT_WORDS[part] ?? ""}`;
}

const OF_FORM = /^(field_|date_|amount_|consent_|credit_code_|need_invalid)/;

/** A refusal as a line of a summary: what is wrong with the form says which answer is meant. */
export function faultOf(refusal: ShownRefusal, draft: Draft): FieldError {
  const label = refusal.field && OF_FORM.test(refusal.code) ? fieldLabel(refusal.field, draft) : "";
  const sentence = label && refusal.code === "field_required" ? `还没有填${label}。` : `${label ? `${label}：` : ""}${refusalSentence(refusal)}`;
  return {
    message: sentence,
    ...(refusal.field ? { field: refusal.field } : {}),
    ...(refusal.article ? { article: refusal.article } : {}),
  };
}

const shownRefusal = ({ code, figures, cites, field }: Refusal): ShownRefusal => ({
  code,
  figures,
  ...(cites ? { article: cites.article } : {}),
  ...(field ? { field } : {}),
});

/** The fiscal years that are asked for, as the founding day now says. */
export function askedYears(view: ApplicationView, draft: Draft): AskedYears {
  const established = parseDate(draft.establishedOn ?? "");
  const asked = askedBy(schemeOf(view.scheme.id).papers, today(), established.ok ? established.value : undefined);
  return asked.ok ? asked.value : { years: [], young: false };
}

export interface Asked {
  kind: ApplicationView["statements"][number]["kind"];
  says: string;
  article: string;
  fiscalYear?: number;
}

/** Every paper that is asked for, once or once a year. */
export function askedPapers(view: ApplicationView, draft: Draft): Asked[] {
  const { years } = askedYears(view, draft);
  return schemeOf(view.scheme.id).papers.flatMap(({ kind, says, cites, years: yearly }) => {
    const one = { kind, says, article: cites.article };
    return yearly ? years.map((fiscalYear) => ({ ...one, fiscalYear })) : [one];
  });
}

/** One entry for each asked year, in order, so that the place of a year is the place of its fields. */
export const yearsOf = (view: ApplicationView, draft: Draft): NonNullable<Draft["years"]> =>
  askedYears(view, draft).years.map((fiscalYear) => ({ fiscalYear, ...draft.years?.find((year) => year.fiscalYear === fiscalYear) }));

/** Stands for the key that only the worker makes of an identity number. */
const KEY = "settled";
const keyed = (id: string | undefined) => {
  const plain = normalizeIdentityNumber(id ?? "");
  return isIdentityNumber(plain) || isMaskedIdentityNumber(plain) ? KEY : undefined;
};

/** Everything that is wrong with the answers of a task, as the worker would say it on submitting. */
export function formFaults(view: ApplicationView, draft: Draft, task: TaskId): FieldError[] {
  const whole = {
    ...draft,
    years: yearsOf(view, draft),
    representativeKey: keyed(draft.representativeId),
    controllerKey: keyed(draft.controllerId),
    holders: draft.holders?.map((holder) => ({ ...holder, key: keyed(holder.id) })),
  };
  const read = readApplication(whole, view.enterprise, entryAsksOf(view.scheme.id));
  const refusals = read.ok ? [] : read.refusals.filter((refusal) => taskOf(refusal.field) === task);
  const place = (refusal: Refusal) => FIELDS[task].indexOf(refusal.field?.split(".")[0] ?? "");
  return [...refusals].sort((a, b) => place(a) - place(b)).map((refusal) => faultOf(shownRefusal(refusal), whole));
}

/** What only the district's records can say stands as the worker said it last. */
const OF_THE_DISTRICT: readonly (string | undefined)[] = ["one_loan_only", "affiliate_used", "affiliate_suspected", "blacklisted"];

/** The decision as the answers stand now. */
export function liveDecision(view: ApplicationView, draft: Draft): Decision {
  const scheme = schemeOf(view.scheme.id);
  const papers = view.statements.flatMap(({ kind, fiscalYear }) =>
    isDocumentKind(kind) ? [{ kind, ...(fiscalYear === null ? {} : { fiscalYear }) }] : [],
  );
  const facts = { ...draftFacts(draft, papers, today()), creditCode: view.enterprise.creditCode };
  const live = decideEligibility(scheme.rules, facts, "application", today(), scheme.ruleSet);
  const findings = live.findings.map((finding): Finding => {
    const known = view.decision.findings.find((one) => one.rule === finding.rule);
    if (known && finding.verdict === "met" && OF_THE_DISTRICT.includes(known.code)) return known;
    return { ...finding, figures: { ...finding.figures }, cites: { article: finding.cites.article, clauses: [...finding.cites.clauses] } };
  });
  const has = (verdict: Finding["verdict"]) => findings.some((finding) => finding.verdict === verdict);
  const outcome = has("unmet") ? "ineligible" : has("missing") ? "incomplete" : live.outcome;
  return { checkpoint: live.checkpoint, on: live.on, ruleSet: live.ruleSet, outcome, findings };
}

const findingRefusal = (finding: Finding): ShownRefusal => ({
  code: finding.code ?? "fact_missing",
  figures: finding.figures,
  article: finding.cites.article,
  ...(finding.field ? { field: finding.field } : {}),
});

/** What the rules hold against the answers of a task. */
export const ruleFaults = (decision: Decision, task: TaskId, draft: Draft): FieldError[] =>
  decision.findings
    .filter((finding) => finding.verdict === "unmet" && taskOf(finding.field) === task)
    .map((finding) => faultOf(findingRefusal(finding), draft));
