/** Who answers for a loss of 包头, through the API: nobody where all was found to be as it should be, and then no finding stands against anybody. */
import { beforeAll, describe, expect, it } from "vitest";
import { District, failed } from "../payment/testing-file";
import { must } from "../story";
import { env } from "../testing";

const ALL = ["procedure", "due_diligence", "proper_operation"];

describe("包头: who answers for a loss", () => {
  let baotou: District;
  let caseId = "";
  let other = "";
  const exempts = (as: string, more: Record<string, unknown> = {}, of = caseId) =>
    baotou.as(as, "POST", `/cases/${of}/liability/exemption`, { found: ALL, documentNo: "认定1号", reason: "调查记录齐全", ...more });
  const finds = (as: string, type: string, documentNo: string, of = caseId) =>
    baotou.as(as, "POST", `/cases/${of}/liability/findings`, { type, documentNo, reason: "核查所见" });
  const seen = async (as: string, of = caseId) => must(await baotou.as(as, "GET", `/cases/${of}/liability`)).body;
  const rows = () => env.DB.prepare("SELECT count(*) AS n FROM liability").first<number>("n");

  beforeAll(async () => {
    baotou = await District.of("baotou", { office: "13800000404", bank: "13800000411", other: "13800000412", guarantor: "13800000413" });
    const loss = { lender: "bank", partner: "guarantor", mode: "helped", principal: 100_000_000 };
    caseId = (await failed(baotou, loss)).caseId;
    other = (await failed(baotou, loss)).caseId;
  });

  it("BT-060 it is found by the office alone, on every ground and with a paper", async () => {
    expect((await exempts("bank")).body.code).toBe("role_forbidden");
    for (const ground of ALL) {
      const { body } = await exempts("office", { found: ALL.filter((one) => one !== ground) });
      expect(body.refusals).toMatchObject([{ code: "finding_unproven", figures: { missing: ground }, article: "第三十九条" }]);
    }
    expect((await exempts("office", { documentNo: "" })).body.refusals).toMatchObject([{ field: "documentNo" }]);
    expect(await rows()).toBe(0);
    expect((await seen("office")).actions).toEqual(["exemptCase", "findLiable"]);
    expect((await seen("bank")).actions).toEqual([]);
  });

  it("BT-060 once, though two find it at once; the lender is told and sees it with its article", async () => {
    const both = await Promise.all([exempts("office"), exempts("office", { documentNo: "认定2号" })]);
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect((await exempts("office", { documentNo: "认定3号" })).body.code).toBe("already_exists");
    expect(await rows()).toBe(1);
    expect(await seen("bank")).toMatchObject({ exempted: { grounds: ALL, article: "第三十九条" }, findings: [], actions: [] });
    expect((await baotou.as("other", "GET", `/cases/${caseId}/liability`)).status).toBe(404);
    const told = must(await baotou.as("bank", "GET", "/notices")).body.notices as { code: string; caseId: string | null }[];
    expect(told.filter((one) => one.code === "liability_exempted" && one.caseId === caseId)).toHaveLength(1);
  });

  it("BT-060 nobody is called to account for what was exempted, by SQL neither", async () => {
    const refused = await finds("office", "dereliction", "追责1号");
    expect(refused.body.refusals).toMatchObject([{ code: "liability_exempt", article: "第三十九条" }]);
    const copied = `INSERT INTO liability SELECT 'x', scheme_id, case_id, 'answers', '["fraud"]', 'x', reason, on_day, by_org, made_by, recorded_at FROM liability`;
    await expect(env.DB.prepare(copied).run()).rejects.toThrow(/liability_exempt/);
    for (const change of ["UPDATE liability SET reason = ''", "DELETE FROM liability"])
      await expect(env.DB.prepare(change).run()).rejects.toThrow(/append_only/);
  });

  it.each(["violation", "dereliction", "fraud"])("BT-061 %s that made a loss is found by a paper of its own", async (type) => {
    expect((await finds("bank", type, `查处${type}`, other)).body.code).toBe("role_forbidden");
    expect((await finds("office", "bad_luck", `查处${type}`, other)).body.refusals).toMatchObject([{ code: "field_invalid", field: "type" }]);
    must(await finds("office", type, `查处${type}`, other));
    expect((await finds("office", type, `查处${type}`, other)).body.code).toBe("already_exists");
    expect((await seen("office", other)).findings).toContainEqual(
      expect.objectContaining({ type, documentNo: `查处${type}`, article: "第三十九条" }),
    );
  });

  it("BT-060 BT-061 what somebody answers for is not exempted afterwards, by SQL neither", async () => {
    const refused = await exempts("office", { documentNo: "认定9号" }, other);
    expect(refused.body.refusals).toMatchObject([{ code: "violation_case", figures: { documentNo: "查处violation" }, article: "第三十九条" }]);
    expect((await seen("office", other)).actions).toEqual(["findLiable"]);
    const copied = `INSERT INTO liability SELECT 'y', scheme_id, case_id, 'exempt', '["procedure"]', 'y', reason, on_day, by_org, made_by, recorded_at FROM liability WHERE what = 'answers' LIMIT 1`;
    await expect(env.DB.prepare(copied).run()).rejects.toThrow(/violation_case/);
  });
});
