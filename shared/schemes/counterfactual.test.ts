/** What would have been otherwise: what comes back, what was filed, places of a year, days; and nothing where the number is what it was. */
import { describe, expect, it } from "vitest";
import { stateCouncil } from "../calendar/working-day";
import { addDays } from "../local-date";
import { fen } from "../money";
import { fileOf } from "../process/loan-file";
import { recover } from "../process/recovery";
import type { Parameter } from "../rule/parameter";
import { caseOtherwise, readOtherwise, type Told } from "./counterfactual";
import { schemeOf } from "./registry";
import { must } from "./testing";
import { Told as Admitted, act, BANK, TODAY } from "./yanqing/testing";
import { FileTold, funded, Purse } from "./yanqing/testing-fund";

const yanqing = schemeOf("yanqing");
const PAID = addDays(TODAY, 10);

/** Paid half of three million; then 100,000.00 came in, of which 10,000.00 were costs. */
function recovered(): Told {
  const admitted = funded();
  const file = new FileTold(admitted).agreed().paidFrom(new Purse(), PAID);
  const money = { id: "r-1", receivedOn: PAID, amount: fen(10_000_000), costs: fen(1_000_000) };
  file.does(recover(yanqing.recovery, file.file, money, act(BANK, PAID)), BANK, PAID);
  const fileEvents = file.events.map((one, at) => ({ ...one, seq: 100 + at, recordedAt: at }));
  return { state: admitted.state, events: admitted.events, opened: must(fileOf(admitted.state)), fileEvents };
}

function otherwise(key: string, value: unknown, told: Told) {
  const other = readOtherwise(yanqing, yanqing.parameters.find((one) => one.key === key) as Parameter<unknown>, value);
  const found = caseOtherwise(yanqing, other.scheme, told, stateCouncil(), PAID);
  return { ...found, asked: other.asked() };
}
const told = ({ differences }: ReturnType<typeof otherwise>) => differences.map(({ what, before, after }) => [what, before, after]);

describe("money", () => {
  const one = recovered();

  it("YQ-079 half of 100,000.00 came back; after its costs it would have been half of 90,000.00", () => {
    expect(told(otherwise("recovery.deductCosts", "net_then_ratio", one))).toEqual([["return", "50000.00", "45000.00"]]);
  });

  it("YQ-046 a lower ratio lowers the grade, what is paid and what comes back", () => {
    expect(told(otherwise("tier.medium.ratio", "0.20", one))).toEqual([
      ["ratio", "0.50", "0.20"],
      ["amount", "1500000.00", "600000.00"],
      ["return", "50000.00", "20000.00"],
    ]);
  });

  it("YQ-070 evidence of another grade would have been refused", () => {
    const asked = { grades: ["loss"], overdueDays: true, letter: true };
    expect(told(otherwise("npl.evidence", asked, one))).toEqual([["filing", "", "claim_invalid"]]);
  });

  it("leaves alone what goes by another number, and says that nobody asked", () => {
    expect(otherwise("tier.low.ratio", "0.10", one)).toMatchObject({ differences: [], unknown: [], asked: false });
    expect(otherwise("recovery.deductCosts", "gross", one)).toMatchObject({ differences: [], asked: true });
  });
});

describe("admission", () => {
  const admitted = new Admitted().reviewed("high");
  const one: Told = { state: admitted.state, events: admitted.events, opened: undefined, fileEvents: [] };

  it("YQ-020 a rule that was met and would not be is told once, at its first day", () => {
    const found = otherwise("need.max", 100, one);
    expect(found.differences).toMatchObject([{ what: "rule", on: TODAY, before: "", after: "need_over_cap", article: "二（一）" }]);
  });
});
