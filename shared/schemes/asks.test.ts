import { describe, expect, it } from "vitest";
import { day } from "../local-date";
import { fen } from "../money";
import { asksFor, type LoanAsk, readAnswers } from "../process/loan-ask";
import { stepOf } from "../process/procedure";
import { firmAsks } from "../process/registration-text";
import { decideEligibility, obstacles } from "../rule/rule";
import { baotou } from "./baotou/scheme";
import { kezhou } from "./kezhou/scheme";
import { codes } from "./testing";
import { DOCUMENTS_WITH_ASKS } from "./testing-asks";
import { xinxiang } from "./xinxiang/scheme";

/** Fields that are the record's own, or that the records of the district answer. */
const RECORD = [
  "principal",
  "termMonths",
  "rate",
  "ratePercent",
  "disbursedOn",
  "orderNo",
  "mode",
  "lender",
  "guarantor",
  "partner",
  "loan",
  "listed",
  "support",
];
const FIRM: Readonly<Record<string, string>> = {
  registeredDistrict: "registeredDistrict",
  industry: "size",
  years: "size",
  activity: "activity",
  directory: "directory",
  focusProfiles: "profiles",
};

describe("what a document asks of a loan", () => {
  it.each(DOCUMENTS_WITH_ASKS)(
    "%s: every field that its rules miss is asked, is the record's own, or comes from the records",
    (_, scheme, mode, on) => {
      const step = stepOf(scheme.admission, "register") ?? stepOf(scheme.admission, "loan");
      if (!step) throw new Error("no step");
      const checkpoint = step.kind === "register" ? "registration" : "disbursement";
      const facts = { appliedOn: on, loan: { mode, principal: fen(1), disbursedOn: on } };
      const missed = obstacles(decideEligibility(scheme.rules, facts, checkpoint, on, "")).flatMap(({ field }) => (field ? [field] : []));
      const asked = asksFor(step.asks, mode).map(({ key }) => key);
      // a firm that came through the list has told all of it in its own application
      const opens = step.kind === "register" && (scheme.admission.steps[0] === step || step.opensFor?.includes(mode));
      const firm: readonly string[] = opens && step.kind === "register" ? firmAsks(step, mode) : Object.values(FIRM);
      const unasked = missed.filter(
        (field) => !asked.includes(field) && !RECORD.includes(field) && !field.startsWith("totals.") && !firm.includes(FIRM[field] ?? "—"),
      );
      expect(unasked).toEqual([]);
      expect(missed.length).toBeGreaterThan(0);
    },
  );

  it.each(DOCUMENTS_WITH_ASKS)("%s: what it asks has an article and a choice that its rules take", (_, scheme, mode) => {
    const step = stepOf(scheme.admission, "register") ?? stepOf(scheme.admission, "loan");
    for (const ask of asksFor(step?.asks, mode)) {
      expect(ask.cites.article).not.toBe("");
      expect(new Set("options" in ask ? ask.options.map(({ id }) => id) : [""]).size).toBe("options" in ask ? ask.options.length : 1);
    }
  });
});

const ASKS: readonly LoanAsk[] = [...(stepOf(kezhou.admission, "loan")?.asks ?? []), ...(stepOf(baotou.admission, "loan")?.asks ?? [])];

describe("answers as text", () => {
  it("KZ-031 reads a rate in percent, and misses the one of a fee that is charged", () => {
    const asks = stepOf(kezhou.admission, "loan")?.asks;
    const read = readAnswers(asks, "guaranteed", { fees: ["guarantee_fee"], "fees.guarantee_fee": "0.85" });
    expect(read).toMatchObject({ ok: true, value: { loan: { fees: [{ kind: "guarantee_fee", rate: "0.0085" }] } } });
    expect(codes(readAnswers(asks, "guaranteed", { fees: ["guarantee_fee"] }))).toEqual(["field_required"]);
    expect(codes(readAnswers(asks, "guaranteed", { fees: ["guarantee_fee"], "fees.guarantee_fee": "1%" }))).toEqual(["field_invalid"]);
    expect(readAnswers(asks, "guaranteed", { fees: [] })).toMatchObject({ value: { loan: { fees: [] } } });
  });

  it("BT-041 reads days, papers, consents and what is vouched for into their places", () => {
    const asks = stepOf(baotou.admission, "loan")?.asks;
    const answers = { "steps.approved": "2024-03-28", "exceptions.term": " 订单 ", "attested.ratePolicy": "no", consents: ["bank", "bank"] };
    expect(readAnswers(asks, "helped", answers)).toEqual({
      ok: true,
      value: { loan: { steps: { approved: day("2024-03-28") }, exceptions: { term: "订单" }, consents: ["bank"] }, attested: { ratePolicy: false } },
    });
  });

  it("takes no answer to what is not asked, no choice that is not offered, no day that does not exist", () => {
    const asks = stepOf(xinxiang.admission, "register")?.asks;
    expect(codes(readAnswers(asks, "credit", { collateral: [] }))).toEqual(["field_invalid"]);
    expect(codes(readAnswers(asks, "credit", { purpose: "speculation" }))).toEqual(["field_invalid"]);
    expect(codes(readAnswers(asks, "credit", { purpose: ["production_operation"] }))).toEqual(["field_invalid"]);
    expect(codes(readAnswers(ASKS, "helped", { "steps.approved": "2024-02-30" }))).toEqual(["date_invalid"]);
    expect(readAnswers(asks, "credit", { purpose: " " })).toMatchObject({ ok: true, value: { loan: {} } });
  });
});
