/** A firm's way to its loan in a random life of 延庆: recommended, screened with a partner, rated by a panel, approved where high, pushed, lent. */
import type { Application } from "../../process/application";
import { approve, refuseApproval } from "../../process/approve";
import { openCheck, openReview } from "../../process/case";
import { giveOpinion, openCheckWith, pass, recordFinding } from "../../process/check";
import { recordLoan } from "../../process/loan";
import { offer, push } from "../../process/push";
import { adopt } from "../../process/recommend";
import { castBallot, closeBallot, openBallot, schedule } from "../../process/review";
import { submit } from "../../process/submit";
import type { Matter } from "../testing-life";
import { yanqing } from "./scheme";
import { BANK, FINANCE, FINDING, GOVERNMENT, INSURER, LOAN, OFFICE, PAPERS, partner, seat, TOWN } from "./testing";
import type { Subsidised } from "./testing-insured";
import type { YanqingLife } from "./testing-life";

/** Statements of every year that a life may ask for. */
export const PAPERS_OF_ALL_YEARS = [
  ...PAPERS,
  ...PAPERS.filter((paper) => paper.fiscalYear === 2024).map((paper) => ({ ...paper, fiscalYear: 2023 })),
];
const INSURED = { mode: "insurance", partner: INSURER };

export interface Firm extends Matter, Subsidised {
  readonly application: Application;
  tries: number;
}

export function enters(life: YanqingLife, firm: Firm, how: number): void {
  const { state } = firm;
  const facts = life.facts(firm);
  switch (state.status) {
    case "draft": {
      const command = { application: firm.application, papers: PAPERS_OF_ALL_YEARS, addressedTo: TOWN };
      return void life.tells(firm, firm.enterprise, submit(yanqing, state, command, facts, life.act(firm.enterprise)));
    }
    case "recommend": {
      const letter = { letterNo: `函${firm.no}`, profile: "平稳", loanNeed: "需要" };
      return void life.tells(firm, TOWN, adopt(yanqing, state, letter, facts, life.act(TOWN)));
    }
    case "check":
      return void life.tells(firm, OFFICE, openCheckWith(yanqing, state, [BANK], life.act(OFFICE)));
    case "check_open":
      return void screens(life, firm);
    case "ballot":
    case "ballot_scheduled":
    case "ballot_open":
      return void rates(life, firm, how);
    case "approve":
      return void approves(life, firm, how);
    case "push": {
      firm.tries += 1;
      const lead = partner(BANK, { leadId: `${firm.no}-${firm.tries}` });
      return void life.tells(firm, OFFICE, push(yanqing, state, { institutions: [BANK.id] }, [lead], [], facts, life.act(OFFICE)));
    }
    case "push_open":
      return void lends(life, firm, how);
    default:
  }
}

function screens(life: YanqingLife, firm: Firm): void {
  const { state } = firm;
  const check = openCheck(state);
  if (check?.findings.length === 0) life.tells(firm, OFFICE, recordFinding(yanqing, state, FINDING, 2, life.act(OFFICE)));
  else if (check?.opinions.length === 0)
    life.tells(firm, BANK, giveOpinion(yanqing, state, { org: BANK, verdict: "support", detail: "可做" }, life.act(BANK)));
  else life.tells(firm, OFFICE, pass(yanqing, state, "通过", life.facts(firm), life.act(OFFICE)));
}

function rates(life: YanqingLife, firm: Firm, how: number): void {
  const { state } = firm;
  const seats = [OFFICE, FINANCE, TOWN].map((unit) => seat(unit));
  if (state.status === "ballot") {
    const plan = { reviewId: `r${firm.no}-${state.seq}`, meetingId: "m", heldOn: life.on, seats };
    return void life.tells(firm, OFFICE, schedule(yanqing, state, plan, life.act(OFFICE)));
  }
  if (state.status === "ballot_scheduled") return void life.tells(firm, OFFICE, openBallot(yanqing, state, life.facts(firm), life.act(OFFICE)));
  const review = openReview(state);
  const waiting = seats.find(({ unit }) => !review?.cast.some((cast) => cast.unit === unit.id));
  if (waiting) {
    // A panel that has sent a case to the government in vain settles for less.
    const liked = ["high", "medium", "medium", "medium", "low"][state.approval || state.returnReason ? 1 : firm.no % 5] as string;
    const choice = how % 9 === 0 ? "low" : liked;
    const sealed = review?.choices.includes(choice) ? choice : (review?.choices[0] ?? choice);
    return void life.tells(firm, waiting.unit, castBallot(yanqing, state, { choice: sealed, reason: "理由", sealed }, life.act(waiting.unit)));
  }
  const ballots = (review?.cast ?? []).map(({ unit, sealed }) => ({ unit, choice: sealed, reason: "理由" }));
  life.tells(firm, OFFICE, closeBallot(yanqing, state, { ballots, recoveryOwner: BANK }, life.facts(firm), life.act(OFFICE)));
  if (!firm.state.holdsSlot) life.slots.delete(firm.no);
}

function approves(life: YanqingLife, firm: Firm, how: number): void {
  const { state } = firm;
  const given = approve(yanqing, state, "批复", [...life.slots.values()], life.act(GOVERNMENT));
  if (how % 8 > 0 && life.tells(firm, GOVERNMENT, given)) {
    if (firm.state.holdsSlot && !life.slots.has(firm.no)) life.slots.set(firm.no, life.on);
    return;
  }
  life.tells(firm, GOVERNMENT, refuseApproval(yanqing, state, { documentNo: "退回", reason: "再议" }, life.act(GOVERNMENT)));
}

function lends(life: YanqingLife, firm: Firm, how: number): void {
  const { state } = firm;
  const lead = state.rounds.at(-1)?.leads.at(-1);
  if (!lead) return;
  if (lead.status === "open") {
    const terms = { ...LOAN, amount: "5000000.00", remark: "" };
    return void life.tells(firm, BANK, offer(yanqing, state, lead.id, terms, life.act(BANK)));
  }
  const text = {
    loanId: `loan-${firm.no}`,
    leadId: lead.id,
    contractNo: `合同${firm.no}`,
    principal: `${3_000_000 + (how % 2_000_000)}.${String(how % 100).padStart(2, "0")}`,
    disbursedOn: life.on,
    ...LOAN,
    ...(firm.no % 6 === 5 ? INSURED : {}),
  };
  life.tells(firm, BANK, recordLoan(yanqing, state, text, life.facts(firm), life.act(BANK)));
}
