/** Reports that come round, through the API of 新乡, 东莞 and 包头: told once, when the period is over, to those whom the document names. */
import { beforeAll, describe, expect, it } from "vitest";
import { periodBefore, periodOf } from "../../shared/calendar/deadline";
import { addMonths } from "../../shared/local-date";
import { schemeOf } from "../../shared/schemes/registry";
import { codesOf, District, daysAgo, today } from "../loan/registration-story";
import { env } from "../testing";
import { reportsTold } from "./nightly";

const xinxiang = new District("xinxiang", "138000001");
const [PLATFORM, OFFICE, GROUP, BANK] = [2, 4, 6, 9];
const last = periodBefore("month", today()).name;
const said = { text: "本月资金运行平稳。", documentNo: "月报1号" };

interface Shown {
  readonly id: string;
  readonly mine: boolean;
  readonly due: string[];
  readonly overdue: { by: string; period: string }[];
  readonly told: { period: string; figures: Record<string, string>; documentNo: string }[];
}
const listed = async (district: District, place: number, id: string) =>
  ((await district.as(place, "GET", "/reports")).body.reports as Shown[]).find((one) => one.id === id);

beforeAll(async () => {
  await xinxiang.open();
  await env.DB.prepare("UPDATE organisation SET registered_at = ? WHERE scheme_id = 'xinxiang'")
    .bind(Date.now() - 100 * 86_400_000)
    .run();
}, 60_000);

describe("新乡's monthly report", () => {
  it("XX-058 is late until the platform tells it, and the night says so once", async () => {
    expect(await listed(xinxiang, OFFICE, "monthly")).toMatchObject({ mine: false, overdue: [{ period: last }] });
    expect((await listed(xinxiang, PLATFORM, "monthly"))?.due[0]).toBe(last);
    const night = () => reportsTold(env.DB, schemeOf("xinxiang"), today(), Date.now());
    await env.DB.batch(await night());
    expect(await night()).toHaveLength(0);
    for (const place of [PLATFORM, GROUP]) {
      const notices = (await xinxiang.as(place, "GET", "/notices")).body.notices as { code: string }[];
      expect(notices.filter(({ code }) => code === "periodic_overdue")).toHaveLength(1);
    }
  });

  it("XX-058 draws its figures from the day book and keeps them as they were told", async () => {
    const [first] = [periodBefore("month", today()).first];
    await env.DB.prepare(
      "INSERT INTO day_book (scheme_id, on_day, reason, count, amount, cash, quota) VALUES ('xinxiang', ?, 'compensation', 1, 123456, -123456, 0)",
    )
      .bind(first)
      .run();
    const draft = await xinxiang.as(PLATFORM, "GET", `/reports/monthly/${last}`);
    expect(draft.body).toMatchObject({ from: first, figures: { paid: "1234.56", returned: "0.00", cash: "-1234.56" } });
    expect(codesOf(await xinxiang.as(PLATFORM, "POST", `/reports/monthly/${periodOf("month", today()).name}`, said))).toEqual(["date_invalid"]);
    expect((await xinxiang.as(PLATFORM, "POST", "/reports/monthly/2026M13", said)).status).toBe(404);
    expect((await xinxiang.as(PLATFORM, "POST", `/reports/monthly/${last}`, said)).body.figures.paid).toBe("1234.56");
    expect(codesOf(await xinxiang.as(PLATFORM, "POST", `/reports/monthly/${last}`, said))).toEqual(["already_exists"]);
    await env.DB.prepare("UPDATE day_book SET amount = 1 WHERE scheme_id = 'xinxiang'").run();
    expect((await listed(xinxiang, GROUP, "monthly"))?.told).toMatchObject([{ period: last, figures: { paid: "1234.56" }, documentNo: "月报1号" }]);
    expect((await listed(xinxiang, OFFICE, "monthly"))?.overdue).toEqual([]);
  });

  it("XX-064 a bank reads none of it, and nobody else tells it", async () => {
    expect(await listed(xinxiang, BANK, "monthly")).toBeUndefined();
    for (const place of [BANK, OFFICE, GROUP])
      expect(codesOf(await xinxiang.as(place, "POST", `/reports/monthly/${periodBefore("month", addMonths(today(), -1)).name}`, said))).toEqual([
        "role_forbidden",
      ]);
    await expect(env.DB.prepare("UPDATE periodic_report SET text = 'x'").run()).rejects.toThrow(/append_only/);
    await expect(env.DB.prepare("DELETE FROM periodic_report").run()).rejects.toThrow(/append_only/);
  });
});

describe("the others", () => {
  it("DG-042 the trustee tells a quarter to the office", async () => {
    const dongguan = new District("dongguan", "138000003");
    await dongguan.open();
    const quarter = periodBefore("quarter", today()).name;
    const people = await Promise.all(
      Array.from({ length: 14 }, async (_, n) => [n + 1, (await dongguan.as(n + 1, "GET", "/identity/me")).body.memberships?.[0]?.orgKind] as const),
    );
    const manager = people.find(([, kind]) => kind === "manager")?.[0] ?? 0;
    const office = people.find(([, kind]) => kind === "office")?.[0] ?? 0;
    expect((await dongguan.as(manager, "POST", `/reports/trustee/${quarter}`, said)).status).toBe(201);
    expect((await listed(dongguan, office, "trustee"))?.told).toMatchObject([{ period: quarter }]);
    expect(codesOf(await dongguan.as(office, "POST", `/reports/trustee/${quarter}`, said))).toEqual(["role_forbidden"]);
  });

  it("BT-053 each partner tells of its own recoveries, and reads no other's", async () => {
    const baotou = new District("baotou", "138000004");
    await baotou.open();
    const people = await Promise.all(
      Array.from({ length: 14 }, async (_, n) => [n + 1, (await baotou.as(n + 1, "GET", "/identity/me")).body.memberships?.[0]?.orgKind] as const),
    );
    const banks = people.filter(([, kind]) => kind === "bank").map(([place]) => place);
    const [office] = people.filter(([, kind]) => kind === "office").map(([place]) => place);
    const quarter = periodBefore("quarter", daysAgo(0)).name;
    const [one = 0, other = 0] = banks;
    expect((await baotou.as(one, "POST", `/reports/recovery/${quarter}`, { ...said, text: "已起诉两户。" })).status).toBe(201);
    expect((await listed(baotou, other, "recovery"))?.told).toEqual([]);
    expect((await listed(baotou, office ?? 0, "recovery"))?.told).toHaveLength(1);
  });
});
