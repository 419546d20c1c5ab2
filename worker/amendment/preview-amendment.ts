/** What would have been otherwise on the district's cases so far if a number had been another from the document's first day on: some cases at a time, with running sums. */
import { stateCouncil } from "../../shared/calendar/working-day";
import { api } from "../../shared/contract/api";
import { type Fen, fen, minus, plus, yuan, ZERO } from "../../shared/money";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import type { Typed } from "../../shared/rule/typed-value";
import { caseOtherwise, type Difference, type Otherwise, readOtherwise, sumOf } from "../../shared/schemes/counterfactual";
import { parseJson } from "../incoming";
import { reply, verb } from "../verb";
import { numberOf, valueGiven } from "./asked";
import { beyondOf, pausesOtherwise, turnsOn } from "./pauses";
import { casesAfterQuery, casesCountQuery, eventsAfterQuery, type PreviewedCase } from "./preview-store";
import { previewSums, previewSumsQueries } from "./preview-sums";
import { toldOf } from "./preview-told";

const PAGE = 50;

/** Where the page before ended, and what it and those before it had come to. */
interface Place {
  readonly year: number;
  readonly serial: number;
  readonly looked: number;
  readonly changed: number;
  readonly uncounted: number;
  readonly sums: readonly [Fen, Fen, Fen, Fen];
}
const START: Place = { year: 0, serial: 0, looked: 0, changed: 0, uncounted: 0, sums: [ZERO, ZERO, ZERO, ZERO] };

function placeOf(after: string | undefined): Outcome<Place> {
  if (after === undefined) return accept(START);
  if (!/^\d{1,15}(?:\.\d{1,15}){8}$/.test(after)) return refuse("field_invalid", { given: after.slice(0, 40) }, undefined, "after");
  const [year = 0, serial = 0, looked = 0, changed = 0, uncounted = 0, ...sums] = after.split(".").map(Number);
  return accept({ year, serial, looked, changed, uncounted, sums: sums.map(fen) as unknown as Place["sums"] });
}

const textOf = ({ year, serial, looked, changed, uncounted, sums }: Place): string => [year, serial, looked, changed, uncounted, ...sums].join(".");

function after(place: Place, last: PreviewedCase | undefined, found: readonly Otherwise[]): Place {
  const all = found.flatMap(({ differences }) => differences);
  const [amounts, returns] = [sumOf(all, "amount"), sumOf(all, "return")];
  const [a, b, c, d] = place.sums;
  return {
    year: last?.year ?? place.year,
    serial: last?.serial ?? place.serial,
    looked: place.looked + found.length,
    changed: place.changed + found.filter(({ differences }) => differences.length > 0).length,
    uncounted: place.uncounted + found.filter(({ unknown }) => unknown.length > 0).length,
    sums: [plus(a, amounts.before), plus(b, amounts.after), plus(c, returns.before), plus(d, returns.after)],
  };
}

const named = ({ id, no, enterprise_name }: PreviewedCase) => ({ caseId: id, caseNo: no, name: enterprise_name });
function changeOf(before: Fen, after: Fen): { readonly is: "more" | "less"; readonly amount: string } | null {
  if (before === after) return null;
  return after > before ? { is: "more", amount: yuan(minus(after, before)) } : { is: "less", amount: yuan(minus(before, after)) };
}

const twoSums = (before: Fen, after: Fen) => ({ before: yuan(before), after: yuan(after), change: changeOf(before, after) });
const shownDifference = ({ money, ...difference }: Difference) => ({ ...difference, change: money ? changeOf(money.before, money.after) : null });

export const previewAmendment = verb(api.previewAmendment, {
  load: (ctx) => {
    const { db, schemeId, query } = ctx;
    const place = placeOf(query.after);
    const from = place.ok ? place.value : START;
    return {
      cases: casesAfterQuery(db, schemeId, from, PAGE + 1),
      events: eventsAfterQuery(db, schemeId, from, PAGE),
      total: casesCountQuery(db, schemeId),
      ...previewSumsQueries(ctx),
    };
  },
  decide: async ({ scheme, query, today, db }, { cases, events, total, ...sums }) => {
    const place = placeOf(query.after);
    if (!place.ok) return place;
    const parameter = numberOf(scheme, query.key);
    if (!parameter.ok) return parameter;
    const typed = parseJson(query.value);
    if (!typed.ok) return refuse("field_invalid", { given: query.value.slice(0, 40) }, undefined, "value");
    const value = valueGiven(scheme, query.key, typed.value as Typed);
    if (!value.ok) return value;
    const other = readOtherwise(scheme, parameter.value, value.value);
    const page = cases.slice(0, PAGE);
    const sumsOn = previewSums(scheme, other.scheme, sums);
    const looked = page.map((one) => ({ one, ...caseOtherwise(scheme, other.scheme, toldOf(one.id, events), stateCouncil(), today, sumsOn) }));
    const now = after(place.value, page.at(-1), looked);
    const more = cases.length > PAGE;
    const asked = other.asked();
    const pauses = !more && turnsOn(scheme, query.key) ? await pausesOtherwise(db, scheme, other.scheme) : null;
    return reply({
      cases: looked.flatMap(({ one, differences }) =>
        differences.length === 0 ? [] : [{ ...named(one), differences: differences.map(shownDifference) }],
      ),
      looked: now.looked,
      changed: now.changed,
      total: total[0]?.count ?? 0,
      amounts: twoSums(now.sums[0], now.sums[1]),
      returns: twoSums(now.sums[2], now.sums[3]),
      uncounted: now.uncounted,
      unknown: looked.flatMap(({ one, unknown }) => unknown.map((why) => ({ ...named(one), why }))),
      beyond: beyondOf(scheme, query.key),
      asked: asked || pauses !== null,
      pauses,
      next: more ? textOf(now) : null,
    });
  },
});
