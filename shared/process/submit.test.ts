import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { fen } from "../money";
import { yanqing } from "../schemes/yanqing/scheme";
import { APPLICATION, act, BANK, CLEAR, codes, DEPT, FACTS, FIRM, first, OFFICE, PAPERS, TODAY, TOWN, Told } from "../schemes/yanqing/testing";
import { openCheckWith } from "./check";
import type { OrgRef } from "./party";
import { adopt, returnToEnterprise } from "./recommend";
import { submit, withdraw } from "./submit";

const hand = (change: Partial<typeof APPLICATION> = {}, papers = PAPERS, addressedTo: OrgRef | undefined = TOWN, district = {}, on = TODAY) =>
  submit(yanqing, new Told().state, { application: { ...APPLICATION, ...change }, papers, addressedTo }, { ...CLEAR, ...district }, act(FIRM, on));

describe("submitting", () => {
  it("YQ-018 hands the draft to a recommender, with the decision and its trace", () => {
    const { state } = new Told().submitted();
    expect(state).toMatchObject({ status: "recommend", step: "recommendation", addressedTo: TOWN, appliedOn: TODAY, enterprise: FIRM });
    expect(state.decision).toMatchObject({ outcome: "eligible", checkpoint: "application", ruleSet: "2026-rev-draft" });
  });

  it.each([[undefined], [OFFICE], [BANK]])("YQ-035 %j is no recommender", (addressedTo) => {
    expect(first(submit(yanqing, new Told().state, { application: APPLICATION, papers: PAPERS, addressedTo }, CLEAR, act(FIRM)))).toMatchObject({
      code: "unknown_recommender",
      field: "addressedTo",
    });
  });
  it("YQ-035 a sector department is one as a township is", () => {
    expect(codes(hand({}, PAPERS, DEPT))).toEqual([]);
  });

  it("YQ-020 YQ-039 refuses with every reason at once, in the order of the articles", () => {
    expect(codes(hand({ need: { ...APPLICATION.need, amount: fen(500_000_001) }, registeredDistrict: "海淀区" }, PAPERS.slice(1)))).toEqual([
      "not_local",
      "need_over_cap",
      "doc_missing",
    ]);
  });

  it("YQ-022 a second firm of a group is refused with the path", () => {
    const groupLoans = [{ creditCode: "x", name: "延庆乙公司", disbursedOn: TODAY, path: "延庆甲公司 —法定代表人 王某→ 延庆乙公司" }];
    expect(first(hand({}, PAPERS, TOWN, { groupLoans }))).toMatchObject({ code: "affiliate_used", figures: { path: groupLoans[0]?.path } });
  });

  it.each([
    ["2025-08-21", ["scheme_not_in_force"]],
    ["2028-08-22", ["scheme_not_in_force"]],
  ])("YQ-002 on %s the scheme takes no application", (on, refused) => {
    expect(codes(hand({}, PAPERS, TOWN, {}, day(on)))).toEqual(refused);
  });

  it("a case that is already under way is not submitted again", () => {
    const told = new Told().submitted();
    expect(codes(submit(yanqing, told.state, { application: APPLICATION, papers: PAPERS, addressedTo: TOWN }, CLEAR, act(FIRM)))).toEqual([
      "wrong_step",
    ]);
  });
});

const LETTER = { letterNo: "函1", profile: "经营平稳", loanNeed: "三百万元" };
const adopting = (change: Partial<typeof LETTER> & { justification?: string } = {}, facts = FACTS, who = TOWN, on = TODAY) =>
  adopt(yanqing, new Told().submitted().state, { ...LETTER, ...change }, facts, act(who, on));

describe("recommending", () => {
  it("YQ-056 adopts with a numbered letter", () => {
    const { state } = new Told().submitted().adopted();
    expect(state).toMatchObject({ status: "check", step: "screening", recommendation: { by: TOWN, on: TODAY } });
  });

  it.each(["", "  "])("YQ-056 a letter numbered %j is none", (letterNo) => {
    expect(first(adopting({ letterNo }))).toMatchObject({ code: "no_letter", cites: { article: "三（一）" }, field: "letterNo" });
  });

  it("YQ-057 the profile and the loan need belong to it, as words or as papers", () => {
    const refused = adopting({ profile: " ", loanNeed: "" });
    expect(refused).toMatchObject({
      refusals: [
        { code: "doc_missing", figures: { kind: "profile" }, cites: { article: "三（一）" }, field: "profile" },
        { code: "doc_missing", figures: { kind: "loan_need" }, field: "loanNeed" },
      ],
    });
    expect(codes(adopting({ profile: "" }, { ...FACTS, papers: [...PAPERS, { kind: "profile" }] }))).toEqual([]);
  });

  it("YQ-036 a recommendation without the firm's papers is refused, naming each", () => {
    expect(
      codes(adopting({}, { ...FACTS, papers: PAPERS.filter((paper) => paper.kind !== "tax_filings" && paper.kind !== "social_insurance") })),
    ).toEqual(["docs_not_collected", "doc_missing", "doc_missing"]);
  });

  it("YQ-014 the rules are asked again", () => {
    expect(codes(adopting({}, { ...FACTS, dishonestEnterprise: true }))).toEqual(["dishonest_enterprise"]);
  });

  it("YQ-007 outside the focus fields a justification is needed, and is enough", () => {
    const outside = { ...FACTS, focusField: "" };
    expect(first(adopting({}, outside))).toMatchObject({ code: "not_focus_sector", cites: { article: "一（2）" }, field: "justification" });
    expect(codes(adopting({ justification: " " }, outside))).toEqual(["not_focus_sector"]);
    expect(codes(adopting({ justification: "带动就业" }, outside))).toEqual([]);
  });

  it("YQ-035 only the unit that it is addressed to, and of the right kind", () => {
    expect(codes(adopting({}, FACTS, DEPT))).toEqual(["recommender_mismatch"]);
    expect(codes(adopting({}, FACTS, OFFICE))).toEqual(["role_forbidden"]);
  });

  it("YQ-002 not after the scheme has ended", () => {
    expect(codes(adopting({}, FACTS, TOWN, day("2028-08-22")))).toEqual(["scheme_not_in_force"]);
  });

  it("a returned draft lies on the firm's desk with the reason, and may be handed in again", () => {
    const told = new Told().submitted();
    told.does(returnToEnterprise(yanqing, told.state, "请补充", act(TOWN)), TOWN);
    expect(told.state).toMatchObject({ status: "draft", returnReason: "请补充" });
    told.submitted();
    expect(told.state.status).toBe("recommend");
    expect(told.state.returnReason).toBeUndefined();
  });

  it("YQ-018 a draft that nobody adopted does not reach the screening", () => {
    for (const { state } of [new Told(), new Told().submitted()])
      expect(first(openCheckWith(yanqing, state, [BANK], act(OFFICE)))).toMatchObject({
        code: "not_recommended",
        cites: { article: "二（一）", clauses: ["YQ-018"] },
      });
  });
});

describe("taking a case back", () => {
  it("is open until it is pushed, and closes the case", () => {
    for (const told of [new Told(), new Told().submitted(), new Told().submitted().adopted(), new Told().reviewed()]) {
      told.does(withdraw(told.state, "不需要了"), FIRM);
      expect(told.state.status).toBe("withdrawn");
      expect(codes(withdraw(told.state, "再来"))).toEqual(["case_closed"]);
    }
    expect(codes(withdraw(new Told().reviewed().pushed().state, "晚了"))).toEqual(["wrong_step"]);
  });
});
