/** Who is stopped from a new loan while a case is already under way: a bank of 克州 over its line, a firm of 东莞 that was taken off the list. */
import { beforeAll, describe, expect, it } from "vitest";
import { DONGGUAN, KEZHOU, Way } from "../application/district-story";
import { District as Books, failed } from "../payment/testing-file";
import { must } from "../story";
import { at, codesOf, today } from "./registration-story";

describe("克州: a bank whose bad loans pass the line", () => {
  const way = new Way(KEZHOU);
  const [COUNTY, PREFECTURE, OFFICE, BANK, OTHER, GUARANTOR] = [2, 3, 4, 11, 12, 13];
  let partnerOrgId = "";
  beforeAll(async () => {
    await way.open();
    partnerOrgId = await way.orgOf(GUARANTOR);
  });
  const toPush = async (institutions?: readonly string[]) => {
    must(await way.draft());
    must(await way.submit());
    must(await way.on(COUNTY, "adopt", {}));
    must(await way.checked(PREFECTURE, ["credit", "tax", "criminal"]));
    must(await way.on(OFFICE, "approve", { documentNo: `名单-${way.caseId}` }));
    must(await way.on(OFFICE, "publish"));
    if (institutions) expect((await way.on(OFFICE, "push", { institutions })).status).toBe(422);
    return way.on(OFFICE, "push", {});
  };
  const leadOf = async (place: number): Promise<string | undefined> =>
    must(await way.as(place, "GET", "/leads")).body.leads.find((one: { caseId: string }) => one.caseId === way.caseId)?.id;
  const TERMS = { ratePercent: "4.35", termMonths: "12", mode: "guaranteed" };
  const offers = async (place: number) => way.on(place, `leads/${await leadOf(place)}/offer`, { ...TERMS, amount: "3000000.00", remark: "" });
  const lends = async (place: number) =>
    way.on(place, `leads/${await leadOf(place)}/loan`, {
      ...TERMS,
      contractNo: `放字-${place}-${way.caseId}`,
      principal: "3000000.00",
      disbursedOn: today(),
      partnerOrgId,
      answers: {
        guaranteeLetterOn: today(),
        fees: ["guarantee_fee"],
        "fees.guarantee_fee": "1.00",
        counterGuarantee: ["surety"],
        filed: ["pre_check", "investigation_report", "committee_minutes", "opinion"],
      },
    });

  it("KZ-085 lends nothing on what it had offered before; another bank does", async () => {
    const pushed = must(await toPush());
    expect(pushed.body.leads).toHaveLength(2);
    for (const bank of [BANK, OTHER]) must(await offers(bank));
    const books = await Books.of("kezhou", { bank: "13800000211", guarantor: "13800000213" });
    await failed(books, { lender: "bank", partner: "guarantor", mode: "guaranteed", principal: 10_000_000, step: "manager_check" });
    expect(at(await lends(BANK), "bank_terminated")).toMatchObject({ article: "第二十五条（二）" });
    expect((await lends(OTHER)).body.status).toBe("funded");
  });

  it("KZ-085 KZ-026 the next firm goes to every other bank, and to this one neither by itself nor by name", async () => {
    const both = await Promise.all([BANK, OTHER].map(way.orgOf));
    expect(must(await toPush(both)).body.leads).toHaveLength(1);
    expect([await leadOf(BANK), typeof (await leadOf(OTHER))]).toEqual([undefined, "string"]);
  });
});

describe("东莞: a firm that was taken off the list", () => {
  const way = new Way(DONGGUAN);
  const [SCIENCE, OFFICE, BANK, OTHER] = [2, 4, 11, 12];
  const registers = (place: number, n: number) =>
    way.as(place, "POST", "/registrations", {
      creditCode: "91441900MADEMB003W",
      name: "东莞莞香智造有限公司",
      contractNo: `莞备停${n}号`,
      principal: "1000000.00",
      ratePercent: "4.35",
      termMonths: "12",
      disbursedOn: today(),
      mode: "bank",
      answers: { type: "credit", collateral: [], contractOn: today() },
    });
  beforeAll(async () => {
    await way.open();
    must(await way.draft());
    must(await way.submit());
    must(await way.on(SCIENCE, "adopt", { justification: "综合评分第三名" }));
    const roster = await Promise.all([4, 6, 2, 3, 17, 18, 19, 20, 21].map(way.orgOf));
    const decision = { topic: "whitelist", documentNo: "纪要1号", decidedOn: today(), from: today(), says: "第一批名单", roster };
    must(await way.as(OFFICE, "POST", "/conference/decisions", decision));
    must(await way.on(OFFICE, "approve", { documentNo: "纪要1号" }));
  });

  it("DG-012 DG-039 its loan is filed while it stands on the list, and by no bank afterwards", async () => {
    expect((await registers(BANK, 1)).status).toBe(201);
    must(await way.on(OFFICE, "list-review", { keeps: false, reason: "失信" }));
    for (const bank of [OTHER, BANK]) expect(codesOf(await registers(bank, bank))).toContain("whitelist_cancelled");
  });
});
