/** What misconduct bars, through the API of 新乡, 克州 and 包头: findings, who is told, what it reaches, how it ends. */
import { beforeAll, describe, expect, it } from "vitest";
import { addDays } from "../../shared/local-date";
import { at, codesOf, District, daysAgo, directLoan, firmCode, today } from "../loan/registration-story";
import { env } from "../testing";

const xinxiang = new District("xinxiang", "138000001");
const [PLATFORM, OFFICE, SECOND, GROUP, FINANCE, BANK_A, BANK_B, REGULATOR] = [2, 4, 5, 6, 7, 9, 10, 14];
let bankA: string;
let bankB: string;

beforeAll(async () => {
  await xinxiang.open();
  [bankA, bankB] = await Promise.all([xinxiang.orgOf(BANK_A), xinxiang.orgOf(BANK_B)]);
}, 60_000);

const find = (body: Record<string, unknown>, place = OFFICE) =>
  xinxiang.as(place, "POST", "/bans", { verifiedOn: today(), documentNo: "认定1号", reason: "经查实", ...body });
const noticesOf = async (district: District, place: number, code: string) =>
  ((await district.as(place, "GET", "/notices")).body.notices as { code: string; figures: Record<string, string> }[]).filter(
    (one) => one.code === code,
  );
const firm = (n: number) => ({ rule: "enterprise_fraud", conduct: "diverted", creditCode: firmCode(n), name: `新乡试验${n}号有限公司` });

describe("新乡: a firm", () => {
  it("XX-062 needs a finding of the article's own kinds, by whom it names, with its paper", async () => {
    expect(codesOf(await find({ ...firm(1), conduct: "hearsay" }))).toEqual(["finding_unproven"]);
    expect(codesOf(await find({ ...firm(1), documentNo: " " }))).toEqual(["finding_unproven"]);
    expect(codesOf(await find({ ...firm(1), verifiedOn: addDays(today(), 1) }))).toEqual(["finding_unproven"]);
    for (const place of [PLATFORM, FINANCE, BANK_A, REGULATOR]) expect(codesOf(await find(firm(1), place))).toEqual(["role_forbidden"]);
  });

  it("XX-062 is excluded for ever: no loan is entered for it, by any bank, and no decision lifts it", async () => {
    expect((await xinxiang.as(BANK_A, "POST", "/registrations", directLoan(1))).body.status).toBe("funded");
    const found = await find(firm(1), GROUP);
    expect(found.body).toMatchObject({ lasts: "for_ever", through: null, firstAllowedOn: null, article: "第十六条", active: true });
    for (const place of [BANK_A, BANK_B])
      expect(at(await xinxiang.as(place, "POST", "/registrations", directLoan(1)), "enterprise_banned")).toMatchObject({ article: "第十六条" });
    const lift = await xinxiang.as(OFFICE, "POST", "/bans/lifts", {
      rule: "enterprise_fraud",
      creditCode: firmCode(1),
      documentNo: "解除1号",
      reason: "申请",
    });
    expect(codesOf(lift)).toEqual(["sanction_invalid"]);
  });

  it("XX-063 XX-064 tells finance, and of the institutions those alone that lent to it", async () => {
    expect(await noticesOf(xinxiang, FINANCE, "ban_told")).toHaveLength(1);
    expect((await noticesOf(xinxiang, BANK_A, "ban_told")).map(({ figures }) => figures.says)).toEqual(["通过法律手段清收"]);
    expect(await noticesOf(xinxiang, BANK_B, "ban_told")).toEqual([]);
    expect(codesOf(await xinxiang.as(BANK_B, "GET", "/bans"))).toEqual(["role_forbidden"]);
  });

  it("XX-062 a finding that was wrong is withdrawn by another person, and then never was", async () => {
    const found = await find({ ...firm(2), documentNo: "认定2号" });
    expect(codesOf(await find({ ...firm(2), documentNo: "认定2号" }))).toEqual(["already_exists"]);
    const withdraw = (place: number) => xinxiang.as(place, "POST", `/bans/${found.body.id}/withdraw`, { documentNo: "撤销1号", reason: "认错企业" });
    expect(codesOf(await withdraw(OFFICE))).toEqual(["same_person"]);
    expect((await withdraw(GROUP)).status).toBe(404);
    expect((await withdraw(SECOND)).status).toBe(200);
    expect(codesOf(await withdraw(SECOND))).toEqual(["already_exists"]);
    expect((await xinxiang.as(BANK_B, "POST", "/registrations", directLoan(2))).body.status).toBe("funded");
  });
});

describe("新乡: an institution", () => {
  it("XX-060 XX-061 is no partner and enters no loan for three years, from the finding", async () => {
    const found = await find({ rule: "institution_fraud", conduct: "falsified", orgId: bankB, verifiedOn: daysAgo(10), documentNo: "认定3号" });
    expect(found.body).toMatchObject({ of: "institution", lasts: "years", active: true, voucherId: null });
    expect(found.body.through.slice(0, 4)).toBe(String(Number(daysAgo(10).slice(0, 4)) + 3));
    expect(at(await xinxiang.as(BANK_B, "POST", "/registrations", directLoan(3)), "partner_banned")).toMatchObject({
      figures: { blockedThrough: found.body.through },
    });
    expect((await xinxiang.as(BANK_A, "POST", "/registrations", directLoan(3))).body.status).toBe("funded");
    expect(await noticesOf(xinxiang, BANK_B, "ban_found")).toHaveLength(1);
  });

  it("XX-061 and claims nothing for what it lent before", async () => {
    const made = await xinxiang.as(BANK_A, "POST", "/registrations", directLoan(5));
    const claim = { grade: "substandard", overdueDays: 90, letterNo: "", principal: "2000000.00", interest: "0.00", covered: "0.00" };
    const filed = () => xinxiang.as(BANK_A, "POST", `/cases/${made.body.caseId}/claim`, claim);
    expect(codesOf(await filed())).not.toContain("partner_banned");
    const found = await find({ rule: "institution_fraud", conduct: "colluded", orgId: bankA, documentNo: "认定6号" });
    expect(at(await filed(), "partner_banned")).toMatchObject({ figures: { firstAllowedOn: found.body.firstAllowedOn }, article: "第十六条" });
    const withdrawn = await xinxiang.as(SECOND, "POST", `/bans/${found.body.id}/withdraw`, { documentNo: "撤销2号", reason: "有误" });
    expect(withdrawn.status).toBe(200);
    expect(codesOf(await filed())).not.toContain("partner_banned");
  });

  it("XX-059 asks for the institution itself, and for a loan that it stands behind", async () => {
    expect(at(await find({ rule: "institution_fraud", conduct: "colluded" }), "org_unknown")).toMatchObject({ field: "orgId" });
    const made = await xinxiang.as(BANK_A, "POST", "/registrations", directLoan(4));
    const wrong = await find({ rule: "institution_fraud", conduct: "colluded", orgId: bankB, caseId: made.body.caseId, documentNo: "认定4号" });
    expect(codesOf(wrong)).toEqual(["not_found"]);
    const nothingPaid = await find({ rule: "institution_fraud", conduct: "colluded", orgId: bankA, caseId: made.body.caseId, documentNo: "认定5号" });
    expect(nothingPaid.body).toMatchObject({ clawback: "0.00", voucherId: null });
  });

  it("keeps every finding", async () => {
    for (const table of ["ban", "ban_withdrawal"]) {
      await expect(env.DB.prepare(`UPDATE ${table} SET reason = 'x'`).run()).rejects.toThrow(/append_only/);
      await expect(env.DB.prepare(`DELETE FROM ${table}`).run()).rejects.toThrow(/append_only/);
    }
  });
});

describe("克州 and 包头: until the authority decides otherwise", () => {
  const kezhou = new District("kezhou", "138000002");
  const baotou = new District("baotou", "138000004");

  it("KZ-083 KZ-084 a bank finds evasion; the office lifts it from the next day on, a bank that is no party is told nothing", async () => {
    await kezhou.open();
    const code = "91653001MADEMB0112";
    const body = { rule: "evasion", conduct: "evaded", creditCode: code, verifiedOn: daysAgo(3), documentNo: "认定1号", reason: "转移资产" };
    const found = await kezhou.as(11, "POST", "/bans", body);
    expect(found.body).toMatchObject({ lasts: "until_decided", active: true });
    expect(await noticesOf(kezhou, 3, "ban_told")).toHaveLength(1);
    expect(await noticesOf(kezhou, 12, "ban_told")).toEqual([]);
    expect(((await kezhou.as(11, "GET", "/bans")).body.bans as unknown[]).length).toBe(1);
    expect(((await kezhou.as(12, "GET", "/bans")).body.bans as unknown[]).length).toBe(0);
    const lift = (place: number, documentNo = "解除1号") =>
      kezhou.as(place, "POST", "/bans/lifts", { rule: "evasion", creditCode: code, documentNo, reason: "已清偿" });
    expect(codesOf(await lift(7))).toEqual(["role_forbidden"]);
    expect(codesOf(await lift(4, " "))).toEqual(["document_no_required"]);
    expect((await lift(4)).status).toBe(201);
    expect((await lift(4)).status).toBe(404);
    expect((await kezhou.as(4, "GET", "/bans")).body.bans).toMatchObject([{ active: false, lifted: { documentNo: "解除1号" } }]);
  });

  it("KZ-082 a firm that the fund paid for loses its place by itself, with no finding", async () => {
    const [bank, firm] = await Promise.all([kezhou.orgOf(11), kezhou.orgOf(1)]);
    const code = "91653001MADEMB0112";
    await env.DB.batch([
      env.DB.prepare(
        "INSERT INTO case_file (id, scheme_id, year, serial, no, enterprise_org, enterprise_name, credit_code, status, step, since, submitted_on, moved_at, registered) VALUES ('p1', 'kezhou', 2026, 950, 'KZP-1', ?, '企业', ?, 'funded', 'funded', '2026-01-01', '2026-01-01', 1, 1)",
      ).bind(firm, code),
      env.DB.prepare(
        "INSERT INTO loan (id, scheme_id, case_id, credit_code, name, lender_org, mode, contract_no, principal, rate, term_months, disbursed_on, tier, ratio, recorded_at) VALUES ('l-p1', 'kezhou', 'p1', ?, '企业', ?, 'credit', 'p1', 100, '0.03', 12, '2026-01-02', 'x', '0.80', 1)",
      ).bind(code, bank),
      env.DB.prepare(
        "INSERT INTO loan_file (case_id, scheme_id, loan_id, lender_org, payee_org, recommender_org, stage, grade, outstanding, matures_on, paid_on, touched_on, paid, moved_at) VALUES ('p1', 'kezhou', 'l-p1', ?, ?, ?, 'paid', 'loss', 0, '2027-01-01', ?, ?, 80, 1)",
      ).bind(bank, bank, bank, daysAgo(2), daysAgo(2)),
    ]);
    const shown = (await kezhou.as(4, "GET", "/bans")).body.bans as { rule: string; id: string | null; active: boolean }[];
    expect(shown).toContainEqual(expect.objectContaining({ rule: "compensated", id: null, active: true }));
    const started = await kezhou.as(1, "POST", "/applications", {});
    const sent = await kezhou.as(1, "POST", `/applications/${started.body.caseId}/submit`, { revision: 0 });
    expect(at(sent, "whitelist_cancelled")).toMatchObject({ article: "第二十五条（一）" });
    const lift = await kezhou.as(4, "POST", "/bans/lifts", { rule: "compensated", creditCode: code, documentNo: "恢复1号", reason: "次年重新认定" });
    expect(lift.status).toBe(201);
    expect(codesOf(await kezhou.as(1, "POST", `/applications/${started.body.caseId}/submit`, { revision: 0 }))).not.toContain("whitelist_cancelled");
  });

  it("BT-054 the office alone lists a firm that evaded", async () => {
    await baotou.open();
    const body = {
      rule: "evasion",
      conduct: "evaded",
      creditCode: firmCode(9, "150200"),
      name: "包头某企业",
      verifiedOn: today(),
      documentNo: "列入1号",
      reason: "恶意逃债",
    };
    const people = (await baotou.as(1, "GET", "/identity/me")).status;
    expect(people).toBe(200);
    const tried = await Promise.all(Array.from({ length: 14 }, (_, n) => baotou.as(n + 1, "POST", "/bans", body)));
    const done = tried.filter(({ status }) => status === 201);
    expect(done.length).toBeGreaterThan(0);
    for (const one of done) expect(one.body).toMatchObject({ article: "第三十六条" });
    for (const one of tried.filter(({ status }) => status === 403)) expect(codesOf(one)).toEqual(["role_forbidden"]);
  });
});
