import { describe, expect, it } from "vitest";
import { cite } from "../citation";
import type { PauseBasis } from "../fund/breaker";
import type { Formula } from "../fund/formula";
import type { Band } from "../fund/ratio";
import { day } from "../local-date";
import type { BallotStep } from "../process/procedure";
import type { Parameter } from "../rule/parameter";
import { baotou } from "../schemes/baotou/scheme";
import { dongguan } from "../schemes/dongguan/scheme";
import { kezhou } from "../schemes/kezhou/scheme";
import { amended, readAs } from "../schemes/reading";
import { SCHEMES, schemeOf } from "../schemes/registry";
import type { Scheme } from "../schemes/scheme";
import { must, writtenAs } from "../schemes/testing";
import { EXPECTED } from "../schemes/testing-registry";
import { xinxiang } from "../schemes/xinxiang/scheme";
import { yanqing } from "../schemes/yanqing/scheme";
import { cliffs } from "./cliff";
import { LINT_KINDS } from "./finding";
import { idleLimits } from "./idle-limit";
import { lint } from "./lint";
import { restarts } from "./restart";
import { resumes } from "./resume";
import { spreads, ties } from "./tie";
import { timeline } from "./timeline";

const FROM = day("2030-01-01");
const MADE = cite("第一条", "ZZ-001");
const made = <T>(key: string, value: T, options?: readonly T[]): Parameter<T> => ({
  key,
  says: key,
  cites: MADE,
  versions: [{ from: FROM, value }],
  ...(options ? { options } : {}),
});
const validity = { from: FROM, until: made("validity.until", "2032-12-31"), cites: MADE };
const banded = (method: "whole" | "marginal", ...bands: Band[]): Formula => ({
  kind: "banded",
  id: "made",
  of: { kind: "figure", id: "loss", of: "loss", says: "损失", cites: MADE },
  size: "loanAmount",
  bands: made("bands", bands),
  method: made("method", method),
  over: "loan_over_cap",
  rounding: "half_up",
  says: "按档",
  cites: MADE,
});

describe("cliffs", () => {
  it("新乡 pays 300,000.00 at 1,000,000.00 and 200,000.00 one fen above, and 600,000.00 and 300,000.00 at its next mark", () => {
    expect(cliffs(xinxiang).map(({ cites, figures }) => [cites.article, figures])).toEqual([
      [
        "第十一条",
        {
          loan: "1000000.00",
          paid: "300000.00",
          loanAbove: "1000000.01",
          paidAbove: "200000.00",
          lost: "100000.00",
          regainedAt: "1499999.98",
        },
      ],
      [
        "第十一条",
        { loan: "3000000.00", paid: "600000.00", loanAbove: "3000000.01", paidAbove: "300000.00", lost: "300000.00", regainedAt: "5999999.95" },
      ],
    ]);
    expect(cliffs(xinxiang)[0]?.cites.clauses).toEqual(["XX-038", "XX-039", "XX-040", "XX-041"]);
  });

  it("slice by slice there is none, in the same document read so", () => {
    expect(cliffs(must(readAs(xinxiang, "band.method", "marginal")))).toEqual([]);
  });

  it("a made-up table has none where its ratios rise, and one where an amount is never paid again", () => {
    const rising = banded("whole", { upTo: 100_00, ratio: "0.10" }, { ratio: "0.20" });
    expect(cliffs({ validity, compensation: rising })).toEqual([]);
    const falling = banded("whole", { upTo: 100_00, ratio: "0.90" }, { upTo: 150_00, ratio: "0.10" });
    expect(cliffs({ validity, compensation: falling }).map(({ figures }) => figures)).toEqual([
      { loan: "100.00", paid: "90.00", loanAbove: "100.01", paidAbove: "10.00", lost: "80.00" },
    ]);
  });

  it("bands that the office sets later are looked at from their day on", () => {
    const bands = dongguan.parameters.find(({ key }) => key === "bank.ratio.bands") as Parameter<readonly Band[]>;
    const versions = [
      ...bands.versions.map((version) => ({ ...version, until: day("2025-12-31") })),
      { from: day("2026-01-01"), value: [{ upTo: 300_000_000, ratio: "0.80" }, { ratio: "0.50" }] },
    ];
    expect(cliffs(dongguan)).toEqual([]);
    // the caps stand around the banded part, which is told by itself
    expect(cliffs(amended(dongguan, { ...bands, versions })).map(({ figures }) => [figures.paid, figures.paidAbove])).toEqual([
      ["2400000.00", "1500000.01"],
    ]);
  });
});

describe("ties", () => {
  it("votes fall on choices in so many ways", () => {
    expect(spreads(3, 2)).toEqual([[3], [2, 1]]);
    expect(spreads(5, 4)).toHaveLength(6);
  });

  it("three units of 延庆's panel can each want something else, and may do so again", () => {
    const found = ties(yanqing);
    expect(found.map(({ figures }) => [figures.units, figures.open, figures.deferred])).toEqual([
      ["3", "1:1:1", "1:1:1"],
      ["5", "2:2:1 2:1:1:1", "2:1:1:1"],
      ["7", "3:3:1 3:2:2 3:2:1:1 2:2:2:1", "3:2:2 2:2:2:1"],
    ]);
    expect(found[0]?.cites).toEqual(cite("三（三）", "YQ-065"));
  });

  it("an even panel ties on yes and no, an odd one never does", () => {
    const even = ties(writtenAs(yanqing, "panel.parity", "any"));
    expect(even.filter(({ figures }) => figures.step === "claim_review").map(({ figures }) => figures.open)).toEqual(["2:2", "3:3"]);
    expect(ties(yanqing).some(({ figures }) => figures.step === "claim_review")).toBe(false);
  });

  it("the best of all always carries, but for equal ones", () => {
    const found = ties(must(readAs(yanqing, "vote.threshold", "plurality")));
    expect(found.map(({ figures }) => figures.open)).toEqual(["1:1:1", "2:2:1", "3:3:1 2:2:2:1"]);
  });

  it("a made-up panel of three on yes and no has none", () => {
    const step = yanqing.claim.steps.find((one) => one.kind === "ballot") as BallotStep & { onReturn: string };
    const admission = { id: "admission", steps: [] } as const;
    expect(ties({ validity: yanqing.validity, admission, claim: { ...yanqing.claim, steps: [step] } })).toEqual([]);
  });
});

describe("restarts", () => {
  it("延庆 as it is read does not pause again; by all that was ever paid it does, whoever brings the money; net, where new money is paid in", () => {
    expect(restarts(yanqing).map(({ figures }) => [figures.value, figures.chosen, figures.ways, figures.paid, figures.back])).toEqual([
      ["net", "no", "deposit", "21000000.00", "6000000.00"],
      ["gross", "no", "recovery deposit", "21000000.00", "6000000.00"],
    ]);
  });

  it("the reading chosen is marked as such", () => {
    const gross = restarts(must(readAs(yanqing, "pause.basis", "gross")));
    expect(
      gross.filter(({ figures }) => figures.chosen === "yes" && figures.parameter === "pause.basis").map(({ figures }) => figures.value),
    ).toEqual(["gross"]);
  });

  it("包头 restarts only below its own line, whatever the reading", () => {
    expect(restarts(baotou)).toEqual([]);
    expect(restarts(must(readAs(baotou, "pause.basis", "gross")))).toEqual([]);
  });

  it("a made-up fund of one reading, which looks at what it has, has none; one without a pause is not asked", () => {
    const { breaker } = yanqing.fund;
    const basis = made<PauseBasis>("pause.basis", "gross_then_balance", ["gross_then_balance"]);
    const plain = breaker && { ...breaker, pause: { ...breaker.pause, basis: { ...basis, versions: breaker.pause.basis.versions } } };
    expect(restarts({ ...yanqing, fund: { ...yanqing.fund, ...(plain ? { breaker: plain } : {}) } })).toEqual([]);
    expect(restarts(kezhou)).toEqual([]);
  });

  it("新乡's bank may go on at 5 % and be paused at 5 % only where 超过 counts the limit itself", () => {
    expect(resumes(xinxiang).map(({ figures }) => figures)).toEqual([
      { parameter: "npl.pause.passes", value: ">=", chosen: "no", ratio: "0.05", limit: "0.05" },
    ]);
    expect(resumes(kezhou)).toEqual([]);
  });
});

describe("time", () => {
  const held = (...versions: { from: string; until?: string }[]) => {
    const number = {
      ...made("number", 1),
      versions: versions.map(({ from, until }) => ({ from: day(from), value: 1, ...(until ? { until: day(until) } : {}) })),
    };
    return timeline({ validity, parameters: [number], rules: [] }).map(({ kind, figures }) => [kind, figures.from, figures.until]);
  };

  it("a made-up number that follows itself day by day has no hole", () => {
    expect(held({ from: "2030-01-01" })).toEqual([]);
    expect(held({ from: "2031-01-01" }, { from: "2029-06-01", until: "2030-12-31" })).toEqual([]);
  });

  it("days before, between and after, and days that two versions hold, to the day", () => {
    expect(held({ from: "2030-02-01", until: "2030-12-31" }, { from: "2031-01-02", until: "2032-12-30" })).toEqual([
      ["gap", "2030-01-01", "2030-01-31"],
      ["gap", "2031-01-01", "2031-01-01"],
      ["gap", "2032-12-31", "2032-12-31"],
    ]);
    expect(held({ from: "2030-01-01", until: "2031-01-01" }, { from: "2031-01-01" })).toEqual([["overlap", "2031-01-01", "2031-01-01"]]);
    expect(held({ from: "2030-01-01" }, { from: "2031-01-01", until: "2031-12-31" })).toEqual([["overlap", "2031-01-01", "2031-12-31"]]);
    expect(held({ from: "2033-01-01" })).toEqual([["gap", "2030-01-01", "2032-12-31"]]);
    expect(held()).toEqual([["gap", "2030-01-01", "2032-12-31"]]);
  });

  it("a rule that begins late leaves the days before it", () => {
    const [rule] = yanqing.rules;
    const late = rule ? [{ ...rule, from: day("2030-03-01") }] : [];
    expect(timeline({ validity, parameters: [], rules: late }).map(({ figures }) => figures)).toEqual([
      { of: rule?.id, from: "2030-01-01", until: "2030-02-28" },
    ]);
  });

  it("克州 does not date itself, and names a day one after the end of its life", () => {
    expect(timeline(kezhou).map(({ cites, figures }) => [cites.article, figures.of])).toEqual([
      ["第二十七条", "validity"],
      ["第二条", "window.until"],
    ]);
    const dated = must(readAs(kezhou, "validity.issuedOn", "2025-03-15"));
    expect(timeline(dated).map(({ figures }) => figures.of)).toEqual(["window.until"]);
  });

  it("the other four have none", () => {
    for (const scheme of [yanqing, xinxiang, dongguan, baotou]) expect(timeline(scheme)).toEqual([]);
  });
});

describe("limits that never bind", () => {
  it("克州's tenth of the fund is the very cap beside it, so that the paper that allows more helps nobody", () => {
    expect(idleLimits(kezhou).map(({ cites, figures }) => [cites.clauses, figures])).toEqual([
      [["KZ-033"], { limit: "10000000.00", first: "10000000.00", firstArticle: "第九条", firstClauses: "KZ-034" }],
    ]);
  });

  it("the last bands of 新乡 end where a firm may have no more loans at all", () => {
    expect(idleLimits(xinxiang).map(({ cites, figures }) => [cites.clauses.at(-1), figures.firstClauses])).toEqual([
      ["XX-040", "XX-014"],
      ["XX-043", "XX-014"],
    ]);
  });

  it("a cap above the fund's tenth by one fen, or a tenth that lets no paper through, binds", () => {
    const cap = kezhou.parameters.find(({ key }) => key === "loan.singleEnterprise.max") as Parameter<number>;
    const raised = { ...cap, versions: cap.versions.map((version) => ({ ...version, value: 1_000_000_001 })) };
    expect(idleLimits(amended(kezhou, raised))).toEqual([]);
    // two that refuse at the same fen: the later one adds nothing
    expect(idleLimits(must(readAs(kezhou, "rule.mode", "hard"))).map(({ cites }) => cites.clauses)).toEqual([["KZ-034"]]);
  });

  it("a year's ceiling at or above that of the whole life never binds", () => {
    const total = xinxiang.parameters.find(({ key }) => key === "fund.annualCap") as Parameter<number>;
    const raised = { ...total, versions: total.versions.map((version) => ({ ...version, value: 2_900_000_000 })) };
    expect(idleLimits(amended(xinxiang, raised)).map(({ cites }) => cites.clauses.at(-1))).toContain("XX-003");
  });

  it("made-up limits on different sums are not held against each other", () => {
    const limit = (of: "institution" | "area", counts: string, amount: number) =>
      ({
        id: counts,
        says: counts,
        cites: cite("第一条", `ZZ-${amount}`),
        of,
        counts,
        at: { amount: made(counts, amount) },
        mode: "hard",
        code: "loan_cap",
      }) as const;
    const part = { validity, admission: { id: "admission", steps: [] } as const, fund: kezhou.fund, compensation: kezhou.compensation };
    expect(idleLimits({ ...part, limits: [limit("institution", "a", 100), limit("area", "b", 200)] })).toEqual([]);
  });
});

describe("a document as a whole", () => {
  const counts = (scheme: Scheme) => Object.fromEntries(LINT_KINDS.map((kind) => [kind, lint(scheme).filter((one) => one.kind === kind).length]));

  it.each(Object.entries(EXPECTED))("%s is found to do what its folder expects, and nothing else", (id, { lint: expected }) => {
    const none = Object.fromEntries(LINT_KINDS.map((kind) => [kind, 0]));
    expect(counts(schemeOf(id))).toEqual({ ...none, ...expected });
  });

  it("each finding cites requirements of its own document and says one sentence", () => {
    for (const scheme of Object.values(SCHEMES))
      for (const { cites, says } of lint(scheme)) {
        expect(cites.clauses.every((id) => scheme.clauses.some((clause) => clause.id === id))).toBe(true);
        expect(says.split("。")).toEqual([expect.stringMatching(/./), ""]);
      }
  });
});
