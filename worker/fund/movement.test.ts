/** What the funds of four documents move of their own accord: drawn up by whoever the document has for it, checked by a second person, refused by its own articles. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { shanghaiDay } from "../../shared/local-date";
import { load } from "../database";
import { everything } from "../observed";
import { District, failed } from "../payment/testing-file";
import { must } from "../story";
import { type Answer, env } from "../testing";
import { ownMoneyOf, ownQueries } from "./own-money";
import { fundFlagsTold } from "./watch";

const today = shanghaiDay(Date.now());
const year = Number(today.slice(0, 4));
const PAPER = { on: today, documentNo: "文〔2026〕1号" };
beforeAll(() => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
});

/** One district with what its tests say to it. */
class Desk {
  constructor(readonly district: District) {}
  moves = (as: string, reason: string, amount: string, more: Record<string, unknown> = {}) =>
    this.district.as(as, "POST", "/fund/vouchers", { kind: "movement", reason, amount, ...PAPER, documentNo: crypto.randomUUID(), ...more });
  check = (as: string, id: string) => this.district.as(as, "POST", `/fund/vouchers/${id}/check`, {});
  /** Drawn up by one, checked by another. */
  async moved(as: string, by: string, reason: string, amount: string, more: Record<string, unknown> = {}): Promise<string> {
    const { id } = must(await this.moves(as, reason, amount, more)).body;
    must(await this.check(by, id));
    return id;
  }
  fund = async (as: string) => must(await this.district.as(as, "GET", "/fund")).body;
  async refused(send: () => Promise<Answer>, code: string) {
    const before = await everything(env.DB);
    const answer = await send();
    expect([answer.body.code, answer.status >= 400]).toEqual([code, true]);
    expect(await everything(env.DB)).toEqual(before);
    return answer.body.refusals[0];
  }
}

describe("新乡: a year's budget", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = new Desk(
      await District.of("xinxiang", {
        office: "13800000104",
        manager: "13800000102",
        finance: "13800000107",
        second: "13800000108",
        bank: "13800000109",
      }),
    );
  });
  it("XX-004 finance puts it in the budget; the platform, a bank and the office do not", async () => {
    expect((await desk.fund("office")).openedOn).toBeNull();
    for (const as of ["manager", "bank"]) await desk.refused(() => desk.moves(as, "deposit", "1.00"), "role_forbidden");
    expect(await desk.refused(() => desk.moves("office", "deposit", "1.00"), "role_forbidden")).toMatchObject({ article: "第二条" });
  });
  it("XX-003 no year's budget is above the ceiling, and two vouchers together are not either", async () => {
    expect(await desk.refused(() => desk.moves("finance", "deposit", "10000000.01"), "annual_cap")).toMatchObject({ article: "第二条" });
    const first = must(await desk.moves("finance", "deposit", "6000000.00")).body;
    const other = must(await desk.moves("finance", "deposit", "6000000.00")).body;
    expect(first.movement).toMatchObject({ reason: "deposit" });
    await desk.refused(() => desk.check("finance", first.id), "same_person");
    must(await desk.check("second", first.id));
    await desk.refused(() => desk.check("second", other.id), "annual_cap");
    const fund = await desk.fund("office");
    expect([fund.openedOn, fund.cash]).toEqual([today, "6000000.00"]);
    expect(fund.limits.map(({ id, used }: { id: string; used: string }) => [id, used])).toEqual([
      ["annual_cap", "0.00"],
      ["fund_total", "0.00"],
    ]);
  });
  it("what the chart does not list as the fund's own is no movement", async () => {
    for (const reason of ["compensation", "placement", "opening_cash", "interest"])
      await desk.refused(() => desk.moves("finance", reason, "1.00"), "fund_use_forbidden");
  });
  it("two people who check one voucher at once book it once", async () => {
    const { id } = must(await desk.moves("finance", "deposit", "1000000.00")).body;
    const both = await Promise.all([desk.check("second", id), desk.check("office", id)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await desk.fund("finance")).cash).toBe("7000000.00");
  });
});

describe("克州: placements, income and the manager's fee", () => {
  let desk: Desk;
  let placed: string;
  beforeAll(async () => {
    desk = new Desk(await District.of("kezhou", { office: "13800000204", office2: "13800000205", manager: "13800000207", manager2: "13800000208" }));
    await desk.refused(() => desk.moves("manager", "income", "1.00"), "wrong_step");
    const open = { kind: "open", tranches: [{ amount: "90000000.00", adjustment: "克财〔2026〕1号" }], on: today };
    await desk.refused(() => desk.district.as("manager", "POST", "/fund/vouchers", open), "role_forbidden");
    must(await desk.check("office2", must(await desk.district.as("office", "POST", "/fund/vouchers", open)).body.id));
  });
  it("KZ-007 the fund is raised up to its size, not beyond", async () => {
    expect(await desk.refused(() => desk.moves("office", "deposit", "10000000.01"), "fund_sum_mismatch")).toMatchObject({ article: "第三条" });
    await desk.moved("office", "office2", "deposit", "10000000.00");
    expect((await desk.fund("office")).cash).toBe("100000000.00");
  });
  it.each(["secondary_equity", "direct_investment", "interlending", "high_risk"])("KZ-062 money is not placed in %s", async (product) => {
    const refused = await desk.refused(() => desk.moves("manager", "placement", "1.00", { product, maturesOn: "2031-01-01" }), "invest_forbidden");
    expect(refused).toMatchObject({ article: "第二十条", field: "product" });
  });
  it("KZ-061 nor in what is on no list, nor without a day on which it comes back, nor more than there is", async () => {
    const safe = { product: "term_deposit", maturesOn: "2031-01-01" };
    await desk.refused(() => desk.moves("manager", "placement", "1.00", { ...safe, product: "gold" }), "invest_type");
    await desk.refused(() => desk.moves("manager", "placement", "1.00", { product: "term_deposit" }), "date_invalid");
    await desk.refused(() => desk.moves("manager", "placement", "100000000.01", safe), "fund_insufficient");
    placed = await desk.moved("manager", "manager2", "placement", "40000000.00", safe);
    const fund = await desk.fund("manager");
    expect([fund.cash, fund.placements]).toMatchObject(["60000000.00", [{ id: placed, product: "term_deposit", amount: "40000000.00" }]]);
  });
  it("KZ-061 a placement comes back whole and once", async () => {
    await desk.refused(() => desk.moves("manager", "placement_back", "1.00"), "not_found");
    await desk.refused(() => desk.moves("manager", "placement_back", "39999999.99", { placement: placed }), "amount_mismatch");
    await desk.moved("manager", "office", "placement_back", "40000000.00", { placement: placed });
    await desk.refused(() => desk.moves("manager", "placement_back", "40000000.00", { placement: placed }), "already_exists");
    expect((await desk.fund("office")).placements).toEqual([]);
  });
  it("KZ-060 KZ-063 what it earns is the fund's; its keeping costs no more than eight parts of a hundred of it", async () => {
    await desk.moved("manager", "manager2", "income", "1000000.00");
    const fee = (amount: string, audit: string, more = {}) => desk.moves("manager", "management_fee", amount, { year, audit, ...more });
    expect(await desk.refused(() => fee("80000.01", "0.00"), "mgmt_fee_over")).toMatchObject({
      article: "第二十一条",
      figures: { limit: "80000.00" },
    });
    await desk.refused(() => fee("1.00", "0.00", { year: year - 1 }), "mgmt_fee_over");
    await desk.moved("manager", "manager2", "management_fee", "50000.00", { year, audit: "20000.00" });
    await desk.refused(() => fee("30000.01", "0.00"), "mgmt_fee_over");
  });
  it("KZ-065 the cost of the audit is within it", async () => {
    expect(
      await desk.refused(() => desk.moves("manager", "management_fee", "70000.00", { year, audit: "70000.00" }), "audit_cost_outside"),
    ).toMatchObject({ article: "第二十二条" });
  });
  it("KZ-059 the manager draws up what it keeps, not what is raised", async () => {
    await desk.refused(() => desk.moves("manager", "deposit", "1.00"), "role_forbidden");
    await desk.refused(() => desk.moves("office", "placement", "1.00", { product: "term_deposit" }), "role_forbidden");
  });
});

describe("东莞: a year's budget", () => {
  it("DG-009 the policy's owner arranges it, within what was fixed for the year", async () => {
    const desk = new Desk(await District.of("dongguan", { office: "13800000304", second: "13800000305", manager: "13800000308" }));
    await desk.refused(() => desk.moves("manager", "deposit", "1.00"), "role_forbidden");
    expect(await desk.refused(() => desk.moves("office", "deposit", "50000000.01"), "budget_exceeded")).toMatchObject({ article: "三（一）" });
    await desk.moved("office", "second", "deposit", "50000000.00");
    await desk.refused(() => desk.moves("office", "deposit", "0.01"), "budget_exceeded");
    expect((await desk.fund("office")).limits).toMatchObject([{ id: "annual_budget", at: "50000000.00" }]);
  });
});

describe("包头: contributions and what lies with banks", () => {
  let desk: Desk;
  let [area, bank] = ["", ""];
  beforeAll(async () => {
    const people = {
      area: "13800000402",
      office: "13800000404",
      office2: "13800000405",
      finance: "13800000406",
      finance2: "13800000407",
      manager: "13800000409",
      manager2: "13800000410",
      government: "13800000408",
      bank: "13800000411",
    };
    desk = new Desk(await District.of("baotou", people));
    [area, bank] = [desk.district.who("area").org.id, desk.district.who("bank").org.id];
  });
  it("BT-002 the region, the city and the areas pay in", async () => {
    await desk.moved("finance", "finance2", "grant", "3000000.00");
    await desk.moved("finance", "manager", "deposit", "3000000.00");
    const fund = await desk.fund("office");
    expect([fund.openedOn, fund.cash]).toEqual([today, "6000000.00"]);
  });
  it("BT-010 BT-011 an area promises no less than the floor; what is promised comes in parts", async () => {
    const pays = (amount: string, more = {}) => desk.moves("finance", "contribution", amount, { of: area, ...more });
    await desk.refused(() => desk.moves("finance", "contribution", "8000000.00"), "field_required");
    await desk.refused(() => desk.moves("finance", "contribution", "8000000.00", { of: bank }), "account_mismatch");
    expect(await desk.refused(() => pays("1000000.00", { promised: "3999999.99", hardship: "财政困难" }), "injection_floor")).toMatchObject({
      article: "第八条",
      field: "promised",
    });
    await desk.refused(() => pays("3000000.00"), "injection_floor");
    await desk.moved("finance", "manager", "contribution", "3000000.00", { of: area, promised: "4000000.00", hardship: "财政困难" });
    await desk.moved("finance", "manager", "contribution", "1000000.00", { of: area });
    expect((await desk.fund("office")).apart).toMatchObject([{ account: "areas", of: area, balance: "4000000.00", promised: "4000000.00" }]);
  });
  it("BT-023 BT-024 the office alone lays money with a bank, the first sum as the document says", async () => {
    await desk.refused(() => desk.moves("manager", "placement", "1000000.00", { of: bank }), "role_forbidden");
    expect(await desk.refused(() => desk.moves("office", "placement", "900000.00", { of: bank }), "amount_mismatch")).toMatchObject({
      article: "第十六条",
      figures: { expected: "1000000.00" },
    });
    await desk.moved("office", "office2", "placement", "1000000.00", { of: bank });
    await desk.moved("office", "office2", "placement", "500000.00", { of: bank });
    expect((await desk.fund("manager")).apart).toMatchObject([{ of: area }, { account: "deposits", of: bank, balance: "1500000.00" }]);
  });
  it("BT-017 interest rolls into the pool", async () => {
    await desk.moved("manager", "manager2", "interest", "1234.56");
  });
  it("BT-027 at the end of the cooperation the deposit comes back whole, with what it earned", async () => {
    const back = (amount: string, more = {}) => desk.moves("manager", "placement_back", amount, { of: bank, ended: true, ...more });
    await desk.refused(() => desk.moves("manager", "placement_back", "1.00", { of: bank }), "role_forbidden");
    expect(await desk.refused(() => back("1500000.00", { earned: "88.00" }), "amount_mismatch")).toMatchObject({ article: "第十八条" });
    await desk.moved("manager", "office", "placement_back", "1500088.00", { of: bank, ended: true, earned: "88.00" });
    const { apart, cash } = await desk.fund("office");
    expect(apart).toMatchObject([{ of: area }, { of: bank, balance: "0.00" }]);
    expect(cash).toBe("10001322.56");
  });
  it("BT-027 the days count from the last loan that was paid back or paid for, not from what is done about recoveries since", async () => {
    const { caseId } = await failed(desk.district, { lender: "bank", mode: "helped", principal: 10_000_000, step: "trustee_check" });
    const file = (set: string, ...values: string[]) => env.DB.prepare(`UPDATE loan_file SET ${set} WHERE case_id = ?`).bind(...values, caseId);
    const until = (on: string) => env.DB.prepare("UPDATE agreement SET valid_until = ? WHERE org_id = ?").bind(on, bank);
    const completed = async () => {
      const money = ownMoneyOf(await load(env.DB, ownQueries(env.DB, desk.district.scheme, today)), today);
      return money.banks.find(({ id }) => id === bank)?.completedOn;
    };
    const repaid = env.DB.prepare(
      `INSERT INTO case_event SELECT case_id, seq + 1, 'repaid', '{"repayment":{"on":"2026-03-02"}}', actor_person, actor_org, actor_kind, occurred_on, recorded_at,
        rule_set, hash, 'end' FROM case_event WHERE case_id = ? ORDER BY seq DESC LIMIT 1`,
    ).bind(caseId);
    await env.DB.batch([until("2026-01-31"), repaid, file("outstanding = 0")]);
    expect(await completed()).toBe("2026-03-02");
    await env.DB.batch([file("paid_on = ?, touched_on = ?", "2026-04-07", today)]);
    expect(await completed()).toBe("2026-04-07");
    await until("2028-08-21").run();
    expect(await completed()).toBeUndefined();
  });
  it("BT-023 BT-059 what banks still lack, and what has to be filled up, is told: on the page, and at night once", async () => {
    const { flags } = await desk.fund("office");
    const told = flags.map(({ code, figures }: { code: string; figures: Record<string, string> }) => [code, figures.institution]);
    expect(told).toContainEqual(["initial_deposit_missing", "石门银行包头分行"]);
    const codes = async () => {
      const written = await fundFlagsTold(env.DB, desk.district.scheme, today, Date.now());
      if (written.length > 0) await env.DB.batch(written);
      return written.length;
    };
    expect(await codes()).toBeGreaterThan(0);
    expect(await codes()).toBe(0);
    const missing = await env.DB.prepare("SELECT count(*) AS n FROM notice WHERE code = 'initial_deposit_missing'").first<number>("n");
    expect(missing).toBe(2);
  });
  it("BT-057 BT-058 it is filled up again step by step, each by whoever the document has for it, for the amount that was fixed", async () => {
    const takes = (as: string, step: string, more = {}) =>
      desk.district.as(as, "POST", "/fund/steps", { kind: "replenishment", step, documentNo: "评价1号", ...more });
    expect(await desk.refused(() => takes("office", "fixed", { amount: "1000000.00" }), "topup_state")).toMatchObject({
      article: "第三十八条（一）",
    });
    for (const as of ["bank", "manager", "area"]) await desk.refused(() => takes(as, "evaluated"), "role_forbidden");
    must(await takes("office", "evaluated"));
    await desk.refused(() => takes("finance", "fixed", { amount: "1000000.00" }), "role_forbidden");
    const both = await Promise.all([takes("office", "fixed", { amount: "1000000.00" }), takes("office2", "fixed", { amount: "1000000.00" })]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await env.DB.prepare("SELECT count(*) AS n FROM fund_step").first<number>("n")).toBe(2);
    must(await takes("government", "reported"));
    await desk.refused(() => takes("finance", "replenished", { amount: "999999.99" }), "amount_mismatch");
    expect((await desk.fund("office")).replenishment).toMatchObject({ amount: "1000000.00" });
    must(await takes("finance", "replenished", { amount: "1000000.00" }));
    // the next round begins from nothing
    expect((await desk.fund("office")).replenishment.steps.every(({ on }: { on: string | null }) => on === null)).toBe(true);
    await expect(env.DB.prepare("DELETE FROM fund_step").run()).rejects.toThrow(/append_only/);
  });
  it("BT-024 BT-025 the office alone agrees to more at a bank, and its day is kept", async () => {
    const agrees = (as: string, of = bank) => desk.district.as(as, "POST", "/fund/steps", { kind: "top_up", of, documentNo: "同意1号" });
    await desk.refused(() => agrees("finance"), "role_forbidden");
    await desk.refused(() => agrees("office", area), "no_agreement");
    must(await agrees("office"));
  });
  it("BT-020 after a payment the area of the firm owes its part and its least, is told so, and fills it up at once", async () => {
    const fills = (amount: string) => desk.moves("finance", "contribution", amount, { of: area, refill: true });
    expect(await desk.refused(() => fills("1.00"), "wrong_step")).toMatchObject({ field: "refill" });
    const { caseId } = await failed(desk.district, { lender: "bank", mode: "helped", principal: 10_000_000, step: "trustee_check" });
    await env.DB.prepare("UPDATE loan_file SET paid = 100000000, paid_on = ?, recommender_org = ? WHERE case_id = ?").bind(today, area, caseId).run();
    const owed = async () => (await desk.fund("office")).flags.filter(({ code }: { code: string }) => code === "replenish_due");
    // four tenths of the million; with it the least of four million that its hardship leaves it is whole again
    expect(await owed()).toMatchObject([{ figures: { owed: "400000.00", paidIn: "0.00" }, article: "第十三条" }]);
    expect(await desk.refused(() => fills("399999.99"), "replenish_low")).toMatchObject({ article: "第十三条", field: "amount" });
    await desk.moved("finance", "manager", "contribution", "400000.00", { of: area, refill: true });
    expect(await owed()).toEqual([]);
  });
  it("BT-016 the pool's money leaves for nothing else", async () => {
    for (const reason of ["management_fee", "reward", "income"])
      await desk.refused(() => desk.moves("manager", reason, "1.00"), "fund_use_forbidden");
  });
});
