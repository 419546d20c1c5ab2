import { describe, expect, it } from "vitest";
import { addDays } from "../local-date";
import { fen } from "../money";
import { readAs } from "../schemes/reading";
import type { Scheme } from "../schemes/scheme";
import { yanqing } from "../schemes/yanqing/scheme";
import { codes, TODAY } from "../schemes/yanqing/testing";
import { Purse, taken } from "../schemes/yanqing/testing-fund";
import { type BreakerRules, type BreakerState, forecast, type Measures, mayCross, mayGoOn, type NewBusiness, RUNNING, stepBreaker } from "./breaker";
import { replayFund } from "./replay";

const under = (key: string, value: unknown): BreakerRules => taken(readAs(yanqing, key, value)).fund.breaker as BreakerRules;
const rules = yanqing.fund.breaker as BreakerRules;
const million = (count: number) => fen(Math.round(count * 100_000_000));
const measures = (paid: number, returned = 0, more: Partial<Measures> = {}): Measures => ({
  paid: million(paid),
  subsidised: fen(0),
  returned: million(returned),
  cash: fen(0),
  available: million(30 - paid + returned),
  ...more,
});
const step = (read: BreakerRules, before: BreakerState, now: Measures) => taken(stepBreaker(read, before, now, TODAY));
const SECOND: BreakerState = { state: "ACTIVE", epoch: 2 };
const PAUSED: BreakerState = { state: "PAUSED", epoch: 1 };

describe("YQ-086 the pause", () => {
  it.each([
    [20.999_999_99, "ACTIVE"],
    [21, "PAUSED"],
    [22.5, "PAUSED"],
  ])("after %d million in all the fund is %s", (paid, state) => {
    expect(step(rules, RUNNING, measures(paid)).state).toEqual({ state, epoch: 1 });
  });

  it("YQ-A03 counts what was paid until the first pause, and looks at what is left afterwards", () => {
    expect(step(rules, RUNNING, measures(21, 4)).state.state).toBe("PAUSED");
    expect(step(rules, SECOND, measures(27, 6.000_000_01)).state).toEqual(SECOND);
    expect(step(rules, SECOND, measures(27, 6)).state).toEqual({ state: "PAUSED", epoch: 2 });
  });

  it("YQ-A03 read as net it counts what came back, read as gross it never forgets", () => {
    expect(step(under("pause.basis", "net"), RUNNING, measures(21, 4)).state.state).toBe("ACTIVE");
    expect(step(under("pause.basis", "net"), SECOND, measures(27, 6)).state.state).toBe("PAUSED");
    expect(step(under("pause.basis", "gross"), SECOND, measures(21, 5.9)).state).toEqual({ state: "PAUSED", epoch: 2 });
  });

  it("YQ-A09 a premium subsidy lowers what is available and counts towards the pause only if so read", () => {
    const now = measures(20, 0, { subsidised: million(1), available: million(9) });
    expect(step(rules, RUNNING, now).state.state).toBe("ACTIVE");
    expect(step(under("pause.includeSubsidy", true), RUNNING, now).state.state).toBe("PAUSED");
  });
});

describe("YQ-087 the restart", () => {
  it.each([
    [5.999_999_99, PAUSED],
    [6, SECOND],
    [7, SECOND],
  ])("with %d million back of 21", (returned, state) => {
    expect(step(rules, PAUSED, measures(21, returned)).state).toEqual(state);
  });

  it("YQ-A04 looks at account and quota together, or at the account alone if so read", () => {
    const now = measures(21, 6, { cash: million(14.99) });
    expect(step(rules, PAUSED, now).state).toEqual(SECOND);
    expect(step(under("restart.measure", "account"), PAUSED, now).state).toEqual(PAUSED);
    expect(step(under("restart.measure", "account"), PAUSED, { ...now, cash: million(15) }).state).toEqual(SECOND);
  });

  it("a posting that brings both logs both, each once, with figures and article", () => {
    const { state, changes } = step(rules, RUNNING, measures(21, 6));
    expect(state).toEqual(SECOND);
    expect(changes).toEqual([
      {
        to: "PAUSED",
        epoch: 1,
        on: TODAY,
        figures: { paid: "21000000.00", returned: "6000000.00", available: "15000000.00" },
        cites: rules.pause.cites,
      },
      expect.objectContaining({ to: "ACTIVE", epoch: 2, cites: rules.restart.cites }),
    ]);
    expect(step(under("pause.basis", "gross"), PAUSED, measures(21, 6)).changes.map((change) => change.to)).toEqual(["ACTIVE", "PAUSED"]);
  });

  it("a document without a value for the day refuses to guess", () => {
    expect(codes(stepBreaker(rules, RUNNING, measures(1), addDays(TODAY, -400)))).toEqual(["parameter_not_in_force"]);
  });
});

describe("YQ-086 what goes on while the fund is paused", () => {
  const asks = (what: NewBusiness | "payment", read = rules, paper?: string) => codes(mayGoOn(read, PAUSED, what, TODAY, paper));

  it("YQ-A05 neither new business nor payment; one payment by the government's paper", () => {
    expect([asks("push"), asks("payment"), asks("payment", rules, " "), asks("push", rules, "批复")]).toEqual(Array(4).fill(["scheme_paused"]));
    expect(asks("payment", rules, "批复")).toEqual([]);
    expect(asks("payment", under("pause.override", false), "批复")).toEqual(["scheme_paused"]);
  });

  it("YQ-A05 payments go on where only new business is read to stop", () => {
    expect([asks("payment", under("pause.scope", "new_business")), asks("push", under("pause.scope", "new_business"))]).toEqual([
      [],
      ["scheme_paused"],
    ]);
  });

  it("a running fund, and a document without a pause, stop nothing", () => {
    expect(codes(mayGoOn(rules, RUNNING, "payment", TODAY))).toEqual([]);
    expect(codes(mayGoOn(undefined, PAUSED, "payment", TODAY))).toEqual([]);
  });

  it("YQ-A06 the payment that crosses the line is paid whole, or held back if so read", () => {
    const crosses = (read: BreakerRules, asked: number) => codes(mayCross(read, RUNNING, measures(20), million(asked), TODAY));
    expect([crosses(rules, 2), crosses(under("pause.crossing", "hold"), 0.999_999_99), crosses(under("pause.crossing", "hold"), 1)]).toEqual([
      [],
      [],
      ["scheme_paused"],
    ]);
  });
});

describe("the forecast", () => {
  const ahead = (state: BreakerState, now: Measures, paid: number, returned = 0, overDays = 90, read = rules) =>
    taken(forecast(read, state, now, { paid: million(paid), returned: million(returned), overDays }, TODAY));

  it("says in how many days the pause comes at the pace of the days looked at", () => {
    expect(ahead(RUNNING, measures(12), 3)).toEqual({ left: million(9), days: 270, on: addDays(TODAY, 270) });
    expect(ahead(RUNNING, measures(12), 7)).toMatchObject({ days: 116 });
  });

  it("counts what came back where the measure does, and says nothing where nothing is paid", () => {
    expect(ahead(SECOND, measures(21, 6), 4, 2)).toMatchObject({ left: million(6), days: 270 });
    expect(ahead(RUNNING, measures(12, 2), 3, 2)).toMatchObject({ days: 270 });
    expect(ahead(RUNNING, measures(12), 0)).toEqual({ left: million(9) });
    expect(ahead(SECOND, measures(21, 6), 2, 3)).toEqual({ left: million(6) });
    expect(ahead(PAUSED, measures(21), 3)).toMatchObject({ left: 0, days: 0, on: TODAY });
  });
});

describe("a fund that pays until it pauses", () => {
  const bursts = (scheme: Scheme = yanqing) => {
    const purse = new Purse(scheme);
    for (const [id, count] of [
      ["a", 20],
      ["b", 0.8],
      ["c", 0.5],
    ] as const)
      purse.approved(id, million(count)).pays(purse.order(id, million(count)));
    return purse;
  };

  it("YQ-E27 is replayed to the same state from its events alone, and queues what is approved afterwards", () => {
    const purse = bursts().approved("d", 100).approved("e", 200);
    expect(purse.fund.state).toEqual(PAUSED);
    expect(purse.fund.queue).toEqual(["d", "e"]);
    const again = replayFund(yanqing.fund, purse.log);
    expect([again.state, again.changes, again.queue]).toEqual([purse.fund.state, purse.fund.changes, purse.fund.queue]);
    expect([...again.book.balances()]).toEqual([...purse.fund.book.balances()]);
  });
});

describe("a line that is a share of what was paid in", () => {
  const here = rules.pause.cites;
  const number = <T>(value: T) => ({ key: "k", says: "k", cites: here, versions: [{ from: TODAY, value }] });
  const { at: _, ...pause } = rules.pause;
  const share = (of: "capital" | "balance"): BreakerRules => ({
    ...rules,
    pause: { ...pause, basis: number("net" as const), share: { ratio: number("0.20"), of: number(of) } },
    restart: { cites: here },
  });
  const now = (paid: number, returned: number, capital: number, available = 0): Measures => ({
    paid: fen(paid),
    returned: fen(returned),
    subsidised: fen(0),
    cash: fen(available),
    available: fen(available),
    capital: fen(capital),
  });

  it.each([
    [9_999, 0, 50_000, "ACTIVE"],
    [10_000, 0, 50_000, "PAUSED"],
    [10_001, 1, 50_001, "ACTIVE"],
    [10_002, 1, 50_001, "PAUSED"],
  ] as const)("%i paid, %i back, of %i: %s", (paid, returned, capital, state) => {
    expect(step(share("capital"), RUNNING, now(paid, returned, capital)).state.state).toBe(state);
  });

  it("goes on as soon as it is below the line, by money that came back or more that was paid in, and not at the line itself", () => {
    expect(step(share("capital"), PAUSED, now(10_000, 0, 50_000)).state).toEqual(PAUSED);
    expect(step(share("capital"), PAUSED, now(10_000, 1, 50_000)).state).toEqual(SECOND);
    expect(step(share("capital"), PAUSED, now(10_000, 0, 50_005)).state).toEqual(SECOND);
  });

  it("may be measured by what there is now", () => {
    expect(step(share("balance"), RUNNING, now(100, 0, 50_000, 500)).state.state).toBe("PAUSED");
    expect(step(share("balance"), RUNNING, now(100, 0, 50_000, 501)).state.state).toBe("ACTIVE");
  });
});
