import { describe, expect, it } from "vitest";
import { compute } from "./fund/formula";
import { addDays, day, type LocalDate } from "./local-date";
import { type Fen, yuan } from "./money";
import { approve } from "./process/approve";
import { openReview, openRound } from "./process/case";
import type { Draft } from "./process/draft";
import { declaredTies, groupFacts } from "./process/group";
import type { OrgRef } from "./process/party";
import { decline, push } from "./process/push";
import type { PushRecord } from "./process/push-history";
import { readApplication } from "./process/read-application";
import { openBallot, recuse } from "./process/review";
import { submit } from "./process/submit";
import { yanqing } from "./schemes/yanqing/scheme";
import {
  APPLICATION,
  act,
  BANK,
  BANK2,
  BANK3,
  CLEAR,
  codes,
  FACTS,
  FINANCE,
  FIRM,
  first,
  GOVERNMENT,
  GUARANTOR,
  OFFICE,
  PAPERS,
  partner,
  seat,
  TODAY,
  TOWN,
  Told,
} from "./schemes/yanqing/testing";

const NEXT = addDays(TODAY, 1);
const PANEL: readonly OrgRef[] = [OFFICE, FINANCE, TOWN, BANK, BANK2, GUARANTOR];

function refused(told: Told, who: OrgRef, history: readonly PushRecord[], on: LocalDate): Told {
  const command = { leadId: told.lead(who), reasonCode: "cash_flow", reason: "现金流不足" };
  return told.does(decline(yanqing, told.state, command, history, act(who, on)), who, on);
}

/** The first firm's case: from its own draft to the money on its account. */
function lent(): Told {
  const told = new Told("甲").submitted().adopted().screened();
  told.scheduled(PANEL.map((unit) => seat(unit)));
  told.does(recuse(yanqing, told.state, "本行已有授信", act(BANK2)), BANK2);
  told.opened(NEXT);
  const votes = { office: "medium", finance: "medium", town: "low", bank1: "medium", guar: "low" };
  for (const unit of PANEL.filter((one) => one !== BANK2)) told.cast(unit, votes[unit.id as keyof typeof votes], NEXT);
  told.closed(NEXT).pushed([BANK, BANK3], addDays(TODAY, 2));
  refused(told, BANK3, [], addDays(TODAY, 3));
  told.offered(BANK, addDays(TODAY, 4));
  const on = addDays(TODAY, 8);
  return told.does(told.lends({ principal: "3000000.00" }, FACTS, BANK, on), BANK, on);
}

describe("the story of 延庆, from phone to bank", () => {
  it("YQ-018 YQ-056 YQ-058 an owner applies, the township adopts with a letter, the office screens with a bank", () => {
    const told = new Told().submitted();
    expect(told.state).toMatchObject({ status: "recommend", addressedTo: TOWN });
    expect(told.adopted().state).toMatchObject({ status: "check", recommendation: { by: TOWN } });
    expect(told.screened().state).toMatchObject({ status: "ballot", checks: [{ passed: true, opinions: [{ org: BANK }] }] });
  });

  it("YQ-062 YQ-065 six units are even; one stands aside, five vote medium 3:2", () => {
    const told = new Told()
      .submitted()
      .adopted()
      .screened()
      .scheduled(PANEL.map((unit) => seat(unit)));
    expect(codes(openBallot(yanqing, told.state, FACTS, act(OFFICE)))).toEqual(["panel_even"]);
    const { state } = lent();
    expect(state.reviews[0]).toMatchObject({ result: "decided", electorate: ["office", "finance", "town", "bank1", "guar"] });
    expect(state.reviews[0]?.past[0]?.counts).toEqual({ high: 0, medium: 3, low: 2, not_supported: 0 });
    expect(state.tier).toMatchObject({ choice: "medium", ratio: "0.50", on: NEXT, recoveryOwner: BANK });
  });

  it("YQ-068 YQ-102 two banks get it, one declines, one offers, and the round stays open for it", () => {
    const told = new Told().reviewed().pushed([BANK, BANK3]);
    refused(told, BANK3, [], TODAY);
    expect(openRound(told.state)?.leads.map((lead) => lead.status)).toEqual(["open", "declined"]);
    expect(told.offered().state.rounds[0]?.leads[0]).toMatchObject({
      status: "offered",
      offer: { amount: 300_000_000, rate: "0.0435", termMonths: 12 },
    });
  });

  it("YQ-020 YQ-046 a loan of 3,000,000.00 is recorded; the fund stands behind half of it", () => {
    const told = lent();
    expect(told.state).toMatchObject({ status: "funded", loan: { principal: 300_000_000, disbursedOn: "2026-03-10", lender: BANK } });
    const principal = told.state.loan?.principal as Fen;
    const covered = compute(yanqing.compensation, { figures: { outstandingPrincipal: principal }, choice: "medium" }, TODAY);
    expect(covered.ok && yuan(covered.value.amount)).toBe("1500000.00");
  });

  it("the case is what its events say, each with who and when", () => {
    const told = lent();
    expect(told.replayed()).toEqual(told.state);
    expect(told.events.map(({ event }) => event.type)).toEqual([
      "application_submitted",
      "recommended",
      "check_opened",
      "finding_recorded",
      "opinion_given",
      "check_passed",
      "review_scheduled",
      "seat_recused",
      "review_opened",
      ...Array.from({ length: 5 }, () => "ballot_cast"),
      "review_decided",
      "pushed",
      "lead_declined",
      "lead_offered",
      "loan_recorded",
    ]);
    expect(told.events.every(({ seq, actor }, at) => seq === at + 1 && actor.personId !== "")).toBe(true);
    const decisions = told.events.flatMap(({ event }) => ("decision" in event ? [event.decision] : []));
    expect(decisions.map(({ checkpoint, outcome }) => [checkpoint, outcome])).toEqual(
      ["application", "recommendation", "screening", "review", "push", "disbursement"].map((checkpoint) => [checkpoint, "eligible"]),
    );
  });

  it("YQ-021 YQ-022 a second firm of the group is refused with the path that links the two, the first with its own loan", () => {
    const { state } = lent();
    const loans = [{ creditCode: APPLICATION.creditCode, name: FIRM.name, disbursedOn: state.loan?.disbursedOn as LocalDate }];
    const draft: Draft = {
      registeredDistrict: "延庆区",
      registeredAddress: "妫水北街2号",
      registration: "existing",
      establishedOn: "2020-01-01",
      industry: "retail",
      activity: "other",
      listedProcess: "no",
      representativeName: "赵某",
      representativeId: "110***********9999",
      representativeKey: "key-zhao",
      controllerName: APPLICATION.controller.name,
      controllerId: APPLICATION.controller.masked,
      controllerKey: APPLICATION.controller.key,
      years: [{ fiscalYear: 2025, headcount: "8", revenue: "3000000", assets: "1000000" }],
      projectDescription: "特色农产品门店",
      needAmount: "500000",
      needPurpose: "进货",
      needTermMonths: "12",
      focusField: "services",
      focusProfiles: ["high_growth"],
      dishonestEnterprise: "no",
      dishonestRepresentative: "no",
      consentTruth: true,
      consentPrivacy: true,
      consentBanks: true,
    };
    const read = readApplication(draft, { creditCode: "91110229MA00000002", name: "延庆乙公司" });
    if (!read.ok) throw new Error(codes(read).join(" "));
    const ties = [...declaredTies(state.application ?? APPLICATION), ...declaredTies(read.value)];
    const { ownLoans, groupLoans, suspectedTies } = groupFacts(read.value.creditCode, ties, loans, "0.25");
    const hand = submit(
      yanqing,
      new Told("乙").state,
      { application: read.value, papers: PAPERS, addressedTo: TOWN },
      { ownLoans, groupLoans, suspectedTies, bars: [] },
      act(FIRM),
    );
    expect(codes(hand)).toEqual(["affiliate_used"]);
    expect(first(hand)).toMatchObject({
      figures: { name: "延庆甲公司", disbursedOn: "2026-03-10", path: "延庆乙公司 —实际控制人 李某→ 延庆甲公司" },
      cites: { article: "二（一）", clauses: ["YQ-022"] },
    });

    const own = groupFacts(APPLICATION.creditCode, ties, loans, "0.25");
    const again = submit(
      yanqing,
      new Told("甲2").state,
      { application: APPLICATION, papers: PAPERS, addressedTo: TOWN },
      { ...CLEAR, ...own },
      act(FIRM),
    );
    expect(codes(again)).toEqual(["one_loan_only"]);
  });

  it("YQ-045 YQ-066 a high result goes through the government while the year has a place, the third of the year does not", () => {
    const taken: LocalDate[] = [];
    const cases = ["一", "二", "三"].map((name) => new Told(name).reviewed("high"));
    for (const told of cases.slice(0, 2)) {
      expect(codes(push(yanqing, told.state, { institutions: [BANK.id] }, [partner(BANK)], [], FACTS, act(OFFICE)))).toEqual([
        "gov_approval_required",
      ]);
      told.does(approve(yanqing, told.state, "延政函", taken, act(GOVERNMENT)), GOVERNMENT);
      taken.push(TODAY);
      expect(told.pushed().state).toMatchObject({ status: "push_open", approval: { slot: true } });
    }
    const third = cases[2] as Told;
    expect(first(approve(yanqing, third.state, "延政函", taken, act(GOVERNMENT)))).toMatchObject({
      code: "high_quota_used",
      figures: { used: "2", max: "2" },
    });
    const january = day("2027-01-04");
    third.does(approve(yanqing, third.state, "延政函", taken, act(GOVERNMENT, january)), GOVERNMENT, january);
    expect(third.state.status).toBe("push");
  });

  it("YQ-069 a case that failed twice is barred, with its first allowed day", () => {
    const [one, two] = [day("2026-04-10"), day("2026-07-15")];
    const told = refused(new Told().reviewed().pushed([BANK], one), BANK, [], one);
    expect(told.state.status).toBe("ballot");
    told.voted("medium", day("2026-07-08")).pushed([BANK], two, [{ on: one, result: "FAILED" }]);
    refused(told, BANK, [{ on: one, result: "FAILED" }], addDays(two, 5));
    expect(told.state).toMatchObject({ status: "cooling", cooling: { blockedThrough: "2027-07-15", firstAllowedOn: "2027-07-16" } });
    expect(openReview(told.state)).toBeUndefined();
    const history: PushRecord[] = [one, two].map((on) => ({ on, result: "FAILED" }));
    const later = new Told("再").reviewed("low", two);
    expect(
      first(push(yanqing, later.state, { institutions: [BANK.id] }, [partner(BANK)], history, FACTS, act(OFFICE, day("2027-07-15")))),
    ).toMatchObject({
      code: "push_cooldown",
      figures: { firstAllowedOn: "2027-07-16" },
      cites: { article: "三（四）", clauses: ["YQ-069"] },
    });
    const free = day("2027-07-16");
    expect(codes(push(yanqing, later.state, { institutions: [BANK.id] }, [partner(BANK)], history, FACTS, act(OFFICE, free)))).toEqual([]);
  });
});
