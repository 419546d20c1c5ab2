import { beforeAll, describe, expect, it } from "vitest";
import { day, shanghaiDay } from "../../shared/local-date";
import { recountBooks } from "../fund/recount";
import { District, failed } from "../payment/testing-file";
import { must } from "../story";
import { env } from "../testing";

const TODAY = shanghaiDay(Date.now());
const YEAR = Number(TODAY.slice(0, 4));

describe("the year's money of 新乡", () => {
  let xinxiang: District;
  const waiting = (year: number, principal: number, step = "plan") =>
    failed(xinxiang, { lender: "bank", mode: "credit", principal, step, batch: `${year}Y1`, filedOn: day(`${year}-06-01`) });
  const open = async (year: number) => must(await xinxiang.as("office", "GET", `/allocations?period=${year}Y1`)).body.open;
  const drawUp = (year: number, who = "office") => xinxiang.as(who, "POST", "/allocations", { period: `${year}Y1`, documentNo: `方案-${year}` });
  const agree = (id: string, who = "government") => xinxiang.as(who, "POST", `/allocations/${id}/agree`, { documentNo: "新政函1号" });
  const fileOf = async (caseId: string) => must(await xinxiang.as("office", "GET", `/cases/${caseId}`)).body.file;

  beforeAll(async () => {
    xinxiang = await District.of("xinxiang", {
      office: "13800000104",
      government: "13800000106",
      finance: "13800000107",
      bank: "13800000109",
    });
  });

  it("XX-030 XX-036 nothing is planned for a year that is not over; a claim with its opinion later belongs to the later year", async () => {
    const { claimId } = await waiting(YEAR, 10_000_000);
    const seen = await open(YEAR);
    expect(seen).toMatchObject({ claims: 1, mayDrawUp: false, obstacles: [{ code: "alloc_state", article: "第九条" }] });
    expect(seen.lines[0].claimId).toBe(claimId);
    expect((await drawUp(YEAR)).body.refusals).toMatchObject([{ code: "alloc_state", figures: { batch: `${YEAR}Y1`, until: `${YEAR}-12-31` } }]);
  });

  it("XX-031 XX-037 XX-021 enough money: each gets all it asked for, by the office's plan and the leading group's document", async () => {
    const one = await waiting(YEAR - 3, 100_000_000);
    const two = await waiting(YEAR - 3, 200_000_000);
    expect((await xinxiang.as("office", "POST", `/cases/${one.caseId}/claim/report`, { documentNo: "单1号" })).body.code).toBe("alloc_state");
    expect((await drawUp(YEAR - 3, "government")).body.code).toBe("role_forbidden");
    expect(await open(YEAR - 3)).toMatchObject({ mayDrawUp: true, asked: "700000.00", allocated: "700000.00", short: "0.00" });
    const drawn = must(await drawUp(YEAR - 3)).body;
    expect(drawn).toMatchObject({ claims: 2, asked: "700000.00", allocated: "700000.00", decision: null });
    expect((await fileOf(one.caseId)).claim.step).toBe("leading_group");
    for (const [verb, body] of [
      ["consent", { documentNo: "单2号" }],
      ["return", { documentNo: "单2号", reason: "单独" }],
    ] as const)
      expect((await xinxiang.as("government", "POST", `/cases/${one.caseId}/claim/${verb}`, body)).body.code).toBe("alloc_state");
    expect((await agree(drawn.id, "office")).body.code).toBe("role_forbidden");
    expect(must(await agree(drawn.id)).body).toMatchObject({ decision: { agreed: true, documentNo: "新政函1号" } });
    expect((await fileOf(two.caseId)).claim).toMatchObject({ step: "pay", consent: { amount: "400000.00", documentNo: "新政函1号" } });
    const payables = must(await xinxiang.as("finance", "GET", "/payables")).body.payables.map((row: { id: string }) => row.id);
    expect(payables).toEqual(expect.arrayContaining([one.claimId, two.claimId]));
    expect((await agree(drawn.id)).body.code).toBe("already_exists");
    expect((await recountBooks(env.DB, xinxiang.scheme, TODAY)).findings).toEqual([]);
  });

  it("XX-020 XX-031 a plan that was returned stays on record, its claims wait for another", async () => {
    const one = await waiting(YEAR - 2, 100_000_000);
    const drawn = must(await drawUp(YEAR - 2)).body;
    expect((await drawUp(YEAR - 2)).body.code).toBe("already_exists");
    must(await xinxiang.as("government", "POST", `/allocations/${drawn.id}/return`, { documentNo: "新政退1号", reason: "再核" }));
    expect((await fileOf(one.caseId)).claim).toMatchObject({ step: "plan", returned: { reason: "再核" } });
    expect((await agree(drawn.id)).body.code).toBe("already_exists");
    const again = must(await drawUp(YEAR - 2)).body;
    expect(again.round).toBe(2);
    must(await agree(again.id));
    expect(must(await xinxiang.as("finance", "GET", `/allocations/${again.id}`)).body.lines).toMatchObject([
      { claimId: one.claimId, asked: "300000.00", allocated: "300000.00", short: "0.00" },
    ]);
  });

  it("XX-003 XX-031 XX-037 short: what was agreed to and is unpaid counts, the rest goes in proportion to the last fen, and of two at once one stands", async () => {
    // 1,000,000.00 are agreed to and unpaid: nine million are left for ten claims that ask for more
    const all = [];
    for (let at = 0; at < 10; at++) all.push(await waiting(YEAR - 1, at === 0 ? 999_999_999 : 1_000_000_000));
    const late = await waiting(YEAR - 1, 10_000_000, "consolidation");
    expect((await drawUp(YEAR - 1)).body.refusals).toMatchObject([{ code: "alloc_state", figures: { claims: "1" } }]);
    await env.DB.prepare("UPDATE loan_file SET batch = NULL WHERE case_id = ?").bind(late.caseId).run();
    const seen = await open(YEAR - 1);
    expect(seen).toMatchObject({ claims: 10, asked: "10000000.00", available: "9000000.00", short: "1000000.00", carriesOver: false });
    expect(seen.rooms[0]).toMatchObject({ used: "1000000.00", room: "9000000.00", article: "第二条" });
    const both = await Promise.all([drawUp(YEAR - 1), drawUp(YEAR - 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const drawn = both.find(({ status }) => status === 201)?.body;
    const { lines } = must(await xinxiang.as("government", "GET", `/allocations/${drawn.id}`)).body;
    const fen = lines.reduce((sum: number, line: { allocated: string }) => sum + Math.round(Number(line.allocated) * 100), 0);
    expect(fen).toBe(900_000_000);
    const answers = await Promise.all([agree(drawn.id), agree(drawn.id)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { caseId } of all.slice(0, 2)) expect((await fileOf(caseId)).claim.consent.amount).toBe("900000.00");
    const { total } =
      (await env.DB.prepare("SELECT SUM(amount) AS total FROM payable WHERE scheme_id = 'xinxiang'").first<{ total: number }>()) ?? {};
    expect(total).toBe(1_000_000_000);
    expect((await recountBooks(env.DB, xinxiang.scheme, TODAY)).findings).toEqual([]);
  });
});
