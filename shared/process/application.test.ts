import { describe, expect, it } from "vitest";
import { codes, PAPERS, TODAY } from "../schemes/yanqing/testing";
import { type Application, applicationFacts } from "./application";
import type { Draft } from "./draft";
import { draftFacts } from "./draft-facts";
import { readApplication, readNeed } from "./read-application";

const ENTERPRISE = { creditCode: "91350100M000100Y43", name: "延庆甲公司" };
const DRAFT: Draft = {
  registeredDistrict: "延庆区",
  registeredAddress: "妫水南街1号",
  registration: "existing",
  establishedOn: "2019-05-06",
  industry: "software_it_services",
  activity: "other",
  listedProcess: "no",
  representativeName: "王某",
  representativeId: "110***********1234",
  representativeKey: "k1",
  controllerName: "李某",
  controllerId: "110***********5678",
  controllerKey: "k2",
  holders: [
    { name: "李某", id: "110***********5678", key: "k2", percent: "66.67" },
    { name: "延庆乙公司", id: "91350100M000100Y43", percent: "33.33" },
  ],
  affiliates: [{ name: "延庆乙公司", creditCode: "91350100m000100y43" }],
  years: [{ fiscalYear: 2025, headcount: "25", revenue: "9,000,000.00", assets: "６０００" }],
  projectDescription: " 无人机巡检平台 ",
  needAmount: "3000000.00",
  needPurpose: "采购设备",
  needTermMonths: "12",
  focusField: "low_altitude",
  focusProfiles: ["high_growth"],
  dishonestEnterprise: "no",
  dishonestRepresentative: "no",
  conduct: [{ subject: "enterprise", occurredOn: "2025-06-01", detail: "处罚" }],
  consentTruth: true,
  consentPrivacy: true,
  consentBanks: true,
};
const faults = (change: Partial<Draft>) => {
  const read = readApplication({ ...DRAFT, ...change }, ENTERPRISE);
  return read.ok ? [] : read.refusals.map(({ code, field }) => [field, code]);
};

describe("reading a finished draft", () => {
  it("reads every field, amounts in fen, shares as ratios, codes normalised", () => {
    const read = readApplication(DRAFT, ENTERPRISE);
    expect(read).toMatchObject({
      ok: true,
      value: {
        ...ENTERPRISE,
        establishedOn: "2019-05-06",
        listedProcess: false,
        project: "无人机巡检平台",
        need: { amount: 300_000_000, purpose: "采购设备", termMonths: 12 },
        years: [{ fiscalYear: 2025, headcount: 25, revenue: 900_000_000, assets: 600_000 }],
        holders: [
          { kind: "person", id: "k2", share: "0.666700" },
          { kind: "firm", id: "91350100M000100Y43", share: "0.333300" },
        ],
        affiliates: [{ id: "91350100M000100Y43" }],
        conduct: [{ subject: "enterprise", occurredOn: "2025-06-01", detail: "处罚", major: true }],
      },
    });
  });

  it("an empty draft tells every field at once, none twice", () => {
    const read = readApplication({}, ENTERPRISE);
    const fields = read.ok ? [] : read.refusals.map((refusal) => refusal.field);
    expect(new Set(fields).size).toBe(fields.length);
    expect(fields).toEqual(
      expect.arrayContaining([
        "registeredDistrict",
        "registration",
        "industry",
        "representativeName",
        "representativeId",
        "needAmount",
        "consentBanks",
      ]),
    );
    expect(codes(read).filter((code) => code !== "field_required" && code !== "consent_missing")).toEqual([]);
  });

  it.each(["0", "-1", "abc", "5000000.001", "1e6"])("YQ-020 a need of %s is invalid", (needAmount) => {
    expect(faults({ needAmount })).toEqual([["needAmount", "need_invalid"]]);
  });

  it.each([
    [{ registration: "dissolved" }, "registration", "field_invalid"],
    [{ establishedOn: "2019-02-29" }, "establishedOn", "date_invalid"],
    [{ industry: "magic" }, "industry", "field_invalid"],
    [{ listedProcess: "maybe" }, "listedProcess", "field_invalid"],
    [{ needTermMonths: "0" }, "needTermMonths", "field_invalid"],
    [{ needTermMonths: "361" }, "needTermMonths", "field_invalid"],
    [{ projectDescription: " \n" }, "projectDescription", "field_required"],
    [{ projectDescription: "字".repeat(2001) }, "projectDescription", "field_too_long"],
    [{ consentBanks: false }, "consentBanks", "consent_missing"],
    [{ representativeKey: "" }, "representativeId", "field_invalid"],
    [{ affiliates: [{ name: "乙", creditCode: "91350100M000100Y44" }] }, "affiliates.0.creditCode", "credit_code_invalid"],
    [{ years: [{ fiscalYear: 2025, headcount: "-1", revenue: "1", assets: "1" }] }, "years.0.headcount", "field_invalid"],
    [{ years: [{ fiscalYear: 2025, headcount: "1", revenue: "many", assets: "1" }] }, "years.0.revenue", "amount_invalid"],
    [{ conduct: [{ subject: "enterprise", occurredOn: "yesterday", detail: "x" }] }, "conduct.0.occurredOn", "date_invalid"],
  ] as const)("%j is told at its field", (change, field, code) => {
    expect(faults(change as Partial<Draft>)).toEqual([[field, code]]);
  });

  it.each(["0", "100.01", "-5", "abc", "", "33.33333"])("YQ-022 a share of %j percent is none", (percent) => {
    expect(faults({ holders: [{ name: "李某", key: "k2", percent }] })).toEqual([["holders.0.percent", "field_invalid"]]);
  });

  it.each([
    ["25", "0.250000"],
    ["100", "1.000000"],
    ["0.0001", "0.000001"],
    ["２５．５", "0.255000"],
  ])("YQ-022 a share of %s percent is %s", (percent, share) => {
    const read = readApplication({ ...DRAFT, holders: [{ name: "李某", key: "k2", percent }] }, ENTERPRISE);
    expect(read.ok && read.value.holders[0]?.share).toBe(share);
  });
});

describe("facts", () => {
  it("the phone's preview of a finished draft reads the same facts as the application", () => {
    const read = readApplication(DRAFT, ENTERPRISE);
    const { creditCode: _, ...facts } = applicationFacts((read as { value: Application }).value, PAPERS, TODAY);
    expect(draftFacts(DRAFT, PAPERS, TODAY)).toEqual(facts);
  });

  it("what is not yet typed, or not readable, is absent", () => {
    const facts = draftFacts({ needAmount: "much", establishedOn: "2019", dishonestEnterprise: "", projectDescription: " " }, [], TODAY);
    for (const name of ["need", "establishedOn", "dishonestEnterprise", "projectDescription", "registration", "industry", "activity"] as const)
      expect(facts, name).not.toHaveProperty(name);
  });
});

describe("YQ-020 a need", () => {
  it.each([
    ["0.01", 1],
    [" ５，０００，０００.００ ", 500_000_000],
  ])("%j is %i fen", (text, need) => {
    expect(readNeed(text)).toEqual({ ok: true, value: need });
  });
  it.each(["0.00", "-0.01", "", "abc", "5000000.001"])("%j is none", (text) => {
    expect(codes(readNeed(text))).toEqual(["need_invalid"]);
  });
});
