/** Who and what the tests of 延庆 tell of: units, people, a firm that meets every rule, and a case that remembers what happened to it. */
import { day, type LocalDate } from "../../local-date";
import { fen } from "../../money";
import type { Outcome, Refusal } from "../../outcome";
import type { Act } from "../../process/act";
import { type Application, applicationFacts } from "../../process/application";
import type { Ballot, Seat } from "../../process/ballot";
import { type CaseState, evolve, newCase, openReview, replay } from "../../process/case";
import { giveOpinion, openCheckWith, pass, recordFinding } from "../../process/check";
import type { CaseEvent, CheckFinding, Recorded } from "../../process/event";
import { recordLoan } from "../../process/loan";
import type { OrgKind, OrgRef } from "../../process/party";
import { type Institution, offer, push } from "../../process/push";
import type { PushRecord } from "../../process/push-history";
import { adopt } from "../../process/recommend";
import { castBallot, closeBallot, openBallot, schedule } from "../../process/review";
import { submit } from "../../process/submit";
import type { Facts, PaperFact } from "../../rule/facts";
import { yanqing } from "./scheme";

const org = (id: string, kind: OrgKind, name: string): OrgRef => ({ id, kind, name });
export const FIRM = org("firm", "enterprise", "延庆甲公司");
export const TOWN = org("town", "township", "八达岭镇");
export const DEPT = org("dept", "department", "区商务局");
export const OFFICE = org("office", "office", "区发展改革委");
export const FINANCE = org("finance", "finance", "区财政局");
export const GOVERNMENT = org("gov", "government", "延庆区政府");
export const BANK = org("bank1", "bank", "甲银行");
export const BANK2 = org("bank2", "bank", "乙银行");
export const BANK3 = org("bank3", "bank", "丙银行");
export const GUARANTOR = org("guar", "guarantor", "甲担保");
export const INSURER = org("ins", "insurer", "甲保险");
export const LENDER = org("lender", "lender", "甲小贷");

export const TODAY = day("2026-03-02");
export const act = (who: OrgRef, on: LocalDate = TODAY): Act => ({ actor: { personId: `${who.id}-1`, name: `${who.name}经办`, org: who }, on });

/** Papers of every year that the scheme may ask for, so that the same firm is fit to the scheme's last day. */
export const PAPERS: readonly PaperFact[] = [
  { kind: "business_licence" },
  ...[2024, 2025, 2026, 2027].flatMap((fiscalYear): PaperFact[] => [
    { kind: "balance_sheet", fiscalYear },
    { kind: "income_statement", fiscalYear },
    { kind: "cash_flow", fiscalYear },
  ]),
  { kind: "social_insurance" },
  { kind: "tax_filings" },
];

const person = (name: string, key: string) => ({ name, key, masked: "110***********1234" });
/** A small software firm that meets every rule. */
export const APPLICATION: Application = {
  creditCode: "91110229MA00000001",
  name: FIRM.name,
  registeredDistrict: "北京市延庆区",
  registeredAddress: "北京市延庆区妫水南街1号",
  registration: "existing",
  establishedOn: day("2019-05-06"),
  industry: "software_it_services",
  activity: "other",
  listedProcess: false,
  representative: person("王某", "key-wang"),
  controller: person("李某", "key-li"),
  holders: [],
  affiliates: [],
  years: [
    { fiscalYear: 2024, headcount: 20, revenue: fen(800_000_000), assets: fen(500_000_000) },
    { fiscalYear: 2025, headcount: 25, revenue: fen(900_000_000), assets: fen(600_000_000) },
  ],
  project: "无人机巡检平台",
  need: { amount: fen(300_000_000), purpose: "采购设备", termMonths: 12 },
  focus: { field: "low_altitude", profiles: ["high_growth"], evidence: "订单增长" },
  dishonestEnterprise: false,
  dishonestRepresentative: false,
  conduct: [],
};
/** What the district's records say of a firm without a past. */
export const CLEAR = { ownLoans: [], groupLoans: [], suspectedTies: [], bars: [] } as const;
export const FACTS: Facts = { ...applicationFacts(APPLICATION, PAPERS, TODAY), ...CLEAR };

export const seat = (unit: OrgRef, title = "业务主管"): Seat => ({ unit, delegate: { personId: `${unit.id}-1`, name: `${unit.name}代表`, title } });
export const partner = (who: OrgRef, more: Partial<Institution> = {}): Institution => ({
  org: who,
  leadId: `lead-${who.id}`,
  agreementInForce: true,
  suspended: false,
  lowThreshold: false,
  productInnovation: false,
  ...more,
});
export const FINDING: CheckFinding = {
  source: "external",
  sourceName: "信用中国",
  queriedAt: 1,
  subject: "enterprise",
  topic: "dishonest",
  result: "clear",
  detail: "无记录",
};
export const LOAN = { ratePercent: "4.35", termMonths: "12", mode: "bank" } as const;

/** The codes that an outcome refuses with; none when it is accepted. */
export const codes = (outcome: Outcome<unknown>): readonly string[] => (outcome.ok ? [] : outcome.refusals.map((refusal) => refusal.code));
export const first = (outcome: Outcome<unknown>): Refusal | undefined => (outcome.ok ? undefined : outcome.refusals[0]);

/** A case that takes accepted acts as events; a refused one throws with its codes, for the test expected otherwise. */
export class Told {
  readonly events: Recorded[] = [];
  state: CaseState;

  constructor(readonly id = "case-1") {
    this.state = newCase(id);
  }

  does(outcome: Outcome<readonly CaseEvent[]>, who: OrgRef, on: LocalDate = TODAY): this {
    if (!outcome.ok) throw new Error(codes(outcome).join(" "));
    for (const event of outcome.value) {
      const { actor } = act(who, on);
      const recorded: Recorded = { seq: this.events.length + 1, event, actor, occurredOn: on, recordedAt: this.events.length };
      this.events.push(recorded);
      this.state = evolve(this.state, recorded);
    }
    return this;
  }

  /** The same case read from its events alone. */
  replayed(): CaseState {
    return replay(this.id, this.events);
  }

  submitted(on = TODAY, application = APPLICATION): this {
    return this.does(submit(yanqing, this.state, { application, papers: PAPERS, addressedTo: TOWN }, CLEAR, act(FIRM, on)), FIRM, on);
  }

  adopted(on = TODAY): this {
    const letter = { letterNo: `函〔2026〕${this.id}`, profile: "经营平稳", loanNeed: "三百万元，一年" };
    return this.does(adopt(yanqing, this.state, letter, FACTS, act(TOWN, on)), TOWN, on);
  }

  screened(on = TODAY): this {
    this.does(openCheckWith(yanqing, this.state, [BANK], act(OFFICE, on)), OFFICE, on);
    this.does(recordFinding(yanqing, this.state, FINDING, 2, act(OFFICE, on)), OFFICE, on);
    this.does(giveOpinion(yanqing, this.state, { org: BANK, verdict: "support", detail: "可做" }, act(BANK, on)), BANK, on);
    return this.does(pass(yanqing, this.state, "通过", FACTS, act(OFFICE, on)), OFFICE, on);
  }

  scheduled(seats: readonly Seat[], on = TODAY): this {
    const plan = { reviewId: `review-${this.events.length}`, meetingId: "meeting", heldOn: on, seats };
    return this.does(schedule(yanqing, this.state, plan, act(OFFICE, on)), OFFICE, on);
  }

  opened(on = TODAY): this {
    return this.does(openBallot(yanqing, this.state, FACTS, act(OFFICE, on)), OFFICE, on);
  }

  cast(unit: OrgRef, choice: string, on = TODAY): this {
    return this.does(castBallot(yanqing, this.state, { choice, reason: "理由", sealed: choice }, act(unit, on)), unit, on);
  }

  /** The ballots as the worker opens them from what was sealed. */
  ballots(): Ballot[] {
    return (openReview(this.state)?.cast ?? []).map(({ unit, sealed }) => ({ unit, choice: sealed, reason: "理由" }));
  }

  closed(on = TODAY): this {
    return this.does(closeBallot(yanqing, this.state, { ballots: this.ballots(), recoveryOwner: BANK }, FACTS, act(OFFICE, on)), OFFICE, on);
  }

  /** A panel of office, finance and the recommender that agrees. */
  voted(choice: string, on = TODAY): this {
    this.scheduled(
      [OFFICE, FINANCE, TOWN].map((unit) => seat(unit)),
      on,
    ).opened(on);
    for (const unit of [OFFICE, FINANCE, TOWN]) this.cast(unit, choice, on);
    return this.closed(on);
  }

  reviewed(choice = "medium", on = TODAY): this {
    return this.submitted(on).adopted(on).screened(on).voted(choice, on);
  }

  pushed(to: readonly OrgRef[] = [BANK], on = TODAY, history: readonly PushRecord[] = []): this {
    const round = this.state.rounds.length + 1;
    const all = to.map((who) => partner(who, { leadId: `${this.id}-${who.id}-${round}` }));
    const command = { institutions: to.map((who) => who.id) };
    return this.does(push(yanqing, this.state, command, all, history, FACTS, act(OFFICE, on)), OFFICE, on);
  }

  lead(who: OrgRef = BANK): string {
    return this.state.rounds.at(-1)?.leads.find((lead) => lead.org.id === who.id)?.id ?? "";
  }

  offered(who: OrgRef = BANK, on = TODAY, amount = "3000000.00"): this {
    return this.does(offer(yanqing, this.state, this.lead(who), { ...LOAN, amount, remark: "" }, act(who, on)), who, on);
  }

  lends(more: Partial<Parameters<typeof recordLoan>[2]> = {}, facts: Facts = FACTS, who: OrgRef = BANK, on = TODAY): Outcome<CaseEvent[]> {
    const text = { loanId: "loan", leadId: this.lead(who), contractNo: "合同1", principal: "3000000.00", disbursedOn: on, ...LOAN, ...more };
    return recordLoan(yanqing, this.state, text, facts, act(who, on));
  }
}
