/** 新乡's year in a random life: a budget, and one allocation among all claims of a year, held against a second opinion. */
import { allocate } from "../../fund/allocation";
import { opinionOnAllocation } from "../../fund/second-opinion";
import { type Fen, fen, lesser, minus, plus, ZERO } from "../../money";
import { reportClaim } from "../../process/claim";
import { claimAmount } from "../../process/claim-amount";
import { must } from "../testing";
import type { Life, Matter } from "../testing-life";
import { Broken } from "../testing-life-ledger";
import { OFFICE } from "./testing";

/** What was given out and is not paid yet. */
function promised(life: Life): Fen {
  const open = life.matters.filter(({ file, allocated, instruction }) => {
    const step = file?.claim?.step;
    return allocated !== undefined && (step === "leading_group" || step === "pay") && instruction?.status !== "INSTRUCTED";
  });
  return plus(...open.map(({ allocated = ZERO }) => allocated));
}

/** The claims of the oldest year that wait for the plan. */
function waiting(life: Life): readonly Matter[] {
  const all = life.matters.filter(({ file }) => file?.claim?.step === "plan");
  const [year] = all.map(({ file }) => file?.claim?.batch ?? "").sort();
  return all.filter(({ file }) => file?.claim?.batch === year);
}

/** The office's plan: every claim of the year gets its part of what the limits, and now and then the budget, leave. */
export function allocates(life: Life, how: number): void {
  const { allocation, limits } = life.scheme.fund;
  const all = waiting(life);
  if (!allocation || !limits || all.length === 0) return;
  const claimed = all.flatMap(({ file }) =>
    file?.claim ? [{ id: file.claim.id, amount: must(claimAmount(life.scheme, file, file.claim, life.on)).amount }] : [],
  );
  const owed = promised(life);
  const paid = { year: plus(life.paid().year, owed), life: plus(life.paid().life, owed) };
  const budget = life.book.balance("budget");
  const available = how % 3 === 0 ? minus(budget, lesser(budget, plus(owed, life.book.held("budget")))) : undefined;
  const done = allocate(allocation, life.plant === "over_ceiling" ? [] : limits, claimed, paid, life.on, available);
  if (!life.took(done)) return;
  const parts = done.value.parts.map((part, at) => (life.plant === "crooked_allocation" && at === 0 ? plus(part.paid, fen(1)) : part.paid));
  const ceilings = [
    { at: 1_000_000_000, paid: paid.year },
    { at: 2_900_000_000, paid: paid.life },
    ...(available === undefined ? [] : [{ at: available, paid: ZERO }]),
  ];
  const [difference] = opinionOnAllocation({ claims: claimed.map(({ amount }) => amount), parts, limits: ceilings, method: "pro_rata" });
  if (difference && life.plant !== "over_ceiling") throw new Broken(`a second reader allocates otherwise: ${JSON.stringify(difference)}`);
  for (const [at, matter] of all.entries()) {
    if (!matter.file || !life.files(matter, OFFICE, reportClaim(life.scheme, matter.file, life.number("方案"), life.act(OFFICE)))) continue;
    matter.allocated = parts[at] ?? ZERO;
    life.saw("allocated");
    if ((parts[at] ?? ZERO) < (claimed[at]?.amount ?? ZERO)) life.saw("allocated short");
  }
}
