import { describe, expect, it } from "vitest";
import { day, type LocalDate, shanghaiDay } from "../local-date";
import { readAs } from "../schemes/reading";
import { yanqing } from "../schemes/yanqing/scheme";
import { act, BANK, codes, FACTS, FIRM, first, GOVERNMENT, OFFICE, partner, TODAY, Told } from "../schemes/yanqing/testing";
import { approve, refuseApproval } from "./approve";
import { returnFromCheck } from "./check";
import { stepOf } from "./procedure";
import { decline, push } from "./push";
import { type SlotRule, slotFree } from "./slot";
import { withdraw } from "./submit";

const days = (...on: string[]): LocalDate[] => on.map(day);
const agree = (told: Told, taken: LocalDate[] = [], on = TODAY, documentNo = "延政〔2026〕1号") =>
  approve(yanqing, told.state, documentNo, taken, act(GOVERNMENT, on));
const approved = () => {
  const told = new Told().reviewed("high");
  return told.does(agree(told), GOVERNMENT);
};
const fails = (told: Told, history: readonly { on: LocalDate; result: "FAILED" }[] = []) => {
  const command = { leadId: told.lead(), reasonCode: "other", reason: "不做" };
  return told.does(decline(yanqing, told.state, command, history, act(BANK)), BANK);
};

describe("the government's agreement", () => {
  it("YQ-066 a high result waits for it and is not pushed before", () => {
    const told = new Told().reviewed("high");
    expect(told.state).toMatchObject({ status: "approve", step: "government", tier: { ratio: "1.00" } });
    const early = push(yanqing, told.state, { institutions: [BANK.id] }, [partner(BANK)], [], FACTS, act(OFFICE));
    expect(first(early)).toMatchObject({ code: "gov_approval_required", cites: { article: "三（三）" } });
    told.does(agree(told), GOVERNMENT);
    expect(told.state).toMatchObject({ status: "push", holdsSlot: true, approval: { documentNo: "延政〔2026〕1号", on: TODAY, slot: true } });
  });

  it.each(["medium", "low"])("YQ-066 a %s result does not need it", (choice) => {
    const told = new Told().reviewed(choice);
    expect(told.state.status).toBe("push");
    expect(codes(agree(told))).toEqual(["wrong_step"]);
  });

  it("YQ-066 is the government's alone, and has a document's number", () => {
    const told = new Told().reviewed("high");
    expect(codes(approve(yanqing, told.state, "1", [], act(OFFICE)))).toEqual(["role_forbidden"]);
    expect(first(agree(told, [], TODAY, " "))).toMatchObject({ code: "document_no_required", field: "documentNo" });
    expect(codes(agree(told, [], day("2028-08-22")))).toEqual(["scheme_not_in_force"]);
  });

  it("YQ-066 refused, the case goes back to the panel with the reason and without its grade", () => {
    const told = new Told().reviewed("high");
    expect(codes(refuseApproval(yanqing, told.state, { documentNo: "2", reason: " " }, act(GOVERNMENT)))).toEqual(["reason_required"]);
    told.does(refuseApproval(yanqing, told.state, { documentNo: "2", reason: "风险过高" }, act(GOVERNMENT)), GOVERNMENT);
    expect(told.state).toMatchObject({ status: "ballot", step: "review", returnReason: "风险过高" });
    expect(told.state.tier).toBeUndefined();
    expect(told.state.holdsSlot).toBeUndefined();
    expect(told.voted("medium").state.status).toBe("push");
  });
});

describe("two places a year", () => {
  const slot = stepOf(yanqing.admission, "approve")?.slot as SlotRule;
  const rolling = readAs(yanqing, "tier.high.year", "rolling");
  const rollingSlot = (rolling.ok ? stepOf(rolling.value.admission, "approve")?.slot : undefined) as SlotRule;

  it("YQ-045 the third of a year is refused with the count and the article", () => {
    const told = new Told().reviewed("high");
    expect(codes(agree(told, days("2026-01-05")))).toEqual([]);
    expect(first(agree(told, days("2026-01-05", "2026-02-01")))).toEqual({
      code: "high_quota_used",
      figures: { used: "2", max: "2", year: "2026" },
      cites: { article: "二（四）", clauses: ["YQ-045"] },
    });
  });

  it.each([
    ["YQ-E10", days("2026-03-10"), "2026-09-15", 2],
    ["YQ-E11", days("2026-03-10", "2026-09-15"), "2026-12-31", undefined],
    ["YQ-E12", days("2026-12-30", "2026-12-31"), "2027-01-04", 1],
  ])("%s by the calendar year", (_, taken, on, usedAfter) => {
    const free = slotFree(slot, taken, day(on));
    expect(free.ok ? free.value.usedAfter : undefined).toBe(usedAfter);
  });

  it("YQ-045 the year turns at midnight in Beijing, which is 16:00 UTC", () => {
    const [before, after] = ["2026-12-31T15:59:59.999Z", "2026-12-31T16:00:00.000Z"].map((instant) => shanghaiDay(Date.parse(instant))) as [
      LocalDate,
      LocalDate,
    ];
    const taken = days("2026-05-01", "2026-12-31");
    expect(codes(slotFree(slot, taken, before))).toEqual(["high_quota_used"]);
    expect(slotFree(slot, taken, after)).toEqual({ ok: true, value: { usedAfter: 1, max: 2 } });
  });

  it("YQ-045 a rolling year leaves a place free on the anniversary of its taking, not a day before", () => {
    const taken = days("2026-12-30", "2026-12-31");
    expect(codes(slotFree(rollingSlot, taken, day("2027-12-29")))).toEqual(["high_quota_used"]);
    expect(slotFree(rollingSlot, taken, day("2027-12-30"))).toMatchObject({ value: { usedAfter: 2 } });
    expect(slotFree(rollingSlot, days("2027-03-01"), day("2028-02-29"))).toMatchObject({ value: { usedAfter: 2 } });
    expect(slotFree(rollingSlot, days("2027-03-02", "2027-03-03"), day("2027-03-01"))).toMatchObject({ value: { usedAfter: 1 } });
  });

  it("YQ-045 before the scheme is in force there is no number to go by", () => {
    expect(codes(slotFree(slot, [], day("2025-08-21")))).toEqual(["parameter_not_in_force"]);
  });
});

describe("YQ-045 a place that a case holds", () => {
  it("is kept through a failed push: the next approval takes no second one, even when the year is full", () => {
    const told = fails(approved().pushed());
    expect(told.state).toMatchObject({ status: "ballot", holdsSlot: true });
    told.voted("high");
    expect(told.state.holdsSlot).toBe(true);
    const again = agree(told, days("2026-01-05", TODAY));
    expect(again).toMatchObject({ ok: true });
    expect(again.ok && again.value[0]).not.toHaveProperty("slot");
    told.does(again, GOVERNMENT);
    expect(told.state).toMatchObject({ status: "push", approval: { slot: true } });
  });

  it.each(["medium", "low", "not_supported"])("is given back when the panel then says %s", (choice) => {
    const told = fails(approved().pushed()).voted(choice);
    expect(told.events.at(-1)?.event).toMatchObject({ type: "review_decided", slotReleased: true });
    expect(told.state.holdsSlot).toBeUndefined();
  });

  it("is given back when the firm takes its case back", () => {
    const told = approved();
    told.does(withdraw(told.state, "不需要了"), FIRM);
    expect(told.events.at(-1)?.event).toMatchObject({ type: "application_withdrawn", slotReleased: true });
    expect(told.state).not.toHaveProperty("holdsSlot");
  });

  it("is given back when the office returns the case to the recommender", () => {
    const told = approved();
    told.does(returnFromCheck(yanqing, told.state, "新发现", act(OFFICE)), OFFICE);
    expect(told.events.at(-1)?.event).toMatchObject({ type: "check_returned", slotReleased: true });
    expect(told.state).toMatchObject({ status: "recommend" });
    expect(told.state.holdsSlot).toBeUndefined();
  });

  it("is given back on the last failure", () => {
    const told = fails(approved().pushed()).voted("high");
    told.does(agree(told), GOVERNMENT).pushed([BANK], TODAY, [{ on: TODAY, result: "FAILED" }]);
    fails(told, [{ on: TODAY, result: "FAILED" }]);
    expect(told.events.at(-1)?.event).toMatchObject({ type: "cooling_started", slotReleased: true });
    expect(told.state.holdsSlot).toBeUndefined();
  });

  it("is nothing to give back for a case that had none", () => {
    const told = new Told().reviewed("medium");
    told.does(withdraw(told.state, "x"), FIRM);
    expect(told.events.at(-1)?.event).not.toHaveProperty("slotReleased");
  });
});
