import { beforeAll, describe, expect, it, vi } from "vitest";
import { day, shanghaiDay } from "../../shared/local-date";
import { District, failed } from "../payment/testing-file";
import { must } from "../story";
import { env } from "../testing";

const YEAR = Number(shanghaiDay(Date.now()).slice(0, 4)) - 1;
const PERIOD = `${YEAR}Y1`;
const raw = (text: string, ...values: unknown[]) =>
  env.DB.prepare(text)
    .bind(...values)
    .run();
/** Paid in earlier years, as far as the limits know. */
const spent = (fen: number) => raw("INSERT OR REPLACE INTO fund_spent (scheme_id, year, amount) VALUES ('xinxiang', 0, ?)", fen);

let xinxiang: District;
const waiting = (year: number, principal: number) =>
  failed(xinxiang, { lender: "bank", mode: "credit", principal, step: "plan", batch: `${year}Y1`, filedOn: day(`${year}-06-01`) });
const list = async (who: string, period = PERIOD) => must(await xinxiang.as(who, "GET", `/allocations?period=${period}`)).body;
const drawUp = (period: string, documentNo = `方案-${period}`) => xinxiang.as("office", "POST", "/allocations", { period, documentNo });
const caseOf = async (who: string, caseId: string) => must(await xinxiang.as(who, "GET", `/cases/${caseId}`)).body;

beforeAll(async () => {
  xinxiang = await District.of("xinxiang", {
    platform: "13800000102",
    office: "13800000104",
    government: "13800000106",
    finance: "13800000107",
    bank: "13800000109",
    other: "13800000110",
    auditor: "13800000113",
  });
});

describe("the whole fund's limit, and what a plan leaves on record", () => {
  let first: { caseId: string; claimId: string };
  let planId: string;

  it("XX-002 XX-031 of 29,000,000.00 only 500,000.00 are left: two claims of 1,000,000.00 and 200,000.00 share them", async () => {
    await spent(2_850_000_000);
    first = await waiting(YEAR, 1_000_000_000);
    await waiting(YEAR, 100_000_000 - 33_333_333);
    const { open, waiting: years } = await list("office");
    expect(years).toEqual([{ period: PERIOD, claims: 2 }]);
    expect(open).toMatchObject({ asked: "1200000.00", available: "500000.00", allocated: "500000.00", short: "700000.00", factor: "0.416666" });
    expect(open).toMatchObject({ bound: "资金总规模", mayDrawUp: true });
    expect(open.rooms).toMatchObject([
      { says: "每年支付上限", at: "10000000.00", used: "0.00", room: "10000000.00", article: "第二条" },
      { says: "资金总规模", at: "29000000.00", used: "28500000.00", room: "500000.00", article: "第二条" },
    ]);
    const drawn = must(await drawUp(PERIOD)).body;
    planId = drawn.id;
    expect(drawn).toMatchObject({ bound: "资金总规模", allocated: "500000.00", factor: "0.416666" });
    const { lines, rooms } = must(await xinxiang.as("auditor", "GET", `/allocations/${planId}`)).body;
    expect(lines.map(({ asked, allocated }: { asked: string; allocated: string }) => [asked, allocated])).toEqual([
      ["1000000.00", "416666.67"],
      ["200000.00", "83333.33"],
    ]);
    expect(rooms).toEqual(open.rooms);
  });

  it("XX-002 what is paid meanwhile leaves less than the plan gives: nobody can agree to it any more", async () => {
    await spent(2_850_000_001);
    const refused = await xinxiang.as("government", "POST", `/allocations/${planId}/agree`, { documentNo: "新政函9号" });
    expect(refused.body.refusals).toMatchObject([
      { code: "fund_total_exceeded", figures: { asked: "500000.00", available: "499999.99" }, article: "第二条" },
    ]);
    await spent(2_850_000_000);
  });

  it("XX-064 the claim's page tells its own bank what it gets of what it asked for; another bank reads neither the case nor any plan", async () => {
    const { file } = await caseOf("bank", first.caseId);
    expect(file.claim.plan).toMatchObject({
      id: planId,
      period: PERIOD,
      asked: "1000000.00",
      allocated: "416666.67",
      short: "583333.33",
      article: "第九条",
      state: "waiting",
    });
    for (const who of ["bank", "other"])
      for (const path of ["/allocations", `/allocations/${planId}`]) expect((await xinxiang.as(who, "GET", path)).body.code).toBe("role_forbidden");
    expect((await xinxiang.as("other", "GET", `/cases/${first.caseId}`)).status).toBe(404);
  });

  it("XX-031 a case offers the plan to those who draw it up and to those who decide, and to nobody else", async () => {
    const ahead = await waiting(YEAR - 1, 10_000_000);
    const offered = async (who: string, { caseId }: { caseId: string }) =>
      (await caseOf(who, caseId)).actions.filter((name: string) => /Allocation|Claim$/.test(name)).sort();
    expect(await offered("office", ahead)).toEqual(["drawUpAllocation", "returnClaim"]);
    expect(await offered("government", first)).toEqual(["agreeAllocation", "returnAllocation"]);
    for (const who of ["platform", "finance", "auditor"]) expect(await offered(who, first)).toEqual([]);
    await env.DB.prepare("UPDATE loan_file SET batch = NULL WHERE case_id = ?").bind(ahead.caseId).run();
  });

  it("XX-031 SQL alone refuses a change of a plan, a second plan of its period, and a second plan of its claim", async () => {
    const plan = (id: string, period: string, round: number) =>
      raw(
        `INSERT INTO allocation (id, scheme_id, period, round, drawn_by, drawn_org, drawn_on, document_no, asked, available, allocated, bound, article, clauses, rule_set, recorded_at)
          SELECT ?, scheme_id, ?, ?, drawn_by, drawn_org, drawn_on, document_no, asked, available, allocated, bound, article, clauses, rule_set, recorded_at
          FROM allocation WHERE id = ?`,
        id,
        period,
        round,
        planId,
      );
    const line = (id: string) =>
      raw(
        `INSERT INTO allocation_line (allocation_id, place, claim_id, case_id, asked, allocated, derivation)
          SELECT ?, place, claim_id, case_id, asked, allocated, derivation FROM allocation_line WHERE allocation_id = ? AND place = 0`,
        id,
        planId,
      );
    for (const text of [
      "UPDATE allocation SET allocated = 1",
      "DELETE FROM allocation",
      "UPDATE allocation_line SET allocated = 1",
      "DELETE FROM allocation_line",
      "UPDATE allocation_room SET room = 0",
      "DELETE FROM allocation_room",
    ])
      await expect(raw(text), text).rejects.toThrow(/append_only/);
    await expect(raw("INSERT OR REPLACE INTO allocation_room SELECT * FROM allocation_room")).rejects.toThrow(/already_exists/);
    await expect(plan("second", PERIOD, 2)).rejects.toThrow(/already_exists/);
    await plan("next-year", `${YEAR + 5}Y1`, 1);
    await expect(line("next-year")).rejects.toThrow(/already_exists/);
    await expect(
      raw(
        `INSERT INTO allocation_decision (allocation_id, agreed, document_no, reason, decided_by, decided_org, decided_on, recorded_at)
          SELECT id, 1, '号', '', 'somebody', drawn_org, drawn_on, recorded_at FROM allocation WHERE id = ?`,
        planId,
      ),
    ).rejects.toThrow(/same_person/);
    // a plan that was returned lets its claim into another
    must(await xinxiang.as("government", "POST", `/allocations/${planId}/return`, { documentNo: "退1号", reason: "再核" }));
    await line("next-year");
  });

  it("no statement around the plans walks through a table that grows", async () => {
    const sent = new Set<string>();
    const plain = env.DB.prepare.bind(env.DB);
    const spy = vi.spyOn(env.DB, "prepare").mockImplementation((text) => {
      sent.add(text);
      return plain(text);
    });
    const one = await waiting(YEAR - 4, 100_000_000);
    sent.clear();
    await list("office", `${YEAR - 4}Y1`);
    await xinxiang.as("office", "GET", "/allocations");
    const drawn = await drawUp(`${YEAR - 4}Y1`);
    for (const who of ["government", "bank"]) await caseOf(who, one.caseId);
    await xinxiang.as("finance", "GET", `/allocations/${drawn.body.id}`);
    await xinxiang.as("government", "POST", `/allocations/${drawn.body.id}/return`, { documentNo: "退2号", reason: "再核" });
    spy.mockRestore();
    const walks: string[] = [];
    for (const text of sent) {
      if (!/allocation|loan_file/.test(text)) continue;
      const values = Array.from({ length: text.match(/\?/g)?.length ?? 0 }, () => null);
      const { results } = await plain(`EXPLAIN QUERY PLAN ${text}`)
        .bind(...values)
        .all<{ detail: string }>();
      for (const { detail } of results)
        if (/^SCAN (allocation|a|l|d|f|r|c|p|e|loan_file|case_file|case_event|payable)\b/.test(detail))
          walks.push(`${detail} ← ${text.slice(0, 300)}`);
    }
    expect([...sent].some((text) => text.includes("allocation_line"))).toBe(true);
    expect(walks).toEqual([]);
  });
});
