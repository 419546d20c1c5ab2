/** A firm's data of 东莞, looked at with its consent, through the API. */
import { beforeAll, describe, expect, it } from "vitest";
import { addDays } from "../../shared/local-date";
import { at, codesOf, District, daysAgo, today } from "../loan/registration-story";
import { env } from "../testing";

const dongguan = new District("dongguan", "138000003");
const places: Record<string, number[]> = {};
let bank: string;
let code: string;

beforeAll(async () => {
  await dongguan.open();
  for (let place = 1; place <= 14; place += 1) {
    const [one] = (await dongguan.as(place, "GET", "/identity/me")).body.memberships ?? [];
    if (one) places[one.orgKind] = [...(places[one.orgKind] ?? []), place];
  }
  bank = await dongguan.orgOf(placeOf("bank"));
  const firm = await dongguan.orgOf(placeOf("enterprise"));
  code = (await env.DB.prepare("SELECT credit_code FROM organisation WHERE id = ?").bind(firm).first<string>("credit_code")) ?? "";
}, 60_000);

const placeOf = (kind: string, nth = 0): number => places[kind]?.[nth] ?? 0;
const look = (place = placeOf("bank"), purpose = "贷前调查", creditCode = code) => dongguan.as(place, "POST", "/looks", { creditCode, purpose });
const give = (from: string, until: string) => dongguan.as(placeOf("enterprise"), "POST", "/consents", { institutionId: bank, from, until });
const looks = async (place: number) => (await dongguan.as(place, "GET", "/consents")).body.looks as unknown[];

describe("looking at a firm", () => {
  it("DG-045 is refused without its consent, and an unknown firm answers the same", async () => {
    expect(at(await look(), "data_access")).toMatchObject({ article: "四（四）", figures: { missing: "consent" } });
    expect(at(await look(placeOf("bank"), "贷前调查", "91441900MA00000000"), "data_access")).toMatchObject({ figures: { missing: "consent" } });
    expect(codesOf(await look(placeOf("office")))).toEqual(["role_forbidden"]);
  });

  it("DG-045 needs a consent in force and a purpose, and each look is kept", async () => {
    expect(at(await give(today(), daysAgo(1)), "date_invalid")).toMatchObject({ field: "until" });
    await give(addDays(today(), 1), addDays(today(), 9));
    expect(codesOf(await look())).toEqual(["data_access"]);
    const given = await give(today(), addDays(today(), 30));
    expect(given.body).toMatchObject({ active: true, institutionId: bank });
    expect(at(await look(placeOf("bank"), "  "), "data_access")).toMatchObject({ figures: { missing: "purpose" } });
    const seen = await look();
    expect(seen.body).toMatchObject({ creditCode: code });
    expect(JSON.stringify(seen.body)).not.toMatch(/representative|holders|affiliates/);
    expect(codesOf(await look(placeOf("bank", 1)))).toEqual(["data_access"]);
    for (const kind of ["enterprise", "bank", "office", "regulator"]) if (placeOf(kind)) expect(await looks(placeOf(kind))).toHaveLength(1);
    expect(await looks(placeOf("bank", 1))).toHaveLength(0);
  });

  it("DG-045 ends at once when the firm takes it back", async () => {
    const { consents } = (await dongguan.as(placeOf("enterprise"), "GET", "/consents")).body;
    const { id } = consents.find(({ active }: { active: boolean }) => active);
    expect(codesOf(await dongguan.as(placeOf("bank"), "POST", `/consents/${id}/withdraw`, {}))).toEqual(["role_forbidden"]);
    expect((await dongguan.as(placeOf("enterprise"), "POST", `/consents/${id}/withdraw`, {})).body).toMatchObject({
      active: false,
      withdrawnOn: today(),
    });
    expect(codesOf(await look())).toEqual(["data_access"]);
    expect(codesOf(await dongguan.as(placeOf("enterprise"), "POST", `/consents/${id}/withdraw`, {}))).toEqual(["already_exists"]);
    for (const table of ["data_consent", "data_look", "consent_withdrawal"])
      await expect(env.DB.prepare(`DELETE FROM ${table}`).run()).rejects.toThrow(/append_only/);
  });
});
