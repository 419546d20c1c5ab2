import { describe, expect, it } from "vitest";
import { cite } from "../citation";
import { day } from "../local-date";
import { type Fen, parseYuan, yuan } from "../money";
import type { Parameter } from "../rule/parameter";
import { compute, type Formula, type FormulaFacts } from "./formula";
import type { Band, RatioNode } from "./ratio";

const ON = day("2026-03-02");
const cites = cite("一", "G-01");
const parameter = <T>(key: string, value: T): Parameter<T> => ({ key, says: key, cites, versions: [{ from: day("2024-01-01"), value }] });
const figure = (of: string): Formula => ({ kind: "figure", id: of, of, says: of, cites });
const times = (id: string, of: Formula, by: RatioNode, rounding: "half_up" | "floor" | "ceil" = "half_up"): Formula => ({
  kind: "times",
  id,
  of,
  by,
  rounding,
  says: id,
  cites,
});
const fixed = (ratio: string): RatioNode => ({ kind: "fixed", ratio: parameter("ratio", ratio) });
const fen = (text: string): Fen => {
  const read = parseYuan(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};
const facts = (figures: Record<string, string>, more: Partial<FormulaFacts> = {}): FormulaFacts => ({
  figures: Object.fromEntries(Object.entries(figures).map(([name, text]) => [name, fen(text)])),
  ...more,
});
/** The amount in yuan and the node that bound, or the code of the refusal. */
function of(formula: Formula, given: FormulaFacts) {
  const answer = compute(formula, given, ON);
  return answer.ok ? { amount: yuan(answer.value.amount), bound: answer.value.derivation.at(-1)?.bound } : { error: answer.refusals[0]?.code };
}

describe("XX bands by the size of the loan", () => {
  const bands: readonly Band[] = [
    { upTo: 100_000_000, ratio: "0.30" },
    { upTo: 500_000_000, ratio: "0.20" },
    { upTo: 1_000_000_000, ratio: "0.10" },
  ];
  const credit = times("credit", figure("nplPrincipal"), {
    kind: "by_band",
    of: "loanAmount",
    bands: parameter("bands", bands),
    over: "loan_over_cap",
  });

  it.each([
    ["XX-E01", "1000000.00", "1000000.00", "300000.00"],
    ["XX-E02", "1000000.01", "1000000.01", "200000.00"],
    ["XX-E05", "10000000.00", "10000000.00", "1000000.00"],
    ["XX-E06", "2000000.00", "850000.55", "170000.11"],
  ])("%s a loan of %s with %s bad pays %s", (_, loanAmount, nplPrincipal, amount) => {
    expect(of(credit, facts({ loanAmount, nplPrincipal }))).toMatchObject({ amount });
  });

  it("XX-E08 over the last band there is none", () => {
    expect(of(credit, facts({ loanAmount: "10000000.01", nplPrincipal: "10000000.01" }))).toEqual({ error: "loan_over_cap" });
    expect(of(credit, facts({ nplPrincipal: "1.00" }))).toEqual({ error: "loan_over_cap" });
  });

  it("XX-E10 XX-E11 a guaranteed loan has one ratio", () => {
    const guaranteed = times("guaranteed", figure("compensatedPrincipal"), fixed("0.10"));
    expect(of(guaranteed, facts({ compensatedPrincipal: "4800000.00" }))).toMatchObject({ amount: "480000.00" });
    expect(of(guaranteed, facts({ compensatedPrincipal: "800000.00" }))).toMatchObject({ amount: "80000.00" });
  });

  it("a band without an upper end takes the rest", () => {
    const open = times("open", figure("a"), { kind: "by_band", of: "a", bands: parameter("b", [{ ratio: "0.10" }]), over: "loan_over_cap" });
    expect(of(open, facts({ a: "90000000.00" }))).toMatchObject({ amount: "9000000.00" });
  });
});

const among = (parties: Record<string, string>) =>
  parameter(
    "shares",
    Object.entries(parties).map(([party, share]) => ({ party, share })),
  );
const share = (of_: Formula, parties: Record<string, string>, party: string): Formula => ({
  kind: "share",
  id: party,
  of: of_,
  among: among(parties),
  party,
  says: party,
  cites,
});

describe("KZ a loss shared by three", () => {
  const thirds = { fund: "0.50", guarantor: "0.30", bank: "0.20" };
  it.each([
    ["KZ-E01", "1000000.00", ["500000.00", "300000.00", "200000.00"]],
    ["KZ-E02", "1000000.01", ["500000.01", "300000.00", "200000.00"]],
    ["KZ-E04", "333333.33", ["166666.66", "100000.00", "66666.67"]],
    ["KZ-E05", "0.01", ["0.01", "0.00", "0.00"]],
  ])("%s %s", (_, loss, parts) => {
    expect(Object.keys(thirds).map((party) => of(share(figure("loss"), thirds, party), facts({ loss })).amount)).toEqual(parts);
  });

  it("the fund pays no more than it has", () => {
    const pays: Formula = { kind: "least", id: "pays", of: [share(figure("loss"), thirds, "fund"), figure("available")], says: "", cites };
    expect(of(pays, facts({ loss: "1000000.00", available: "400000.00" }))).toEqual({ amount: "400000.00", bound: "available" });
    expect(of(pays, facts({ loss: "1000000.00", available: "500000.00" }))).toEqual({ amount: "500000.00", bound: "fund" });
  });

  it("a party that the article does not name is a fault of the scheme", () => {
    expect(() => of(share(figure("loss"), thirds, "city"), facts({ loss: "1.00" }))).toThrow(RangeError);
  });
});

describe("DG the least of ratio, the enterprise's room and the year's room", () => {
  const bank: Formula = {
    kind: "least",
    id: "bank",
    of: [
      times("ratio", figure("bankLoss"), {
        kind: "given",
        name: "band",
        max: parameter("max", "0.80"),
        missing: "fact_missing",
        over: "ratio_mismatch",
      }),
      { kind: "room", id: "enterprise", limit: parameter("perEnterprise", 1_000_000_000), used: "enterprisePaid", says: "", cites },
      { kind: "room", id: "annual", limit: times("two", figure("yearPrincipal"), fixed("0.02"), "floor"), used: "bankPaidYear", says: "", cites },
    ],
    says: "",
    cites,
  };
  const ask = (bankLoss: string, band: string | undefined, yearPrincipal: string, bankPaidYear = "0.00", enterprisePaid = "0.00") =>
    of(bank, facts({ bankLoss, yearPrincipal, bankPaidYear, enterprisePaid }, band === undefined ? {} : { ratios: { band } }));

  it.each([
    ["DG-E05", "1000000.00", "0.80", "500000000.00", "0.00", "800000.00", "ratio"],
    ["DG-E07", "1000000.00", "0.80", "30000000.00", "450000.00", "150000.00", "annual"],
    ["DG-E08", "15000000.00", "0.80", "1000000000.00", "0.00", "10000000.00", "enterprise"],
    ["DG-E10", "2000000.00", "0.60", "12345678.90", "0.00", "246913.57", "annual"],
  ])("%s", (_, loss, band, principal, paid, amount, bound) => {
    expect(ask(loss, band, principal, paid)).toEqual({ amount, bound });
  });

  it("a room that is used up is nothing, never less", () => {
    expect(ask("1000000.00", "0.80", "30000000.00", "700000.00")).toEqual({ amount: "0.00", bound: "annual" });
    expect(ask("1000000.00", "0.80", "500000000.00", "0.00", "10000000.00")).toEqual({ amount: "0.00", bound: "enterprise" });
  });

  it("DG-E12 DG-E13 the ratio has to be agreed, and not over its ceiling", () => {
    expect(ask("1000000.00", "0.81", "500000000.00")).toEqual({ error: "ratio_mismatch" });
    expect(ask("1000000.00", undefined, "500000000.00")).toEqual({ error: "fact_missing" });
    expect(ask("1000000.00", "0.80", "500000000.00")).toMatchObject({ bound: "ratio" });
    for (const band of ["-0.10", "80%", "", "1e-1"]) expect(ask("1000000.00", band, "500000000.00")).toEqual({ error: "field_invalid" });
  });

  it.each([
    ["DG-E01", "1000000.00", "400000.00", "200000.00", "half"],
    ["DG-E02", "1000000.00", "600000.00", "200000.00", "cap20"],
    ["DG-E04", "333333.33", "133333.34", "66666.66", "cap20"],
  ])("%s half of the guarantor's loss, at most a fifth of the whole", (_, totalLoss, cityGuarantorLoss, amount, bound) => {
    const guarantee: Formula = {
      kind: "least",
      id: "guarantee",
      of: [times("half", figure("cityGuarantorLoss"), fixed("0.50")), times("cap20", figure("totalLoss"), fixed("0.20"), "floor")],
      says: "",
      cites,
    };
    expect(of(guarantee, facts({ totalLoss, cityGuarantorLoss }))).toEqual({ amount, bound });
  });
});

describe("BT a split within a split", () => {
  const outer = { pool: "0.40", bank: "0.20", guarantor: "0.40" };
  const inner = { region: "0.30", city: "0.30", area: "0.40" };
  it.each([
    ["BT-E01", "1000000.00", ["400000.00", "200000.00", "400000.00"], ["120000.00", "120000.00", "160000.00"]],
    ["BT-E03", "1000000.01", ["400000.01", "200000.00", "400000.00"], ["120000.00", "120000.00", "160000.01"]],
    ["BT-E05", "0.03", ["0.01", "0.01", "0.01"], ["0.00", "0.00", "0.01"]],
    ["BT-E06", "9999999.99", ["4000000.00", "2000000.00", "3999999.99"], ["1200000.00", "1200000.00", "1600000.00"]],
  ])("%s %s", (_, loss, parts, pool) => {
    const given = facts({ loss });
    expect(Object.keys(outer).map((party) => of(share(figure("loss"), outer, party), given).amount)).toEqual(parts);
    const fromPool = share(figure("loss"), outer, "pool");
    expect(Object.keys(inner).map((party) => of(share(fromPool, inner, party), given).amount)).toEqual(pool);
  });
});

describe("the derivation", () => {
  it("G-01 lists every node, leaves first, with its amount, ratio and article", () => {
    const half = times("half", figure("loss"), fixed("0.50"));
    const answer = compute(
      { kind: "least", id: "least", of: [half, figure("available")], says: "最小", cites },
      facts({ loss: "10.01", available: "9.00" }),
      ON,
    );
    expect(answer.ok && answer.value.derivation.map(({ id, amount, ratio, bound }) => [id, amount, ratio, bound])).toEqual([
      ["loss", 1001, undefined, undefined],
      ["half", 501, "0.50", undefined],
      ["available", 900, undefined, undefined],
      ["least", 501, undefined, "half"],
    ]);
    expect(answer.ok && answer.value.derivation.every((line) => line.cites === cites)).toBe(true);
  });

  it("G-01 rounds a payout half up, a cap down, a required minimum up", () => {
    const by = (rounding: "half_up" | "floor" | "ceil") => of(times("t", figure("a"), fixed("0.5"), rounding), facts({ a: "0.03" })).amount;
    expect([by("half_up"), by("floor"), by("ceil")]).toEqual(["0.02", "0.01", "0.02"]);
  });

  it.each(["figure", "times", "share", "least", "room"])("a figure that is unknown is told through a %s", (kind) => {
    const unknown = figure("unknown");
    const nodes: Record<string, Formula> = {
      figure: unknown,
      times: times("t", unknown, fixed("1")),
      share: share(unknown, { a: "1" }, "a"),
      least: { kind: "least", id: "l", of: [figure("a"), unknown], says: "", cites },
      room: { kind: "room", id: "r", limit: parameter("limit", 1), used: "unknown", says: "", cites },
    };
    expect(of(nodes[kind] as Formula, facts({ a: "1.00" }))).toEqual({ error: "fact_missing" });
  });

  it("a parameter out of force is a named refusal in every node", () => {
    const late = day("2023-12-31");
    const nodes: Formula[] = [
      times("t", figure("a"), fixed("1")),
      share(figure("a"), { a: "1" }, "a"),
      { kind: "room", id: "r", limit: parameter("limit", 1), used: "a", says: "", cites },
      times("b", figure("a"), { kind: "by_band", of: "a", bands: parameter("b", [{ ratio: "1" }]), over: "loan_over_cap" }),
      times("g", figure("a"), { kind: "given", name: "g", max: parameter("m", "1"), missing: "fact_missing", over: "ratio_mismatch" }),
    ];
    for (const node of nodes) {
      const answer = compute(node, facts({ a: "1.00" }, { ratios: { g: "1" } }), late);
      expect(answer.ok ? "" : answer.refusals[0]?.code).toBe("parameter_not_in_force");
    }
  });
});

describe("sums, readings and lowered ratios", () => {
  const base = (reading: string): Formula => ({
    kind: "read_as",
    id: "base",
    by: parameter("base", reading),
    of: { principal: figure("principal"), both: { kind: "sum", id: "both", of: [figure("principal"), figure("interest")], says: "both", cites } },
    says: "base",
    cites,
  });
  const given = facts({ principal: "100.00", interest: "0.03" });

  it("G-09 principal alone, or with interest, by how the document is read", () => {
    expect(of(base("principal"), given)).toMatchObject({ amount: "100.00" });
    expect(of(base("both"), given)).toMatchObject({ amount: "100.03" });
    expect(of(base("both"), facts({ principal: "100.00" }))).toEqual({ error: "fact_missing" });
    expect(of(base("toString"), given)).toEqual({ error: "field_invalid" });
  });

  const chosen: RatioNode = { kind: "by_choice", ratios: { medium: parameter("medium", "0.50") }, lowered: { name: "lowered", cites }, cites };
  it.each([
    [undefined, { amount: "50.00" }],
    ["0.30", { amount: "30.00" }],
    ["0.50", { error: "ratio_mismatch" }],
    ["0.51", { error: "ratio_mismatch" }],
    ["-0.1", { error: "ratio_mismatch" }],
  ])("YQ-044 YQ-093 a given ratio of %s goes first only where it is lower", (lowered, answer) => {
    const more = { choice: "medium", ...(lowered === undefined ? {} : { ratios: { lowered } }) };
    expect(of(times("comp", figure("principal"), chosen), facts({ principal: "100.00" }, more))).toMatchObject(answer);
  });

  it("a ratio that no node names is not looked at", () => {
    const plain: RatioNode = { kind: "by_choice", ratios: { medium: parameter("medium", "0.50") }, cites };
    expect(
      of(times("comp", figure("principal"), plain), facts({ principal: "100.00" }, { choice: "medium", ratios: { lowered: "0.10" } })),
    ).toMatchObject({ amount: "50.00" });
  });
});
