/** The fund for its readers: balances that are read, the way to the pause, the ledger by pages and as a spreadsheet, reports and major matters. */
import { read, utils } from "@e965/xlsx";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { halfYearOf } from "../../shared/calendar/deadline";
import type { FundView, PostingRow } from "../../shared/contract/fund";
import { addDays, type LocalDate } from "../../shared/local-date";
import { app } from "../app";
import { applied, type Cast, cast, idOf, loanBody, meeting, must, offered, openedFund, pushed, screened, voted } from "../story";
import { call, env, phoneOf, tokenOf } from "../testing";
import { ago, compensated, moved } from "./testing-books";

let who: Cast;
let second: string;
let caseId: string;
const fund = async (token = who.office): Promise<FundView> => must(await call("GET", "/fund", undefined, { token })).body;
const get = async (path: string, token = who.office) => must(await call("GET", path, undefined, { token })).body;

beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  who = await cast();
  second = await tokenOf(phoneOf(15));
  caseId = await applied(who.firm, 1, (await idOf(who.department)).orgId);
  await screened(who, caseId);
  await voted(who, caseId, await meeting(who), { office: "medium", finance: "medium", department: "medium" });
  const { bankA = "" } = await pushed(who, caseId, ["bankA"]);
  await offered(who.bankA, caseId, bankA);
  must(await call("POST", `/cases/${caseId}/leads/${bankA}/loan`, loanBody("HT-1"), { token: who.bankA }));
}, 60_000);

describe("a fund without books", () => {
  it("says so, with what its live loans already commit", async () => {
    const found = await fund();
    expect(found).toMatchObject({ openedOn: null, available: "0.00", flags: [], check: null, waiting: 0 });
    expect(found.exposure).toMatchObject({ committed: "1500000.00", over: "1500000.00", warning: { code: "exposure_over" } });
  });
});

describe("an opened fund", () => {
  beforeAll(async () => {
    await openedFund(who);
  });
  it("YQ-025 YQ-026 YQ-027 has its two parts, to the fen", async () => {
    expect(await fund()).toMatchObject({
      size: "30000000.00",
      cash: "15000000.00",
      quota: "15000000.00",
      available: "30000000.00",
      free: { cash: "15000000.00", quota: "15000000.00" },
      exposure: { committed: "1500000.00", worst: "1500000.00", over: "0.00" },
      breaker: { state: "ACTIVE", epoch: 1, basis: "gross", left: "21000000.00", pauseAt: "21000000.00", restartAt: "15000000.00", forecast: null },
    });
  });
  it("YQ-032 finance, government and auditor read every figure and posting that the office does", async () => {
    const [ours, postings] = [await fund(), await get("/fund/postings")];
    for (const token of [who.finance, who.government, await tokenOf(phoneOf(13))]) {
      expect(await fund(token)).toEqual(ours);
      expect(await get("/fund/postings", token)).toEqual(postings);
    }
    for (const token of [who.bankA, who.firm, await tokenOf(phoneOf(12))])
      expect(await call("GET", "/fund", undefined, { token })).toMatchObject({ status: 403, body: { code: "role_forbidden" } });
  });
  it("YQ-086 tells at which pace it runs towards its pause, on what was paid in the last half-year", async () => {
    await compensated("old", caseId, 100_000_000, ago(200));
    await compensated("new", caseId, 200_000_000, ago(90));
    const { breaker, months } = await fund();
    // 18,000,000.00 are left; 2,000,000.00 went in 180 days: 1,620 days
    expect(breaker).toMatchObject({ left: "18000000.00", forecast: { days: 1620, overDays: 180, on: addDays(ago(0), 1620) } });
    expect(months).toHaveLength(12);
    expect(months.at(-1)?.available).toBe("27000000.00");
    const month = (days: number) => months.find((one) => one.month === ago(days).slice(0, 7));
    expect(month(90)?.paid).toBe("2000000.00");
    expect(month(200)?.paid).toBe("1000000.00");
  });
});

describe("the pause and what comes after", () => {
  beforeAll(async () => {
    await moved("interest", "interest", "", "", 1, ago(3));
    await compensated("big", caseId, 1_800_000_000, ago(2), 599_999_999);
  });
  it("YQ-086 the payment that reaches the line brings the pause, which is a major matter", async () => {
    const found = await fund();
    expect(found).toMatchObject({
      cash: "0.00",
      quota: "9000000.01",
      counts: { paid: "21000000.00" },
      breaker: { state: "PAUSED", epoch: 1, left: "0.00", changes: [{ to: "PAUSED", on: ago(2), article: "三（八）" }] },
    });
    const { matters } = await get("/fund/major");
    expect(matters).toMatchObject([{ what: "fund_paused", on: ago(2), reportedOn: null, article: "三（八）" }]);
  });
  it("YQ-085 a major matter is told once, with its paper, and is overdue after its time", async () => {
    await env.DB.prepare(
      "INSERT INTO major_matter (id, scheme_id, what, on_day, figures, article, recorded_at) VALUES ('earlier', 'yanqing', 'fund_paused', ?, '{}', '三（八）', 1)",
    )
      .bind(ago(30))
      .run();
    const overdue = async () => (await get("/fund/major")).matters.find((one: { id: string }) => one.id === "earlier");
    expect(await overdue()).toMatchObject({ overdue: true });
    expect((await fund()).flags).toContainEqual(expect.objectContaining({ code: "major_event_unreported", article: "三（七）末段" }));
    const tell = () => call("POST", "/fund/major/earlier/reported", { documentNo: "延发改报〔2026〕3号" }, { token: second });
    must(await tell());
    expect(await overdue()).toMatchObject({ overdue: false, reportedOn: ago(0), documentNo: "延发改报〔2026〕3号" });
    expect(await tell()).toMatchObject({ status: 409, body: { code: "already_exists" } });
    const foreign = await call("POST", "/fund/major/earlier/reported", { documentNo: "1" }, { token: who.finance });
    expect(foreign).toMatchObject({ status: 403 });
  });
  it("YQ-087 what comes back restarts it; from then on the pause is measured on what is left", async () => {
    await moved("back-1", "recovery_return", caseId, "big", 599_999_998, ago(1));
    expect(await fund()).toMatchObject({ available: "14999999.99", breaker: { state: "PAUSED" } });
    await moved("back-2", "recovery_return", caseId, "big", 1, ago(1));
    expect(await fund()).toMatchObject({
      available: "15000000.00",
      counts: { returned: "5999999.99" },
      // the balance rule pauses at 9,000,000.00 left
      breaker: { state: "ACTIVE", epoch: 2, basis: "balance", left: "6000000.00", changes: [{ to: "ACTIVE", epoch: 2 }, { to: "PAUSED" }] },
    });
  });
});

/** Every page, newest first. */
async function allPostings(filter = ""): Promise<PostingRow[]> {
  const rows: PostingRow[] = [];
  for (let cursor = ""; ; ) {
    const page = await get(`/fund/postings?limit=3${filter}${cursor}`);
    rows.push(...page.postings);
    if (!page.next) return rows;
    cursor = `&cursor=${page.next}`;
  }
}

describe("the ledger by pages", () => {
  it("comes newest first, each row once, whatever the page", async () => {
    const rows = await allPostings();
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => rows.length - at));
    expect(await allPostings(`&from=${ago(400)}`)).toHaveLength(rows.length);
  });
  it("is found by reason, by case and by day", async () => {
    const paid = await allPostings("&reason=compensation");
    expect(paid.map(({ amount }) => amount)).toEqual(["18000000.00", "2000000.00", "1000000.00"]);
    expect((await allPostings(`&caseId=${caseId}`)).every((row) => row.caseId === caseId && row.caseNo?.startsWith("YQ"))).toBe(true);
    expect((await allPostings(`&from=${ago(90)}&until=${ago(90)}`)).map(({ transferId }) => transferId)).toEqual(["new-pay"]);
    expect(await allPostings(`&reason=compensation&caseId=${caseId}&from=${ago(250)}&until=${ago(150)}`)).toHaveLength(1);
  });
  it("a cursor that is none is refused", async () => {
    expect(await call("GET", "/fund/postings?cursor=x", undefined, { token: who.office })).toMatchObject({
      status: 400,
      body: { code: "field_invalid" },
    });
  });
});

type Sheets = Record<string, (string | number)[][]>;
async function exported(query = ""): Promise<Sheets> {
  const request = new Request(`http://test/api/fund/ledger${query}`, { headers: { authorization: `Bearer ${who.finance}` } });
  const answer = await app.fetch(request, env, { waitUntil: () => {}, passThroughOnException: () => {} } as unknown as ExecutionContext);
  expect(answer.status).toBe(200);
  const book = read(await answer.arrayBuffer(), { type: "array", cellFormula: true });
  for (const sheet of Object.values(book.Sheets))
    for (const [place, cell] of Object.entries(sheet)) if (!place.startsWith("!")) expect(["s", "n"]).toContain((cell as { t: string }).t);
  return Object.fromEntries(book.SheetNames.map((name) => [name, utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, raw: true })])) as Sheets;
}
/** A number of the sheet as fen; anything that is not a whole fen shows. */
const fenOf = (cell: string | number | undefined): number => {
  expect(typeof cell).toBe("number");
  const amount = Number(cell) * 100;
  expect(Math.abs(amount - Math.round(amount))).toBeLessThan(1e-4);
  return Math.round(amount);
};
const fenIn = (yuan: string): number => Math.round(Number(yuan) * 100);

describe("YQ-032 the ledger as a spreadsheet equals the screens to the fen", () => {
  it("postings and entries row by row", async () => {
    const { 流水: rows = [], 分录: entries = [] } = await exported();
    const shown = (await allPostings()).reverse();
    expect(rows.slice(1).map((row) => [row[0], row[12], row[2], fenOf(row[4])])).toEqual(
      shown.map((row) => [String(row.seq), row.transferId, row.on, fenIn(row.amount)]),
    );
    expect(entries.slice(1).map((row) => [row[0], row[3], row[5], fenOf(row[6])])).toEqual(
      shown
        .filter(({ type }) => type === "posted")
        .flatMap((row) => row.entries.map((one) => [String(row.seq), one.says, one.side === "debit" ? "借" : "贷", fenIn(one.amount)])),
    );
  });
  it("balances, which close what they opened with and moved, down to a trial balance of nothing", async () => {
    const { accounts } = await fund();
    const { 余额: rows = [] } = await exported();
    const totals = rows.slice(1, -1).filter((row) => row[1] === "");
    expect(totals.map((row) => [row[0], fenOf(row[7])])).toEqual(accounts.map(({ says, balance }) => [says, fenIn(balance)]));
    for (const [, , , side, opening, debit, credit, closing] of rows.slice(1, -1))
      expect(fenOf(opening) + (side === "借" ? 1 : -1) * (fenOf(debit) - fenOf(credit))).toBe(fenOf(closing));
    expect(rows.at(-1)?.[0]).toBe("试算平衡");
    expect(fenOf(rows.at(-1)?.[7])).toBe(0);
    const kept = rows.filter((row) => row[0] === "已代偿待追偿" && row[1] !== "");
    expect(kept.reduce((sum, row) => sum + fenOf(row[7]), 0)).toBe(fenOf(totals.find((row) => row[0] === "已代偿待追偿")?.[7]));
  });
  it("a range opens with what stood before it and closes with what stood after", async () => {
    const [early, late] = [await exported(`?until=${ago(100)}`), await exported(`?from=${ago(99)}`)];
    const column = (sheets: Sheets, at: number) =>
      Object.fromEntries(
        (sheets.余额 ?? [])
          .slice(1, -1)
          .filter((row) => row[1] === "")
          .map((row) => [row[0], fenOf(row[at])]),
      );
    expect(column(early, 7)).toEqual(column(late, 4));
    expect(column(early, 7)).toMatchObject({ 已代偿待追偿: 100_000_000 });
    expect((early.流水?.length ?? 0) - 1 + (late.流水?.length ?? 0) - 1).toBe((await allPostings()).length);
    expect(await call("GET", "/fund/ledger?from=junk", undefined, { token: who.office })).toMatchObject({
      status: 400,
      body: { code: "date_invalid" },
    });
  });
});

describe("YQ-084 YQ-098 the half-year's report", () => {
  const now = halfYearOf(ago(0));
  const last = halfYearOf(addDays(now.first, -1));
  const sum = (postings: readonly PostingRow[], reason: string, { first, last: until }: { first: LocalDate; last: LocalDate }) =>
    postings.filter((row) => row.reason === reason && row.on >= first && row.on <= until).reduce((total, row) => total + fenIn(row.amount), 0);
  it("its figures are those of the ledger", async () => {
    const postings = await allPostings();
    for (const half of [last, now]) {
      const report = await get(`/fund/reports/${half.name}`, who.government);
      expect(fenIn(report.inPeriod.paid)).toBe(sum(postings, "compensation", half));
      expect(fenIn(report.inPeriod.returned)).toBe(sum(postings, "recovery_return", half));
      for (const { reason, amount } of report.moved) expect([reason, fenIn(amount)]).toEqual([reason, sum(postings, reason, half)]);
    }
    const report = await get(`/fund/reports/${now.name}`);
    const { cash, quota, counts } = await fund();
    expect(report).toMatchObject({ cash, quota, toDate: { paid: counts.paid, returned: counts.returned }, rate: "0.2857", article: "三（七）末段" });
    expect(report.changes.map(({ to }: { to: string }) => to)).toEqual(["PAUSED", "ACTIVE"]);
    expect(report.reported).toBeNull();
  });
  it("is told once, when the half is over, and closes it for later vouchers", async () => {
    const tell = (half: string, token = second) => call("POST", `/fund/reports/${half}`, { documentNo: "延发改报〔2026〕7号" }, { token });
    expect(await tell(now.name)).toMatchObject({ status: 400, body: { code: "date_invalid" } });
    expect(await tell(last.name, who.finance)).toMatchObject({ status: 403 });
    must(await tell(last.name));
    expect(await tell(last.name)).toMatchObject({ status: 409, body: { code: "already_exists" } });
    expect(await get(`/fund/reports/${last.name}`)).toMatchObject({ reported: { documentNo: "延发改报〔2026〕7号", on: ago(0) } });
    const late = await call(
      "POST",
      "/fund/vouchers",
      { kind: "movement", reason: "interest", amount: "1.00", on: last.last, documentNo: "回单" },
      { token: who.office },
    );
    expect(late).toMatchObject({ status: 400, body: { code: "date_invalid", refusals: [{ field: "on", figures: { since: last.last } }] } });
  });
  it.each(["2026H3", "x", "2199H1", "2026Q1"])("there is none of %s", async (half) => {
    expect(await call("GET", `/fund/reports/${half}`, undefined, { token: who.office })).toMatchObject({ status: 404 });
  });
});
