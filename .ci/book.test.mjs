/** A loan book is read strictly and run through each document: what is paid, when it pauses, and that a difference would be seen. */
import { describe, expect, it } from "vitest";
import { SCHEMES } from "../shared/schemes/registry";
import { factsOf, LenderSums, lostRows } from "./book/figures";
import { COLUMNS, cellsOf, dateIn, readBook } from "./book/rows";
import { runOver } from "./book/run";
import { variantsOf } from "./book/variants";

/** @param {Record<string, string>} cells Invented; a loan of 1,000,000 at a bank of which 75 % is guaranteed, paid back. */
const row = (cells) => {
  const all = {
    LoanNr_ChkDgt: "1",
    State: "XX",
    Bank: '"BANK, THE"',
    NAICS: "0",
    ApprovalDate: "1/2/2001",
    ApprovalFY: "2001",
    Term: "12",
    NoEmp: "4",
    NewExist: "1",
    ChgOffDate: "",
    DisbursementDate: "2/28/2001",
    DisbursementGross: "1000000",
    MIS_Status: "P I F",
    ChgOffPrinGr: "0",
    GrAppv: "1000000",
    SBA_Appv: "750000",
    ...cells,
  };
  return COLUMNS.map((name) => all[name]).join(",");
};
const lost = (/** @type {string} */ id, /** @type {string} */ on, /** @type {string} */ principal, cells = {}) =>
  row({ LoanNr_ChkDgt: id, MIS_Status: "CHGOFF", ChgOffDate: on, ChgOffPrinGr: principal, ...cells });
const book = (/** @type {string[]} */ ...rows) => readBook(`${[COLUMNS.join(","), ...rows].join("\n")}\n`);
const reasons = (/** @type {string[]} */ ...rows) => Object.fromEntries(book(...rows).unusable);

const scheme = (/** @type {string} */ id) => {
  const found = SCHEMES[id];
  if (!found) throw new Error(id);
  return found;
};
/** @param {string} id @param {string[]} rows */
const runs = (id, ...rows) => variantsOf(scheme(id)).map((variant) => runOver(variant, book(...rows).rows));

describe("reading", () => {
  it("cells with commas and quotes, and lines that are none", () => {
    expect(cellsOf('a,"b, ""c""",,d')).toEqual(["a", 'b, "c"', "", "d"]);
    expect(cellsOf("a,")).toEqual(["a", ""]);
    expect(cellsOf('a,"b')).toBeUndefined();
    expect(cellsOf('a"b",c')).toBeUndefined();
  });

  it("both ways in which the book writes a day, and no other", () => {
    expect(["2/28/1997", "16-Mar-06", "3-Dec-69", "3-Dec-70"].map(dateIn)).toEqual(["1997-02-28", "2006-03-16", "2069-12-03", "1970-12-03"]);
    for (const text of ["2/30/1997", "31-Jun-06", "1997-02-28", "3-dec-06", "3-Foo-06", "13/1/2001", "2/28/97"]) expect(dateIn(text)).toBeUndefined();
  });

  it.each([
    ["column_count", "1,2,3"],
    ["column_count", `${row({})},more`],
    ["id_missing", row({ LoanNr_ChkDgt: " " })],
    ["lender_missing", row({ Bank: "" })],
    ["status_unknown", row({ MIS_Status: "" })],
    ["amount_unreadable", row({ DisbursementGross: "$1" })],
    ["amount_unreadable", row({ GrAppv: "1.5" })],
    ["disbursement_date_missing", row({ DisbursementDate: "" })],
    ["date_unreadable", row({ DisbursementDate: "2/30/2001" })],
    ["nothing_disbursed", row({ DisbursementGross: "0" })],
    ["guarantee_over_approved", row({ SBA_Appv: "1000001" })],
    ["guarantee_over_approved", row({ GrAppv: "0", SBA_Appv: "0" })],
    ["paid_back_yet_charged_off", row({ ChgOffPrinGr: "1" })],
    ["paid_back_yet_charged_off", row({ ChgOffDate: "1-Mar-02" })],
    ["charge_off_date_missing", lost("1", "", "5")],
    ["date_unreadable", lost("1", "31-Jun-06", "5")],
    ["charged_off_nothing", lost("1", "1-Mar-02", "0")],
    ["charged_off_over_disbursed", lost("1", "1-Mar-02", "1000001")],
    ["charged_off_before_disbursed", lost("1", "27-Feb-01", "5")],
  ])("%s is reported with its line", (reason, line) => {
    expect(reasons(line)).toEqual({ [reason]: [2] });
  });

  it("every line is a row or has a reason; the same loan twice is one", () => {
    const read = book(row({}), row({}), lost("2", "28-Feb-01", "1000000"), row({ LoanNr_ChkDgt: "3", Bank: "" }));
    expect(Object.fromEntries(read.unusable)).toEqual({ id_repeated: [3], lender_missing: [5] });
    expect([read.read, read.rows.length]).toEqual([4, 2]);
    expect(read.rows[1]).toMatchObject({ lender: "BANK, THE", principal: 100_000_000, lost: { on: "2001-02-28", principal: 100_000_000 } });
  });

  it("another header is no book", () => {
    expect(() => readBook("a,b\n1,2\n")).toThrow(/columns/);
  });
});

describe("running", () => {
  it("what each document pays for 400,000.00 lost of 1,000,000.00", () => {
    const paid = Object.fromEntries(
      Object.keys(SCHEMES).map((id) => [id, runs(id, lost("1", "1-Mar-02", "400000")).map((run) => [run.byFormula.amount, run.paid.amount])]),
    );
    expect(paid).toEqual({
      // all, half, a fifth
      yanqing: [
        [40_000_000, 40_000_000],
        [20_000_000, 20_000_000],
        [8_000_000, 8_000_000],
      ],
      // by its band; guaranteed
      xinxiang: [
        [12_000_000, 12_000_000],
        [4_000_000, 4_000_000],
      ],
      kezhou: [[20_000_000, 20_000_000]],
      // the lesser of half the guarantor's 300,000.00 and a fifth of all; bands unset; 2 % of what the bank lent in the year of the claim, which is nothing
      dongguan: [
        [8_000_000, 8_000_000],
        [0, 0],
        [0, 0],
      ],
      baotou: [[16_000_000, 16_000_000]],
    });
  });

  it("a bank's yearly ceiling counts what it lent and was paid in that year", () => {
    const loans = ["1", "2"].map((id) => lost(id, "1-Dec-01", "40000", { DisbursementDate: "1/31/2001" }));
    const [, unset, filled] = runs("dongguan", ...loans, row({ LoanNr_ChkDgt: "3" }), row({ LoanNr_ChkDgt: "4", Bank: "OTHER" }));
    expect([...(unset?.refused ?? [])]).toEqual([["band_missing", { count: 2, amount: 8_000_000, first: "2001-12-01" }]]);
    expect(filled?.variant.filled[0]).toContain("0.80");
    // three loans of the bank give 60,000.00; the first takes 32,000.00, the second what is left
    expect(filled?.byFormula.amount).toBe(3_200_000 + 2_800_000);
    const [track] = variantsOf(scheme("dongguan")).slice(1);
    const { rows } = book(...loans);
    const [first] = lostRows(rows);
    if (!track || !first) throw new Error("no loan");
    expect(factsOf(track, first, new LenderSums(rows, 30), /** @type {never} */ ("2031-12-01")).figures).toMatchObject({
      bankYearPrincipal: 200_000_000,
      bankPaidYear: 0,
    });
  });

  it("pauses in the order of charge-off, on the payment that reaches the line; what comes later waits and is counted", () => {
    const many = Array.from({ length: 24 }, (_, at) => lost(String(at), `${24 - at}-Mar-02`, "1000000"));
    const [high, medium] = runs("yanqing", ...many);
    expect(high?.pauses).toEqual([{ on: "2002-03-21", after: 21, paid: 2_100_000_000 }]);
    expect([high?.paid.count, high?.byFormula.amount, [...(high?.unpaid ?? [])]]).toEqual([
      21,
      2_400_000_000,
      [["scheme_paused", { count: 3, amount: 300_000_000, first: "2002-03-22" }]],
    ]);
    expect([medium?.pauses, medium?.paid.amount]).toEqual([[], 1_200_000_000]);
    // 20 % of ten areas' 8,000,000.00; payments go on, only new business stops
    const [pool] = runs("baotou", ...Array.from({ length: 41 }, (_, at) => lost(String(at), "1-Mar-02", "1000000")));
    expect([pool?.pauses, pool?.paid.count]).toEqual([[{ on: "2002-03-01", after: 40, paid: 1_600_000_000 }], 41]);
  });

  it("ceilings of a year and of the life stop payments and are named", () => {
    const [direct] = runs("xinxiang", ...Array.from({ length: 34 }, (_, at) => lost(String(at), "1-Mar-02", "1000000")));
    expect([direct?.paid.amount, [...(direct?.unpaid.keys() ?? [])], direct?.unpaid.get("annual_cap")?.count]).toEqual([
      990_000_000,
      ["annual_cap"],
      1,
    ]);
  });

  it("nothing is lost: rows that were worked out, refused, paid and not paid add up, and the second opinion agrees", () => {
    for (const id of Object.keys(SCHEMES))
      for (const run of runs(id, lost("1", "1-Mar-02", "333333"), lost("2", "1-Apr-02", "1"), row({ LoanNr_ChkDgt: "3" }))) {
        const refused = [...run.refused.values()].reduce((sum, { count }) => sum + count, 0);
        const unpaid = [...run.unpaid].reduce((sum, [word, { count }]) => sum + (word === "unfunded_part" ? 0 : count), 0);
        expect([run.lost, run.byFormula.count]).toEqual([refused + run.byFormula.count, run.paid.count + unpaid]);
        expect([run.checked, run.differences, run.fenApart]).toEqual([run.byFormula.count, [], 0n]);
      }
  });

  it("an engine that rounded otherwise than the second opinion would be seen, by the fen", () => {
    const [low] = variantsOf(scheme("yanqing")).slice(-1);
    if (low?.scheme.compensation.kind !== "times") throw new Error("no grade");
    let asked = 0;
    const compensation = {
      ...low.scheme.compensation,
      /** The engine asks first, the second opinion after it. */
      get rounding() {
        asked += 1;
        return /** @type {"ceil" | "floor"} */ (asked % 2 === 1 ? "ceil" : "floor");
      },
      of: { ...low.scheme.compensation.of },
    };
    const odd = { ...low, scheme: { ...low.scheme, compensation } };
    const { rows } = book(lost("1", "1-Mar-02", "1"));
    const third = rows.map((one) => ({ ...one, lost: one.lost && { ...one.lost, principal: /** @type {never} */ (101) } }));
    const run = runOver(odd, /** @type {never} */ (third));
    expect([run.fenApart, run.differences[0]]).toEqual([1n * BigInt(run.differences.length), { where: "amount", engine: "21", opinion: "20" }]);
  });
});
