/** How a bank becomes a partner of 克州 and 包头, through the API: application, check, decisions of all, the agreement. */
import { beforeAll, describe, expect, it } from "vitest";
import { at, codesOf, District, today } from "../loan/registration-story";

const kezhou = new District("kezhou", "138000002");
const [OFFICE, MANAGER, PBOC, NFRA, BANK, OTHER] = [4, 7, 9, 10, 11, 12];
const said = { profile: "全国性银行", expected_volume: "5000万元", preferential_measures: "免收费用" };
let bank: string;
let candidacyId: string;

beforeAll(async () => {
  await kezhou.open();
  bank = await kezhou.orgOf(BANK);
}, 60_000);

const apply = (body: unknown, place = BANK) => kezhou.as(place, "POST", "/candidacies", body);
const judge = (place: number, what: string, more: Record<string, unknown> = {}) =>
  kezhou.as(place, "POST", `/candidacies/${candidacyId}/${what}`, { agreed: true, documentNo: "审定1号", reason: "符合条件", ...more });
const sign = (place = MANAGER, more: Record<string, unknown> = {}) =>
  kezhou.as(place, "POST", `/organisations/${bank}/agreements`, {
    signedOn: today(),
    validFrom: today(),
    validUntil: `${Number(today().slice(0, 4)) + 4}${today().slice(4)}`,
    duties: "受理推荐",
    compensationTerms: "按办法",
    recoveryTerms: "按办法",
    ...more,
  });

describe("克州", () => {
  it("KZ-027 an application says all three things", async () => {
    expect(codesOf(await sign())).toEqual(["bank_app_incomplete"]);
    expect(at(await apply({ said: { ...said, expected_volume: " " } }), "bank_app_incomplete")).toMatchObject({
      field: "expected_volume",
      article: "第八条（一）",
    });
    const made = await apply({ said });
    expect(made.body).toMatchObject({ stage: "check", said });
    candidacyId = made.body.id;
    expect(codesOf(await apply({ said }))).toEqual(["already_exists"]);
    expect(codesOf(await sign())).toEqual(["bank_select"]);
  });

  it("KZ-028 the manager checks first; the office and both regulators decide, each once", async () => {
    expect(codesOf(await judge(OFFICE, "check"))).toEqual(["role_forbidden"]);
    expect(codesOf(await judge(OFFICE, "decision"))).toEqual(["bank_select"]);
    expect((await judge(MANAGER, "check")).body).toMatchObject({ stage: "decide" });
    expect(codesOf(await judge(MANAGER, "check"))).toEqual(["bank_select"]);
    expect(at(await judge(PBOC, "decision", { documentNo: "" }), "document_no_required")).toMatchObject({ field: "documentNo" });
    expect((await judge(OFFICE, "decision")).body).toMatchObject({ stage: "decide" });
    expect((await judge(PBOC, "decision")).body).toMatchObject({ stage: "decide" });
    expect(codesOf(await judge(PBOC, "decision"))).toEqual(["already_exists"]);
    expect(codesOf(await sign())).toEqual(["bank_select"]);
    expect((await judge(NFRA, "decision")).body).toMatchObject({ stage: "sign" });
  });

  it("KZ-029 the manager signs for no more than five years, longer only with a reason", async () => {
    expect(codesOf(await sign(OFFICE))).toEqual(["role_forbidden"]);
    const six = { validUntil: `${Number(today().slice(0, 4)) + 6}${today().slice(4)}` };
    expect(at(await sign(MANAGER, six), "agreement_term")).toMatchObject({ field: "reason", article: "第八条（一）" });
    expect((await sign(MANAGER, { ...six, termReason: "长期项目" })).status).toBe(201);
    const signed = await sign();
    expect(signed.body).toMatchObject({ selectionDocument: "审定1号、审定1号、审定1号" });
  });

  it("KZ-028 one that is turned down signs nothing and may apply anew; another bank sees none of it", async () => {
    const first = await apply({ said }, OTHER);
    candidacyId = first.body.id;
    expect((await judge(MANAGER, "check", { agreed: false })).body).toMatchObject({ stage: "declined" });
    expect(codesOf(await judge(OFFICE, "decision"))).toEqual(["case_closed"]);
    expect((await apply({ said }, OTHER)).body).toMatchObject({ stage: "check" });
    const { candidacies } = (await kezhou.as(OTHER, "GET", "/candidacies")).body;
    expect(candidacies.map(({ orgId }: { orgId: string }) => orgId)).not.toContain(bank);
    expect(candidacies).toHaveLength(2);
  });
});

describe("包头", () => {
  it("BT-014 BT-021 BT-022 the office decides on a partner that names its people, and the manager signs", async () => {
    const baotou = new District("baotou", "138000004");
    await baotou.open();
    const place: Record<string, number> = {};
    for (let n = 1; n <= 14; n += 1) {
      const [one] = (await baotou.as(n, "GET", "/identity/me")).body.memberships ?? [];
      if (one) place[one.orgKind] ??= n;
    }
    const { bank: BT_BANK = 0, office = 0, manager = 0 } = place;
    const lacks = await baotou.as(BT_BANK, "POST", "/candidacies", { said: { department: "普惠部", staff: "张三" } });
    expect(at(lacks, "bank_app_incomplete")).toMatchObject({ field: "green_channel", article: "第十五条" });
    const made = await baotou.as(BT_BANK, "POST", "/candidacies", { said: { department: "普惠部", staff: "张三", green_channel: "五日办结" } });
    const says = (what: string) =>
      baotou.as(office, "POST", `/candidacies/${made.body.id}/${what}`, { agreed: true, documentNo: "1号", reason: "可" });
    expect((await says("check")).body).toMatchObject({ stage: "decide" });
    expect((await says("decision")).body).toMatchObject({ stage: "sign" });
    const terms = { signedOn: today(), validFrom: today(), validUntil: "2030-01-01", duties: "甲", compensationTerms: "乙", recoveryTerms: "丙" };
    const orgId = await baotou.orgOf(BT_BANK);
    expect(codesOf(await baotou.as(office, "POST", `/organisations/${orgId}/agreements`, terms))).toEqual(["role_forbidden"]);
    expect((await baotou.as(manager, "POST", `/organisations/${orgId}/agreements`, terms)).status).toBe(201);
  });
});
