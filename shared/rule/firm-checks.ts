/** Further questions that documents ask of a firm: its age, its staff, a directory that it stands in, and what it has to vouch for. */
import { Decimal } from "decimal.js";
import { addYears } from "../local-date";
import { isRatio, type Ratio } from "../money";
import type { RefusalCode } from "../refusal-code";
import type { Parameter } from "./parameter";
import type { Answer, Rule } from "./rule";

type Test = Rule["test"];

const MET: Answer = { verdict: "met" };
const missing = (field: string): Answer => ({ verdict: "missing", code: "fact_missing", figures: { field }, field });

/** A yes or no that the document asks to be vouched for; the other answer refuses with its own word. */
export const attested =
  (key: string, wanted: boolean, code: RefusalCode): Test =>
  (facts) => {
    const said = facts.attested?.[key];
    if (said === undefined) return missing(`attested.${key}`);
    return said === wanted ? MET : { verdict: "unmet", code, figures: { given: String(said) }, field: `attested.${key}` };
  };

/** Registered for at least so many years on the day of the application; the anniversary itself is enough (以上 includes). */
export const registeredFor =
  (years: Parameter<number>, code: RefusalCode): Test =>
  ({ establishedOn, appliedOn }, value) => {
    if (!establishedOn) return missing("establishedOn");
    const enoughOn = addYears(establishedOn, value(years));
    const figures = { establishedOn, enoughOn };
    return appliedOn >= enoughOn ? { ...MET, figures } : { verdict: "unmet", code, figures, field: "establishedOn" };
  };

/** Enough staff in every one of the latest months, or a share of local staff: one is enough, or both, as the document is read. */
export const employs =
  (
    jobs: {
      readonly atLeast: Parameter<number>;
      readonly months: Parameter<number>;
      readonly localRatio: Parameter<Ratio>;
      readonly join: Parameter<"or" | "and">;
    },
    code: RefusalCode,
  ): Test =>
  ({ monthlyStaff, localStaffRatio }, value) => {
    if (monthlyStaff === undefined && localStaffRatio === undefined) return missing("monthlyStaff");
    const [atLeast, months, wanted] = [value(jobs.atLeast), value(jobs.months), value(jobs.localRatio)];
    const latest = (monthlyStaff ?? []).slice(-months);
    const byJobs = latest.length === months && latest.every((count) => count >= atLeast);
    // a share of nobody is no share
    const somebody = monthlyStaff === undefined || (monthlyStaff.at(-1) ?? 0) > 0;
    const byRatio = somebody && localStaffRatio !== undefined && isRatio(localStaffRatio) && new Decimal(localStaffRatio).gte(wanted);
    const met = value(jobs.join) === "or" ? byJobs || byRatio : byJobs && byRatio;
    const asked = { atLeast: String(atLeast), localRatio: wanted };
    const figures = { staff: latest.join("、"), ratio: localStaffRatio ?? "—", via: byJobs ? "jobs" : byRatio ? "ratio" : "none", ...asked };
    return met ? { ...MET, figures } : { verdict: "unmet", code, figures, field: "monthlyStaff" };
  };

/** Who claims to count by a directory stands in it on the day of the application. */
export const inDirectory: Test = ({ directory, appliedOn }) => {
  if (!directory?.claimed) return MET;
  return directory.listedOn !== undefined && directory.listedOn <= appliedOn
    ? { ...MET, figures: { listedOn: directory.listedOn } }
    : { verdict: "unmet", code: "not_in_directory", figures: { listedOn: directory.listedOn ?? "—" }, field: "directory" };
};

/** Either the other question is met, or the firm counts by a directory. */
export const orInDirectory =
  (test: Test): Test =>
  (facts, value) =>
    facts.directory?.claimed && inDirectory(facts, value).verdict === "met" ? MET : test(facts, value);
