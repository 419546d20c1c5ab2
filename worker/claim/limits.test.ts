/** What holds a claim back under the later documents, through the API: a firm's whole limit, a guarantor that stood in on the one unclear day, who would judge its own loss. */
import { beforeAll, describe, expect, it } from "vitest";
import { addDays, shanghaiDay } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { District, failed } from "../payment/testing-file";
import { must, PDF } from "../story";
import { call, env } from "../testing";

const TODAY = shanghaiDay(Date.now());
const ago = (days: number) => addDays(TODAY, -days);
const filing = (principal: string, more: object = {}) => ({
  grade: "doubtful",
  overdueDays: 40,
  letterNo: "",
  principal,
  interest: "0",
  covered: "0",
  ...more,
});
const firstOf = async (asked: ReturnType<District["as"]>) => (await asked).body.refusals[0];

async function papers(district: District, who: string, caseId: string, ...kinds: string[]) {
  for (const kind of kinds) {
    const form = new FormData();
    for (const [name, value] of Object.entries({ caseId, kind, filename: `${kind}.pdf` })) form.set(name, value);
    form.set("file", new File([PDF, new TextEncoder().encode(`% ${kind} ${caseId}`)], `${kind}.pdf`, { type: "application/pdf" }));
    must(await call("POST", "/statements", form, { token: district.who(who).token, scheme: district.schemeId }));
  }
}

describe("东莞", () => {
  let dongguan: District;
  beforeAll(async () => {
    const phones = { office: "04", manager: "08", bank: "11", other: "12", guarantor: "13", second: "16" };
    dongguan = await District.of("dongguan", Object.fromEntries(Object.entries(phones).map(([as, end]) => [as, `138000003${end}`])));
  });

  it("DG-023 what every bank got for a firm counts against its ten million, and a claim is worth what is left of them", async () => {
    const withdrawn = { mode: "bank", ratio: "0.80", step: "withdrawn", filedOn: ago(100) } as const;
    // what the bank lent in the year leaves it room enough
    await failed(dongguan, { lender: "bank", mode: "bank", principal: 10_000_000_000, step: "trustee_review" });
    const paidFor = await failed(dongguan, { lender: "other", ...withdrawn, principal: 100_000_000 });
    const { caseId } = await failed(dongguan, { lender: "bank", ...withdrawn, principal: 100_000_000 });
    await env.DB.batch([
      env.DB.prepare("DROP TRIGGER loan_no_update"),
      env.DB.prepare("UPDATE loan SET credit_code = (SELECT credit_code FROM loan WHERE case_id = ?1) WHERE case_id = ?2").bind(
        caseId,
        paidFor.caseId,
      ),
      env.DB.prepare("UPDATE loan_file SET paid_on = ?, paid = 999950001 WHERE case_id = ?").bind(ago(400), paidFor.caseId),
    ]);
    await papers(dongguan, "bank", caseId, "compensation_application", "loan_contract", "loss_table");
    must(await dongguan.as("bank", "POST", `/cases/${caseId}/claim`, filing("1000000")));
    const { claim } = must(await dongguan.as("manager", "GET", `/cases/${caseId}`)).body.file;
    expect(claim.today.amount).toBe("499.99");
    expect(claim.today.derivation.map(({ id }: { id: string }) => id)).toContain("enterprise_room");
    must(await dongguan.as("manager", "POST", `/cases/${caseId}/claim/check`, { summary: "属实" }));
    expect(must(await dongguan.as("office", "POST", `/cases/${caseId}/claim/consent`, { documentNo: "函1号" })).body.amount).toBe("499.99");
  });

  it("DG-008 DG-041 a trustee that stands behind the loan does not look at its claim: the other one does", async () => {
    const tiers = [
      { party: "national", share: "0.2" },
      { party: "provincial", share: "0.1" },
      { party: "guarantor", share: "0.5" },
      { party: "bank", share: "0.2" },
    ] as const;
    const filed = { compensated: { principal: fen(50_000_000), on: TODAY, proofNo: "代偿1号" } };
    const loss = {
      lender: "bank",
      partner: "second",
      mode: "guaranteed",
      principal: 100_000_000,
      tiers,
      filing: filed,
      step: "trustee_review",
    } as const;
    const { caseId } = await failed(dongguan, loss);
    const checks = (as: string) => dongguan.as(as, "POST", `/cases/${caseId}/claim/check`, { summary: "属实" });
    expect(await firstOf(checks("second"))).toMatchObject({ code: "self_interest" });
    expect((await checks("manager")).status).toBe(200);
  });
});

describe("新乡: when a guarantor stood in", () => {
  let xinxiang: District;
  beforeAll(async () => {
    xinxiang = await District.of("xinxiang", { manager: "13800000102", bank: "13800000109", guarantor: "13800000111" });
  });
  const standsIn = async (daysAfterDue: number) => {
    const loss = { lender: "bank", partner: "guarantor", mode: "reguaranteed", principal: 30_000_000, step: "withdrawn", filedOn: ago(30) } as const;
    const { caseId } = await failed(xinxiang, loss);
    const instalments = [{ dueOn: ago(daysAfterDue), principal: "300000.00", interest: "0.00" }];
    must(await xinxiang.as("bank", "POST", `/cases/${caseId}/loan/schedule`, { instalments }));
    await papers(xinxiang, "guarantor", caseId, "compensation_application");
    must(await xinxiang.as("guarantor", "POST", `/cases/${caseId}/obligations`, { obligation: "guarantor_filing", on: TODAY, detail: "已办" }));
    return (more: object = {}) =>
      xinxiang.as(
        "guarantor",
        "POST",
        `/cases/${caseId}/claim`,
        filing("300000", { compensated: { principal: "300000", on: TODAY, proofNo: "代偿1号", ...more } }),
      );
  };

  it("XX-033 in its time it needs nobody's word, on the sixtieth day a person's decision by its number, later nothing helps", async () => {
    const unclear = await standsIn(60);
    expect(await firstOf(unclear())).toMatchObject({
      code: "guarantor_review",
      figures: { daysOverdue: "60" },
      article: "第十条",
      field: "compensated",
    });
    expect(await firstOf(unclear({ reviewNo: " " }))).toMatchObject({ code: "field_required" });
    must(await unclear({ reviewNo: "核定1号" }));
    const late = await standsIn(61);
    expect(await firstOf(late({ reviewNo: "核定2号" }))).toMatchObject({ code: "guarantor_late", figures: { daysOverdue: "61" } });
    must(await (await standsIn(59))());
  });
});
