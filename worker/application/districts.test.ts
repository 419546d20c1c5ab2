/** From entry to push under 克州 and 包头, and to the list under 东莞, each by those whom its document names. */
import { beforeAll, describe, expect, it } from "vitest";
import { codesOf, today } from "../loan/registration-story";
import { BAOTOU, DONGGUAN, KEZHOU, Way } from "./district-story";

const refusal = (
  { body }: { body: { refusals?: { code: string; field?: string; article?: string; figures: Record<string, string> }[] } },
  code: string,
) => body.refusals?.find((one) => one.code === code);

describe("克州", () => {
  const way = new Way(KEZHOU);
  const [COUNTY, PREFECTURE, OFFICE, OFFICE2, BANK, BANK2] = [2, 3, 4, 5, 11, 12];
  beforeAll(async () => {
    await way.open();
  });

  it("KZ-011 KZ-018 KZ-021 the form asks what the document has vouched for; what is open or does not hold is refused at its field with its article", async () => {
    await way.draft({ attested: {}, monthlyStaff: ["3", "3", "", "3", "3", "3"], localStaffPercent: "120" });
    const form = (await way.as(1, "GET", `/applications/${way.caseId}`)).body;
    expect(form.tasks.find((task: { id: string }) => task.id === "conduct")).toMatchObject({ status: "in_progress", missing: 9 });
    const open = await way.submit();
    expect(refusal(open, "field_required")).toMatchObject({ field: "attested.cleanRecord", article: "第六条（一）1" });
    expect(open.body.refusals.map(({ field }: { field: string }) => field)).toEqual(
      expect.arrayContaining(["attested.repaymentSource", "monthlyStaff.2", "localStaffPercent"]),
    );
    await way.draft({
      monthlyStaff: ["3", "3", "3", "3", "3", "3"],
      localStaffPercent: "20",
      attested: { ...(KEZHOU.more?.attested as object), taxNormal: "no" },
    });
    const wrong = await way.submit();
    expect(refusal(wrong, "tax")).toMatchObject({ field: "attested.taxNormal", article: "第六条（一）1" });
    expect(refusal(wrong, "employment")).toMatchObject({ field: "monthlyStaff", article: "第六条（三）" });
  });

  it("KZ-019 a firm in private lending is refused", async () => {
    await way.draft({ activity: "private_lending" });
    expect(refusal(await way.submit(), "excluded_field")).toMatchObject({ figures: { activity: "private_lending" }, article: "第六条（一）5" });
    await way.draft();
    const sent = await way.submit();
    expect([sent.status, sent.body.next?.who], JSON.stringify(sent.body)).toEqual([200, "阿图什市工业和信息化局"]);
  });

  it("KZ-022 KZ-023 the county department sends it on without a letter, and of two persons at once one is told that it is done", async () => {
    expect((await way.on(PREFECTURE, "screening")).status).not.toBe(200);
    const both = await Promise.all([way.on(COUNTY, "adopt", {}), way.on(COUNTY, "adopt", {})]);
    expect(both.map(({ status }) => status === 200).sort(), JSON.stringify(both.map(({ body }) => body))).toEqual([false, true]);
    expect((await way.see(OFFICE)).body.status).toBe("check");
  });

  it("KZ-024 KZ-070 the prefecture department sees the case and checks it; what it has not asked about stands in the way", async () => {
    const view = (await way.see(PREFECTURE)).body;
    expect([view.status, view.actions], JSON.stringify(view)).toEqual(["check", expect.arrayContaining(["openScreening"])]);
    expect((await way.on(OFFICE, "screening")).body.code).toBe("role_forbidden");
    await way.on(PREFECTURE, "screening");
    await way.finding(PREFECTURE, "credit");
    const early = await way.on(PREFECTURE, "screening/pass", { summary: "符合条件" });
    expect(refusal(early, "check_missing")).toMatchObject({ article: "第二十三条（三）", figures: { missing: "tax、criminal" } });
    for (const topic of ["tax", "criminal"]) expect((await way.finding(PREFECTURE, topic)).status).toBe(200);
    const passed = await way.on(PREFECTURE, "screening/pass", { summary: "符合条件" });
    expect([passed.status, passed.body.status], JSON.stringify(passed.body)).toEqual([200, "approve"]);
    // it stays a party to what it looked at
    expect((await way.see(PREFECTURE)).body.checks).toHaveLength(1);
  });

  it("KZ-025 the finance bureau fixes the list by a number", async () => {
    expect((await way.see(OFFICE)).body.actions).toContain("approveCase");
    const without = await way.on(OFFICE, "approve", { documentNo: " " });
    expect(without.status).not.toBe(200);
    const early = await way.on(OFFICE, "push", {});
    expect(early.status).not.toBe(200);
    expect((await way.on(OFFICE, "approve", { documentNo: "名单〔2026〕1号" })).body.status).toBe("publish");
  });

  it("KZ-026 KZ-061 the list is public with name and day alone, by month; nothing else of the firm is", async () => {
    const before = (await way.as(BANK, "GET", "/list/published")).body;
    expect([before.article, before.entries]).toEqual(["第七条（四）", []]);
    const both = await Promise.all([way.on(OFFICE, "publish"), way.on(OFFICE2, "publish")]);
    expect(both.map(({ status }) => status === 200).sort()).toEqual([false, true]);
    const month = today().slice(0, 7);
    for (const anybody of [1, BANK, 15]) {
      const list = (await way.as(anybody, "GET", `/list/published?month=${month}`)).body;
      expect(list.entries).toEqual([{ name: "阿图什帕米尔食品有限公司", listedOn: today() }]);
      expect(list.months).toEqual([{ month, count: 1 }]);
    }
    expect((await way.as(BANK, "GET", "/list/published?month=2020-01")).body.entries).toEqual([]);
    expect((await way.as(BANK, "GET", `/list/published/export?month=${month}`)).status).toBe(200);
    // a bank that it was not pushed to sees the name and not the case
    expect((await way.see(BANK2)).status).toBe(404);
    expect((await way.as(BANK, "GET", "/list")).body.code).toBe("role_forbidden");
  });

  it("KZ-026 KZ-009 it goes to every bank under an agreement without choosing, and leaving one out is refused", async () => {
    const left = await way.on(OFFICE, "push", { institutions: [await way.orgOf(BANK)] });
    expect(refusal(left, "whitelist_not_pushed")).toMatchObject({
      field: "institutions",
      article: "第七条（四）",
      figures: { missing: "天山南银行克州分行" },
    });
    const pushed = await way.on(OFFICE, "push", {});
    expect([pushed.status, pushed.body.leads?.length], JSON.stringify(pushed.body)).toEqual([200, 2]);
    for (const bank of [BANK, BANK2]) {
      expect((await way.as(bank, "GET", "/leads")).body.leads).toHaveLength(1);
      expect((await way.see(bank)).body.actions).toContain("offerLead");
    }
  });
});

describe("包头", () => {
  const way = new Way(BAOTOU);
  const [QINGSHAN, DONGHE, OFFICE, BANK] = [2, 3, 4, 11];
  beforeAll(async () => {
    await way.open();
  });

  it("BT-009 a department recommends the firms of its own area alone", async () => {
    await way.draft({ addressedTo: await way.orgOf(DONGHE) });
    expect((await way.submit()).status).toBe(200);
    const other = await way.on(DONGHE, "adopt", {});
    expect(refusal(other, "area_scope")).toMatchObject({ article: "第七条", figures: { area: "青山区", unit: "东河区工信和科技局" } });
    expect((await way.on(DONGHE, "return", { reason: "不在本区" })).status).toBe(200);
    await way.draft({ addressedTo: await way.orgOf(QINGSHAN) });
    const sent = await way.submit();
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    expect((await way.on(QINGSHAN, "adopt", {})).body.status).toBe("check");
  });

  it("BT-040 the office looks on the spot, refers by a numbered form, and pushes to banks under an agreement", async () => {
    await way.on(OFFICE, "screening");
    await way.finding(OFFICE, "other");
    expect(refusal(await way.on(OFFICE, "screening/pass", { summary: "看过" }), "check_missing")).toMatchObject({
      figures: { missing: "operations" },
    });
    await way.finding(OFFICE, "operations");
    expect((await way.on(OFFICE, "screening/pass", { summary: "看过" })).body.status).toBe("approve");
    expect((await way.on(OFFICE, "approve", { documentNo: "推荐表1号" })).body.status).toBe("push");
    expect(codesOf(await way.on(OFFICE, "push", {}))).toContain("no_institution");
    const pushed = await way.on(OFFICE, "push", { institutions: [await way.orgOf(BANK)] });
    expect([pushed.status, pushed.body.leads?.length], JSON.stringify(pushed.body)).toEqual([200, 1]);
    // the document makes nothing public
    expect((await way.as(BANK, "GET", "/list/published")).body).toEqual({ article: null, months: [], entries: [] });
  });
});

describe("东莞", () => {
  const way = new Way(DONGGUAN);
  const [SCIENCE, FARMING, OFFICE, BANK] = [2, 17, 4, 11];
  const SEATS = [4, 6, 2, 3, 17, 18, 19, 20, 21];
  beforeAll(async () => {
    await way.open();
  });
  const decision = async (more: Record<string, unknown> = {}) => ({
    topic: "whitelist",
    documentNo: "纪要〔2026〕1号",
    decidedOn: today(),
    from: today(),
    says: "确定第一批名单",
    roster: await Promise.all(SEATS.map(way.orgOf)),
    ...more,
  });

  it("DG-013 a recommendation says by what the firm was chosen", async () => {
    await way.draft();
    const sent = await way.submit();
    expect(sent.status, JSON.stringify(sent.body)).toBe(200);
    expect(refusal(await way.on(SCIENCE, "adopt", {}), "whitelist_basis")).toMatchObject({ field: "justification", article: "三（二）" });
    expect((await way.on(SCIENCE, "adopt", { justification: "综合评分第三名" })).body.status).toBe("approve");
  });

  it("DG-033 DG-034 a number of no recorded decision is refused; the convenor records decisions with every named member present", async () => {
    const none = await way.on(OFFICE, "approve", { documentNo: "纪要〔2026〕1号" });
    expect(refusal(none, "decision_required")).toMatchObject({
      field: "documentNo",
      article: "四（一）",
      figures: { documentNo: "纪要〔2026〕1号" },
    });
    expect((await way.as(SCIENCE, "POST", "/conference/decisions", await decision())).body.code).toBe("role_forbidden");
    const roster = await Promise.all(SEATS.slice(0, -1).map(way.orgOf));
    const absent = await way.as(OFFICE, "POST", "/conference/decisions", await decision({ roster }));
    expect(refusal(absent, "conference_roster")).toMatchObject({ field: "roster", figures: { missing: "国家金融监督管理总局东莞监管分局" } });
    expect(codesOf(await way.as(OFFICE, "POST", "/conference/decisions", await decision({ topic: "weather" })))).toEqual(["field_invalid"]);
    const other = await way.as(OFFICE, "POST", "/conference/decisions", await decision({ topic: "loan_types" }));
    expect(other.status, JSON.stringify(other.body)).toBe(201);
    // a decision on another matter is none on this one
    expect(codesOf(await way.on(OFFICE, "approve", { documentNo: "纪要〔2026〕1号" }))).toEqual(["decision_required"]);
    expect((await way.as(OFFICE, "POST", "/conference/decisions", await decision())).status).toBe(201);
    expect(codesOf(await way.as(OFFICE, "POST", "/conference/decisions", await decision()))).toEqual(["decision_twice"]);
    expect((await way.as(OFFICE, "GET", "/conference/decisions?topic=whitelist")).body.decisions).toMatchObject([
      { documentNo: "纪要〔2026〕1号", topicSays: "优质企业名单", article: "四（一）" },
    ]);
    const listed = await way.on(OFFICE, "approve", { documentNo: "纪要〔2026〕1号" });
    expect([listed.status, listed.body.status], JSON.stringify(listed.body)).toEqual([200, "register"]);
    // the list is not public here
    expect((await way.as(BANK, "GET", "/list/published")).body.entries).toEqual([]);
  });

  it("DG-039 bad news of a department asks for a review; the office keeps the firm or takes it off the list, and both once", async () => {
    const news = { on: today(), adverse: true, says: "被处罚" };
    expect((await way.on(BANK, "feedback", news)).body.code).toBe("role_forbidden");
    expect(codesOf(await way.on(FARMING, "feedback", { ...news, on: "2099-01-01" }))).toEqual(["date_invalid"]);
    expect((await way.on(FARMING, "feedback", { ...news, adverse: false })).body.flagged).toBe(false);
    expect((await way.on(FARMING, "feedback", news)).body.flagged).toBe(true);
    const [firm] = (await way.as(FARMING, "GET", "/list")).body.firms;
    expect([firm.news.length, firm.flags]).toEqual([2, [expect.objectContaining({ code: "whitelist_review", article: "四（二）" })]]);
    expect((await way.on(OFFICE, "list-review", { keeps: true, reason: "已整改" })).body.removedOn).toBeNull();
    expect((await way.as(OFFICE, "GET", "/list")).body.firms[0].flags).toEqual([]);
    await way.on(FARMING, "feedback", news);
    expect((await way.as(OFFICE, "GET", "/list")).body.firms[0].flags).toHaveLength(1);
    const removals = await Promise.all([4, 5].map((who) => way.on(who, "list-review", { keeps: false, reason: "失信" })));
    expect(removals.map(({ status }) => status === 200).sort()).toEqual([false, true]);
    expect(removals.flatMap(codesOf)).toEqual(["whitelist_cancelled"]);
    expect((await way.as(OFFICE, "GET", "/list")).body.firms[0].removedOn).toBe(today());
    expect(codesOf(await way.on(FARMING, "feedback", news))).toEqual(["whitelist_cancelled"]);
  });
});
