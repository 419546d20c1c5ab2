/** Institutions watched by their bad loans, through the API: 新乡 pauses what is paid by a decision, 克州 stops new loans at once. */
import { beforeAll, describe, expect, it } from "vitest";
import { schemeOf } from "../../shared/schemes/registry";
import { at, codesOf, District, daysAgo, today } from "../loan/registration-story";
import { env } from "../testing";
import { watchTold } from "./nightly";

const xinxiang = new District("xinxiang", "138000001");
const [PLATFORM, OFFICE, GROUP, BANK_A, BANK_B, REGULATOR] = [2, 4, 6, 9, 10, 14];
const month = `${today().slice(0, 4)}M${Number(today().slice(5, 7))}`;
const figures = (bad: string, more: Record<string, unknown> = {}) => ({
  period: month,
  badBalance: bad,
  allBalance: "100000000.00",
  badCount: 1,
  allCount: 40,
  ...more,
});
let bankA: string;

beforeAll(async () => {
  await xinxiang.open();
  bankA = await xinxiang.orgOf(BANK_A);
}, 60_000);

const enter = (body: unknown, place = PLATFORM) => xinxiang.as(place, "POST", `/organisations/${bankA}/figures`, body);
const decide = (what: string, place = GROUP, documentNo = "决定1号") =>
  xinxiang.as(place, "POST", `/organisations/${bankA}/watch-decisions`, { what, documentNo, reason: "研究决定" });
const seenBy = async (place: number) =>
  (await xinxiang.as(place, "GET", "/watch")).body.institutions as { orgId: string; paused: boolean; figures: unknown[] }[];
const noticesOf = async (place: number, code: string) =>
  ((await xinxiang.as(place, "GET", "/notices")).body.notices as { code: string }[]).filter((one) => one.code === code);

describe("新乡: figures, marks, papers and decisions", () => {
  it("XX-053 the average tells, once a month, and is entered with its source", async () => {
    expect(at(await enter(figures("2000000.00", { average: "0.02" })), "field_required")).toMatchObject({ field: "source" });
    const told = await enter(figures("2000000.00", { average: "0.02", source: "人行新乡月报" }));
    expect(told.body).toMatchObject({ ratio: "0.02", marks: [{ id: "average", effect: "tells" }] });
    expect(await noticesOf(BANK_A, "npl_avg")).toHaveLength(1);
    expect(codesOf(await enter(figures("2100000.00", { average: "0.02", source: "人行" })))).toEqual(["reason_required"]);
    expect((await enter(figures("2100000.00", { average: "0.02", source: "人行", reason: "更正" }))).status).toBe(201);
    expect(await noticesOf(BANK_A, "npl_avg")).toHaveLength(1);
  });

  it("XX-055 nothing is paused at five percent, nor without the leading group's decision", async () => {
    await enter(figures("5000000.00", { reason: "更正" }));
    expect(codesOf(await decide("pause"))).toEqual(["pause_not_allowed"]);
    const over = await enter(figures("5000100.00", { reason: "更正" }));
    expect(over.body.marks.map(({ id }: { id: string }) => id)).toEqual(["threshold"]);
    expect((await seenBy(GROUP)).find(({ orgId }) => orgId === bankA)).toMatchObject({ paused: false });
    expect(codesOf(await decide("pause", OFFICE))).toEqual(["role_forbidden"]);
  });

  it("XX-054 the bank says how and what it will do, both", async () => {
    const says = (body: unknown, place = BANK_A) => xinxiang.as(place, "POST", "/watch/explanations", body);
    expect(at(await says({ text: "集中到期", plan: " ", documentNo: "说明1号" }), "field_required")).toMatchObject({
      field: "plan",
      article: "第十五条",
    });
    expect((await says({ text: "集中到期", plan: "清收", documentNo: "说明1号" })).status).toBe(201);
    expect((await says({ text: "无", plan: "无", documentNo: "说明2号" }, BANK_B)).status).toBe(404);
    expect(await noticesOf(PLATFORM, "npl_explained")).toHaveLength(1);
    expect(await noticesOf(GROUP, "npl_explained")).toHaveLength(1);
  });

  it("XX-055 XX-056 the group pauses once, and lets go on only at five percent or less", async () => {
    expect((await decide("pause")).status).toBe(201);
    expect(codesOf(await decide("pause"))).toEqual(["already_exists"]);
    expect((await seenBy(BANK_A))[0]).toMatchObject({ paused: true });
    expect(codesOf(await decide("resume"))).toEqual(["resume_not_allowed"]);
    await enter(figures("5000000.00", { reason: "月末" }));
    expect((await seenBy(BANK_A))[0]).toMatchObject({ paused: true });
    expect((await decide("resume")).status).toBe(201);
    expect((await seenBy(BANK_A))[0]).toMatchObject({ paused: false });
  });

  it("XX-057 XX-064 a supervisor reads and does not write; a bank reads itself alone", async () => {
    expect((await seenBy(REGULATOR)).length).toBeGreaterThan(2);
    expect(codesOf(await enter(figures("1.00"), REGULATOR))).toEqual(["role_forbidden"]);
    expect((await seenBy(BANK_B)).map(({ orgId }) => orgId)).not.toContain(bankA);
    expect(await seenBy(BANK_B)).toHaveLength(1);
  });

  it("keeps every figure and decision", async () => {
    for (const table of ["npl_figure", "watch_decision", "npl_explanation"]) {
      await expect(env.DB.prepare(`UPDATE ${table} SET recorded_at = 0`).run()).rejects.toThrow(/append_only/);
      await expect(env.DB.prepare(`DELETE FROM ${table}`).run()).rejects.toThrow(/append_only/);
    }
  });
});

describe("克州: the records measure, and stop new loans", () => {
  const kezhou = new District("kezhou", "138000002");
  const [KZ_OFFICE, KZ_BANK, KZ_OTHER] = [4, 11, 12];
  const on = today();

  /** Two loans of one bank in the records: one of them bad. */
  async function books(bad: number): Promise<string> {
    await kezhou.open();
    const bank = await kezhou.orgOf(KZ_BANK);
    const firm = await kezhou.orgOf(1);
    const rows = [
      { id: "w1", grade: "substandard", outstanding: bad },
      { id: "w2", grade: "normal", outstanding: 100_000_00 - bad },
    ];
    await env.DB.batch(
      rows.flatMap(({ id, grade, outstanding }, n) => [
        env.DB.prepare(
          "INSERT INTO case_file (id, scheme_id, year, serial, no, enterprise_org, enterprise_name, credit_code, status, step, since, submitted_on, moved_at, registered) VALUES (?, 'kezhou', 2026, ?, ?, ?, '观察企业', '91653001MADEMB0112', 'funded', 'funded', ?, ?, 1, 1)",
        ).bind(id, 900 + n, `KZW-${n}`, firm, on, on),
        env.DB.prepare(
          "INSERT INTO loan (id, scheme_id, case_id, credit_code, name, lender_org, mode, contract_no, principal, rate, term_months, disbursed_on, tier, ratio, recorded_at) VALUES (?, 'kezhou', ?, '91653001MADEMB0112', '观察企业', ?, 'credit', ?, 10000000, '0.03', 12, ?, 'x', '0.80', 1)",
        ).bind(`l-${id}`, id, bank, id, daysAgo(90)),
        env.DB.prepare(
          "INSERT INTO loan_file (case_id, scheme_id, loan_id, lender_org, payee_org, recommender_org, stage, grade, outstanding, matures_on, moved_at) VALUES (?, 'kezhou', ?, ?, ?, ?, 'live', ?, ?, '2027-01-01', 1)",
        ).bind(id, `l-${id}`, bank, bank, bank, grade, outstanding),
      ]),
    );
    return bank;
  }
  const night = async () => env.DB.batch(await watchTold(env.DB, schemeOf("kezhou"), on, Date.now()));
  const seen = async (place = KZ_OFFICE) =>
    ((await kezhou.as(place, "GET", "/watch")).body.institutions as { orgId: string; blockedFrom: string | null; now: { ratio: string } }[]).find(
      ({ now }) => now.ratio !== "0",
    );

  it("KZ-085 at five percent nothing happens, a fen above it the bank makes no new loans, and the office ends it by a paper", async () => {
    const bank = await books(500_000);
    expect(await seen()).toMatchObject({ blockedFrom: null, now: { ratio: "0.05" } });
    const end = (place = KZ_OFFICE) =>
      kezhou.as(place, "POST", `/organisations/${bank}/watch-decisions`, { what: "end", documentNo: "终止1号", reason: "超过界限" });
    expect(codesOf(await end())).toEqual(["pause_not_allowed"]);
    await env.DB.prepare("UPDATE loan_file SET outstanding = 500100 WHERE case_id = 'w1'").run();
    expect(await seen()).toMatchObject({ blockedFrom: on });
    await night();
    expect(
      ((await kezhou.as(KZ_BANK, "GET", "/notices")).body.notices as { code: string }[]).filter(({ code }) => code === "bank_terminated"),
    ).toHaveLength(1);
    const quiet = await watchTold(env.DB, schemeOf("kezhou"), on, Date.now());
    expect(quiet).toHaveLength(0);
    expect(codesOf(await end(KZ_OTHER))).toEqual(["role_forbidden"]);
    expect((await end()).status).toBe(201);
    expect(codesOf(await end())).toEqual(["already_exists"]);
    await env.DB.prepare("UPDATE loan_file SET outstanding = 0 WHERE case_id = 'w1'").run();
    const [one] = (await kezhou.as(KZ_BANK, "GET", "/watch")).body.institutions;
    expect(one).toMatchObject({ blockedFrom: on });
  });

  it("KZ-085 nobody types what the records hold", async () => {
    const bank = await kezhou.orgOf(KZ_BANK);
    expect(codesOf(await kezhou.as(KZ_OFFICE, "POST", `/organisations/${bank}/figures`, figures("1.00")))).toEqual(["role_forbidden"]);
  });
});
