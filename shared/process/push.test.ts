import { describe, expect, it } from "vitest";
import { addDays, day } from "../local-date";
import { transition } from "../schemes/yanqing/claim";
import { yanqing } from "../schemes/yanqing/scheme";
import {
  act,
  BANK,
  BANK2,
  BANK3,
  codes,
  FACTS,
  FINANCE,
  first,
  GUARANTOR,
  LENDER,
  LOAN,
  OFFICE,
  partner,
  TODAY,
  TOWN,
  Told,
} from "../schemes/yanqing/testing";
import { openRound } from "./case";
import { type PushStep, stepOf } from "./procedure";
import { answer, ask, decline, type Institution, offer, passedOver, push, ranked, readRate, readTerm } from "./push";
import { coolOff, type PushRecord } from "./push-history";

const ALL = [partner(BANK), partner(BANK2), partner(GUARANTOR), partner(LENDER)];
const reviewed = () => new Told().reviewed();
const send = (
  told: Told,
  institutions: readonly string[],
  more: {
    all?: readonly Institution[];
    history?: readonly PushRecord[];
    reason?: string;
    on?: typeof TODAY;
    facts?: typeof FACTS;
    who?: typeof OFFICE;
  } = {},
) =>
  push(
    yanqing,
    told.state,
    { institutions, ...(more.reason === undefined ? {} : { preferenceReason: more.reason }) },
    more.all ?? ALL,
    more.history ?? [],
    more.facts ?? FACTS,
    act(more.who ?? OFFICE, more.on ?? TODAY),
  );
const refuses = (told: Told, who = BANK, history: readonly PushRecord[] = [], on = TODAY) =>
  told.does(decline(yanqing, told.state, { leadId: told.lead(who), reasonCode: "other", reason: "不做" }, history, act(who, on)), who, on);

describe("pushing", () => {
  it("YQ-067 is the office's, of a case with a grade and a ratio, and numbered", () => {
    const told = reviewed();
    expect(codes(send(told, [BANK.id], { who: FINANCE }))).toEqual(["role_forbidden"]);
    told.does(send(told, [BANK.id, BANK2.id]), OFFICE);
    expect(told.state).toMatchObject({
      status: "push_open",
      rounds: [
        {
          no: 1,
          on: TODAY,
          failed: false,
          leads: [
            { org: BANK, status: "open" },
            { org: BANK2, status: "open" },
          ],
        },
      ],
    });
    expect(told.events.at(-1)?.event).toMatchObject({ type: "pushed", round: 1, pushNo: 1 });
  });

  it("YQ-067 a case without a grade is not ready", () => {
    for (const told of [new Told(), new Told().submitted(), new Told().submitted().adopted().screened()])
      expect(first(send(told, [BANK.id]))).toMatchObject({ code: "push_not_ready", cites: { article: "三（四）" } });
  });

  it("YQ-055 only to an institution whose agreement is in force", () => {
    expect(first(send(reviewed(), [BANK.id], { all: [partner(BANK, { agreementInForce: false })] }))).toMatchObject({
      code: "no_agreement",
      figures: { institution: "甲银行" },
      cites: { article: "二（六）" },
    });
  });

  const none = partner(BANK, { agreementInForce: false });
  const ahead = (institution: Institution, reason: string | undefined = "协议正在签订", scheme: Parameters<typeof push>[0] = yanqing) =>
    push(
      scheme,
      reviewed().state,
      { institutions: [institution.org.id], ...(reason === undefined ? {} : { transitionReason: reason }) },
      [institution, partner(BANK2)],
      [],
      FACTS,
      act(OFFICE, TODAY),
    );

  it("YQ-003 YQ-A35 ahead of an agreement only where it is asked for with a reason, and the lead is flagged", () => {
    const sent = ahead(none);
    expect(sent).toMatchObject({
      ok: true,
      value: [{ type: "pushed", leads: [{ org: BANK, beforeAgreement: true }], transitionReason: "协议正在签订" }],
    });
    const told = reviewed().does(sent, OFFICE);
    expect(told.state.rounds[0]?.leads[0]).toMatchObject({ status: "open", beforeAgreement: true });
    expect(first(ahead(none, " "))).toMatchObject({ code: "reason_required", field: "transitionReason", cites: { article: "六" } });
    expect(codes(push(yanqing, reviewed().state, { institutions: [BANK.id] }, [none], [], FACTS, act(OFFICE, TODAY)))).toEqual(["no_agreement"]);
  });

  it("YQ-003 one under an agreement is not flagged, and one whose agreement has ended is no earlier deal", () => {
    expect(ahead(partner(BANK))).toMatchObject({ ok: true, value: [expect.not.objectContaining({ transitionReason: expect.anything() })] });
    expect(ahead(partner(BANK))).toMatchObject({ ok: true, value: [{ leads: [expect.not.objectContaining({ beforeAgreement: true })] }] });
    expect(codes(ahead({ ...none, agreementSignedOn: addDays(TODAY, -1) }))).toEqual(["no_agreement"]);
    expect(codes(ahead({ ...none, agreementSignedOn: addDays(TODAY, 1) }))).toEqual([]);
    expect(codes(ahead({ ...none, suspended: true }))).toEqual(["partner_suspended"]);
  });

  it("YQ-A35 nothing goes ahead where the reading is the other one, or the document has none", () => {
    const enabled = { ...transition.enabled, versions: [{ from: day("2025-08-22"), value: false }] };
    expect(first(ahead(none, "x", { ...yanqing, transition: { ...transition, enabled } }))).toMatchObject({
      code: "no_agreement",
      field: "transition",
    });
    const { transition: _, ...without } = yanqing;
    expect(codes(ahead(none, "x", without))).toEqual(["no_agreement"]);
  });

  it("YQ-081 not to one whose cooperation is suspended", () => {
    expect(codes(send(reviewed(), [BANK.id], { all: [partner(BANK, { suspended: true })] }))).toEqual(["partner_suspended"]);
  });

  it("YQ-067 to at least one institution, each once, of the kinds that lend or stand behind a loan; every fault is told", () => {
    expect(codes(send(reviewed(), []))).toEqual(["no_institution"]);
    expect(codes(send(reviewed(), [BANK.id, BANK.id]))).toEqual(["institution_duplicate"]);
    expect(codes(send(reviewed(), ["nobody", TOWN.id], { all: [...ALL, partner(TOWN)] }))).toEqual([
      "partner_type_mismatch",
      "partner_type_mismatch",
    ]);
    expect(codes(send(reviewed(), [BANK.id, BANK.id, "nobody"]))).toEqual(["institution_duplicate", "partner_type_mismatch"]);
  });

  it("YQ-011 YQ-014 YQ-021 YQ-022 the rules are asked again", () => {
    const used = { creditCode: "x", name: "乙", disbursedOn: TODAY, path: "p" };
    const facts = { ...FACTS, registration: "revoked" as const, dishonestEnterprise: true, ownLoans: [used], groupLoans: [used] };
    expect(codes(send(reviewed(), [BANK.id], { facts }))).toEqual(["not_existing", "dishonest_enterprise", "one_loan_only", "affiliate_used"]);
  });

  it("YQ-002 not after the scheme has ended", () => {
    expect(codes(send(reviewed(), [BANK.id], { on: day("2028-08-22") }))).toEqual(["scheme_not_in_force"]);
  });

  it("a case that is out with institutions is not pushed beside it", () => {
    expect(codes(send(reviewed().pushed(), [BANK2.id]))).toEqual(["wrong_step"]);
  });
});

describe("YQ-053 better terms first", () => {
  const plain = partner(BANK, { lowestRate: "0.0500" });
  const cheaper = partner(BANK2, { lowestRate: "0.05" });
  const made = partner(BANK3, { productInnovation: true, lowestRate: "0.09" });

  it("ranks by threshold and product, then by rate as a number, then by name", () => {
    const both = partner(LENDER, { lowThreshold: true, productInnovation: true });
    const silent = partner(GUARANTOR);
    expect(ranked([silent, plain, made, both, partner(BANK2, { lowestRate: "0.0435" })]).map((one) => one.org.id)).toEqual([
      "lender",
      "bank3",
      "bank2",
      "bank1",
      "guar",
    ]);
    expect(ranked([cheaper, plain]).map((one) => one.org.name)).toEqual(["乙银行", "甲银行"]);
    expect(ranked([partner(BANK, { lowestRate: "0.1" }), partner(BANK2, { lowestRate: "0.0900" })]).map((one) => one.org.id)).toEqual([
      "bank2",
      "bank1",
    ]);
  });

  it("passing over a better one of the same kind needs a reason, citing its article", () => {
    const refused = send(reviewed(), [BANK.id], { all: [plain, made] });
    expect(first(refused)).toMatchObject({
      code: "preference_ignored",
      figures: { better: "丙银行" },
      cites: { article: "二（五）末段" },
      field: "preferenceReason",
    });
    expect(codes(send(reviewed(), [BANK.id], { all: [plain, made], reason: " " }))).toEqual(["preference_ignored"]);
    const told = reviewed();
    told.does(send(told, [BANK.id], { all: [plain, made], reason: " 企业基本户行 " }), OFFICE);
    expect(told.events.at(-1)?.event).toMatchObject({ preferenceReason: "企业基本户行" });
    expect(codes(send(reviewed(), [BANK.id, BANK3.id], { all: [plain, made] }))).toEqual([]);
    expect(codes(send(reviewed(), [BANK3.id], { all: [plain, made] }))).toEqual([]);
  });

  it("one of another kind, without an agreement or suspended is not passed over", () => {
    const guarantor = partner(GUARANTOR, { lowThreshold: true });
    expect(passedOver([plain, guarantor], [BANK.id])).toEqual([]);
    expect(passedOver([plain, { ...made, agreementInForce: false }], [BANK.id])).toEqual([]);
    expect(passedOver([plain, { ...made, suspended: true }], [BANK.id])).toEqual([]);
    expect(passedOver([plain, made], [BANK.id])).toEqual([made]);
  });

  it("equal terms pass nobody over; a worse one chosen beside a better one does", () => {
    expect(passedOver([plain, cheaper], [BANK.id])).toEqual([]);
    expect(passedOver([plain, cheaper], [BANK2.id])).toEqual([]);
    expect(passedOver([plain, partner(BANK2, { lowestRate: "0.04" }), made], [BANK.id, BANK3.id]).map((one) => one.org.id)).toEqual(["bank2"]);
  });
});

describe("answers of institutions", () => {
  const open = () => reviewed().pushed([BANK, BANK2]);
  const no = (told: Told, who = BANK, reason = "不做") =>
    decline(yanqing, told.state, { leadId: told.lead(who), reasonCode: "other", reason }, [], act(who));

  it("YQ-068 one refusal of two leaves the round open, the last one fails it and sends the case back to the panel", () => {
    const told = refuses(open());
    expect(openRound(told.state)?.leads.map((lead) => lead.status)).toEqual(["declined", "open"]);
    refuses(told, BANK2);
    expect(told.state).toMatchObject({ status: "ballot", step: "review", rounds: [{ failed: true }] });
    expect(told.events.at(-1)?.event).toMatchObject({ type: "push_failed", round: 1, failures: 1 });
  });

  it("YQ-068 an offer keeps the round open; taken back, it is a refusal", () => {
    const told = open().offered(BANK);
    refuses(told, BANK2);
    expect(told.state.status).toBe("push_open");
    refuses(told, BANK);
    expect(told.state.status).toBe("ballot");
  });

  it("YQ-102 a refusal has its reason; a lead is answered by its own institution, once", () => {
    const told = open();
    expect(codes(no(told, BANK, " "))).toEqual(["reason_required"]);
    expect(codes(decline(yanqing, told.state, { leadId: told.lead(BANK), reasonCode: "o", reason: "x" }, [], act(BANK2)))).toEqual([
      "lead_not_yours",
    ]);
    expect(codes(decline(yanqing, told.state, { leadId: "none", reasonCode: "o", reason: "x" }, [], act(BANK)))).toEqual(["lead_not_yours"]);
    refuses(told);
    expect(codes(no(told))).toEqual(["lead_closed"]);
    expect(codes(offer(yanqing, told.state, told.lead(BANK), { ...LOAN, amount: "1.00", remark: "" }, act(BANK)))).toEqual(["lead_closed"]);
  });

  it("YQ-102 a question and its answer stay with the lead", () => {
    const told = open();
    told.does(ask(told.state, told.lead(), "流水？", act(BANK)), BANK);
    told.does(answer(told.state, told.lead(), "已上传"), OFFICE);
    expect(told.state.rounds[0]?.leads[0]?.talk.map(({ from, text }) => [from.id, text])).toEqual([
      ["bank1", "流水？"],
      ["office", "已上传"],
    ]);
    expect(codes(ask(told.state, told.lead(BANK2), "流水？", act(BANK)))).toEqual(["lead_not_yours"]);
    refuses(refuses(told), BANK2);
    expect(codes(answer(told.state, told.lead(), "晚了"))).toEqual(["lead_closed"]);
  });

  it("YQ-020 YQ-102 an offer is held to the limits of the loan, every fault told", () => {
    const told = open();
    const say = (change: object) =>
      codes(offer(yanqing, told.state, told.lead(), { ...LOAN, amount: "3000000.00", remark: "", ...change }, act(BANK)));
    expect(say({})).toEqual([]);
    expect(say({ amount: "5000000.00" })).toEqual([]);
    expect(say({ amount: "5000000.01" })).toEqual(["loan_over_cap"]);
    expect(say({ amount: "0.00" })).toEqual(["loan_amount_invalid"]);
    expect(say({ amount: "lots", ratePercent: "0", termMonths: "0", mode: "gift" })).toEqual([
      "amount_invalid",
      "rate_invalid",
      "term_invalid",
      "mode_invalid",
    ]);
  });
});

describe("rates and terms", () => {
  it.each([
    ["4.35", "0.0435"],
    ["4", "0.0400"],
    ["0.0001", "0.000001"],
    ["99.9999", "0.999999"],
    ["１２．５", "0.1250"],
  ])("YQ-102 %s percent is %s", (percent, rate) => {
    expect(readRate(percent)).toEqual({ ok: true, value: rate });
  });
  it.each(["0", "0.0000", "100", "-1", "4.35%", "", "4.35001", "1e1"])("YQ-102 %j percent is none", (percent) => {
    expect(codes(readRate(percent))).toEqual(["rate_invalid"]);
  });
  it.each(["0", "361", "-1", "12.5", "", "一年"])("YQ-102 a term of %j is none", (months) => {
    expect(codes(readTerm(months))).toEqual(["term_invalid"]);
  });
  it("YQ-102 one month to thirty years", () => {
    expect([readTerm("1"), readTerm("360")]).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 360 },
    ]);
  });
});

describe("after a failure", () => {
  const FAILED = (on: string): PushRecord => ({ on: day(on), result: "FAILED" });

  it("YQ-068 no push without a new review, wherever the case stands on its way to it", () => {
    const told = refuses(reviewed().pushed());
    expect(first(send(told, [BANK2.id]))).toMatchObject({ code: "must_rereview", cites: { article: "三（四）" } });
    told.scheduled([]);
    expect(codes(send(told, [BANK2.id]))).toEqual(["must_rereview"]);
  });

  it("YQ-068 reviewed anew it is pushed a second time, to the same institution too", () => {
    const told = refuses(reviewed().pushed())
      .voted("low")
      .pushed([BANK], TODAY, [FAILED(TODAY)]);
    expect(told.events.at(-1)?.event).toMatchObject({ type: "pushed", round: 2, pushNo: 2 });
    expect(told.state.tier?.ratio).toBe("0.20");
  });

  it("YQ-069 the second failure bars through the anniversary of the second push, not of the refusal", () => {
    const second = day("2026-03-31");
    const told = refuses(reviewed().pushed())
      .voted("low", second)
      .pushed([BANK], second, [FAILED(TODAY)]);
    refuses(told, BANK, [FAILED(TODAY), { on: second, result: "OPEN" }], addDays(second, 20));
    expect(told.events.slice(-3).map(({ event }) => event.type)).toEqual(["lead_declined", "push_failed", "cooling_started"]);
    expect(told.state).toMatchObject({ status: "cooling", cooling: { blockedThrough: "2027-03-31", firstAllowedOn: "2027-04-01" } });
    expect(first(send(told, [BANK.id]))).toMatchObject({
      code: "push_cooldown",
      figures: { blockedThrough: "2027-03-31", firstAllowedOn: "2027-04-01" },
      cites: { article: "三（四）" },
    });
  });

  it("YQ-069 the failures of an earlier case of the firm count", () => {
    const told = reviewed().pushed([BANK], TODAY, [FAILED("2026-01-10")]);
    refuses(told, BANK, [FAILED("2026-01-10")]);
    expect(told.state.status).toBe("cooling");
  });

  it("YQ-069 another case of a barred firm waits too, and the day after it may go out as the first", () => {
    const history = [FAILED("2025-12-01"), FAILED("2026-01-15")];
    expect(first(send(reviewed(), [BANK.id], { history }))).toMatchObject({ code: "push_cooldown", figures: { firstAllowedOn: "2027-01-16" } });
    const later = day("2027-01-16");
    const told = new Told().reviewed("medium", later);
    expect(codes(send(told, [BANK.id], { history, on: day("2027-01-15") }))).toEqual(["push_cooldown"]);
    told.does(send(told, [BANK.id], { history, on: later }), OFFICE, later);
    expect(told.events.at(-1)?.event).toMatchObject({ pushNo: 1 });
  });

  it("YQ-068 a review older than the failure does not stand in for a new one", () => {
    expect(first(send(reviewed(), [BANK.id], { history: [FAILED("2026-03-20")], on: day("2026-04-01") }))).toMatchObject({
      code: "must_rereview",
      figures: { lastFailedOn: "2026-03-20" },
    });
  });

  it("YQ-069 a cooling-off that is not a number of years is a fault of the scheme", () => {
    const step = stepOf(yanqing.admission, "push") as PushStep;
    const failures = step.failures as NonNullable<PushStep["failures"]>;
    const broken = { ...step, failures: { ...failures, coolOff: { ...failures.coolOff, length: { days: 365 } } } };
    expect(() => coolOff(broken, TODAY)).toThrow(RangeError);
  });
});
