/** What a sentence about an event of a funded loan needs, as text, for one sight of it. */
import { yuan } from "../../shared/money";
import type { Counts } from "../../shared/process/event";
import type { FileEvent } from "../../shared/process/loan-file";
import type { Sight } from "./file-sight";

const countsText = (counts: Counts) =>
  Object.entries(counts)
    .map(([choice, count]) => `${choice}:${count}`)
    .join(",");

type Facts = Record<string, string>;

function lifeFacts(event: FileEvent): Facts | undefined {
  switch (event.type) {
    case "schedule_set":
      return { instalments: String(event.instalments.length) };
    case "repaid":
      return {
        repaymentNo: event.repayment.id,
        on: event.repayment.on,
        principal: yuan(event.repayment.principal),
        interest: yuan(event.repayment.interest),
      };
    case "repayment_undone":
      return { repaymentNo: event.id, reason: event.reason };
    case "extended":
      return { maturesOn: event.maturesOn, reason: event.reason };
    case "graded":
      return { grade: event.grade, on: event.on };
    default:
      return undefined;
  }
}

/** Whoever decides sees how many voted for what; the institutions see what became of their claim. */
function claimFacts(event: FileEvent, sight: Sight): Facts | undefined {
  const counts = (given: Counts): Facts => (sight === "whole" ? { counts: countsText(given) } : {});
  switch (event.type) {
    case "claim_filed":
      return {
        payee: event.payee.name,
        principal: yuan(event.filing.principal),
        interest: yuan(event.filing.interest),
        covered: yuan(event.filing.covered),
        letterNo: event.filing.evidence.letterNo,
      };
    case "claim_checked":
      return { ...(event.batch ? { batch: event.batch } : {}), ...(sight === "whole" ? { summary: event.summary } : {}) };
    case "claim_returned":
      return { reason: event.reason, ...(event.documentNo ? { documentNo: event.documentNo } : {}) };
    case "claim_withdrawn":
      return { reason: event.reason };
    case "claim_panel_set":
      return { heldOn: event.panel.heldOn, units: event.panel.seats.map((seat) => seat.unit.name).join("、") };
    case "claim_ballot_opened":
      return { units: String(event.electorate.length) };
    case "claim_ballot_cast":
      return { unit: event.unit.name };
    case "claim_revote_opened":
    case "claim_deferred":
      return counts(event.counts);
    case "claim_opinion_given":
      return { choice: event.choice, opinion: event.opinion, ...counts(event.counts) };
    case "claim_reported":
    case "claim_notified":
      return { documentNo: event.documentNo };
    case "claim_consented":
      return { documentNo: event.documentNo, amount: yuan(event.amount) };
    case "claim_paid":
      return { instructionNo: event.instructionNo, amount: yuan(event.amount), ratio: event.ratio, unfunded: yuan(event.unfunded) };
    default:
      return undefined;
  }
}

function recoveryFacts(event: FileEvent): Facts {
  switch (event.type) {
    case "coordinated":
      return { outcome: event.outcome, on: event.on, ...(event.outcome === "PLAN" ? { instalments: String(event.plan.length) } : {}) };
    case "legal_forced":
      return { reason: event.reason };
    case "legal_started":
      return { on: event.on, court: event.court, caseNo: event.caseNo };
    case "money_recovered":
      return { receipt: event.receipt.id, receivedOn: event.receipt.receivedOn, amount: yuan(event.receipt.amount), due: yuan(event.receipt.due) };
    case "return_declared":
      return { receipt: event.receiptId, amount: yuan(event.amount), on: event.on, voucherNo: event.voucherNo };
    case "money_returned":
      return { receipt: event.receiptId, amount: yuan(event.amount) };
    case "claw_back_ordered":
      return { amount: yuan(event.amount), documentNo: event.documentNo };
    case "legal_ended":
      return { on: event.on, proof: event.proof, documentNo: event.documentNo };
    case "loss_approved":
      return { kind: event.kind };
    default:
      return "amount" in event ? { amount: yuan(event.amount) } : {};
  }
}

/** What the firm is told of the fund's side of its loan: that it happened, and no figure of it. */
export const factsOf = (event: FileEvent, sight: Sight): Facts =>
  lifeFacts(event) ?? (sight === "firm" && event.type.startsWith("claim_") ? {} : claimFacts(event, sight)) ?? recoveryFacts(event);
