/** The ops of worked examples about days: due dates, bars, half-years, the life of a scheme. */
import { barredThrough, type Deadline, dueOn, halfYearOf } from "../calendar/deadline";
import { stateCouncil, type WorkCalendar } from "../calendar/working-day";
import { cite } from "../citation";
import { openForBusiness } from "../process/act";
import { stepOf } from "../process/procedure";
import { coolOff } from "../process/push-history";
import { countOf, dateOf, type Given, must, type Op, part, partsOf, textOf } from "./worked-given";

/** The published calendar, or as much of it as the example lets be known. */
const calendarOf = (given: Given): WorkCalendar =>
  stateCouncil("calendarThrough" in partsOf(given, "config") ? { through: dateOf(partsOf(given, "config"), "calendarThrough") } : {});

function due(given: Given, length: Deadline["length"], rollover: "next_working_day" | "none") {
  const limit: Deadline = { id: "given", cites: cite("—", "G-04"), anchor: "given", length, rollover, onMiss: "flag", says: "" };
  const { date, raw, provisional } = dueOn(limit, dateOf(given, "anchor"), calendarOf(given));
  return provisional ? { rawDeadline: raw, deadline: null, provisional: date, error: "calendar_unknown" } : { rawDeadline: raw, deadline: date };
}

const addWorkdays: Op = (_, given) => due(given, { workdays: countOf(given, "workdays") }, "none");

const addDays: Op = (_, given) =>
  due(given, { days: countOf(given, "days") }, textOf(partsOf(given, "config"), "rollover") === "none" ? "none" : "next_working_day");

/** Counted back; such a limit never rolls. */
function back(given: Given, length: Deadline["length"]) {
  const limit: Deadline = {
    id: "given",
    cites: cite("—", "G-04"),
    anchor: "given",
    length,
    direction: "before",
    rollover: "none",
    onMiss: "flag",
    says: "",
  };
  const { date, provisional } = dueOn(limit, dateOf(given, "anchor"), calendarOf(given));
  return provisional ? { date: null, provisional: date, error: "calendar_unknown" } : { date };
}

const subWorkdays: Op = (_, given) => back(given, { workdays: countOf(given, "workdays") });

const subDays: Op = (_, given) => back(given, { days: countOf(given, "days") });

const cooldown: Op = (scheme, given) => coolOff(part(stepOf(scheme.admission, "push")), dateOf(given, "secondPushOn"));

const addYearsBar: Op = (_, given) => barredThrough(dateOf(given, "anchor"), countOf(given, "years"));

/** The day asked about is that of an application, of a new loan, or any. */
const ASKED_ON = ["applicationOn", "newLoanOn", "onDate"] as const;
const inForce: Op = (scheme, given) => ({
  ok: must(openForBusiness(scheme, dateOf(given, ASKED_ON.find((key) => key in given) ?? ASKED_ON[0]))),
});

const batch: Op = (_, given) => ({ batch: halfYearOf(dateOf(given, "filedOn")).name });

export const DAY_OPS: Readonly<Record<string, Op>> = { addWorkdays, addDays, subWorkdays, subDays, cooldown, addYearsBar, inForce, batch };
