/** A firm's way to a loan where the document has it recommended, checked, approved, published and referred: each step by those whom it names. */
import { mayGoOn, type NewBusiness } from "../fund/breaker";
import type { Application } from "../process/application";
import { applicationFacts } from "../process/application";
import { approve, refuseApproval } from "../process/approve";
import { openCheck } from "../process/case";
import { openCheckWith, pass, recordFinding } from "../process/check";
import type { CheckFinding } from "../process/event";
import { type LoanText, recordLoan } from "../process/loan";
import type { OrgRef } from "../process/party";
import { stepById } from "../process/procedure";
import { publish } from "../process/publish";
import { offer, push } from "../process/push";
import { adopt } from "../process/recommend";
import { submit } from "../process/submit";
import type { Facts, PaperFact } from "../rule/facts";
import type { Life, Matter } from "./testing-life";

/** What a way to a loan asks of the district beside the case. */
export interface Admission<M extends Matter> {
  readonly application: (matter: M) => Application;
  readonly papers: readonly PaperFact[];
  readonly recommender: OrgRef;
  /** The loan as its bank enters it, and what the records know of it. */
  readonly loan?: (matter: M, how: number) => { readonly text: Omit<LoanText, "leadId" | "contractNo" | "loanId">; readonly facts: Facts };
}

const LETTER = { letterNo: "函", profile: "平稳", loanNeed: "需要", justification: "评选第三名" };

const NEW_BUSINESS: ReadonlySet<string> = new Set<NewBusiness>(["check", "ballot", "push", "loan"]);

/** The next step; a paused fund lets nothing new go on. */
export function admits<M extends Matter>(life: Life<M>, matter: M, how: number, given: Admission<M>): void {
  const { state } = matter;
  const { scheme } = life;
  const application = given.application(matter);
  const facts = applicationFacts(application, given.papers, state.appliedOn ?? life.on);
  const step = stepById(scheme.admission, state.step);
  const going = NEW_BUSINESS.has(step?.kind ?? "") ? mayGoOn(scheme.fund.breaker, life.fund.state, step?.kind as NewBusiness, life.on) : undefined;
  if (state.status !== "draft" && going?.ok === false) return void life.took(going);
  const who = step ? life.whoOf(matter, step.by) : given.recommender;
  switch (state.status) {
    case "draft": {
      const command = { application, papers: given.papers, addressedTo: given.recommender };
      return void life.tells(matter, matter.enterprise, submit(scheme, state, command, {}, life.act(matter.enterprise)));
    }
    case "recommend":
      return void life.tells(matter, given.recommender, adopt(scheme, state, LETTER, facts, life.act(given.recommender)));
    case "check":
      return void life.tells(matter, who, openCheckWith(scheme, state, [], life.act(who)));
    case "check_open":
      return void checks(life, matter, who, facts);
    case "approve": {
      const back = { documentNo: "退回", reason: "再议" };
      const said = how % 9 === 0 ? refuseApproval(scheme, state, back, life.act(who)) : approve(scheme, state, life.number("批"), [], life.act(who));
      return void life.tells(matter, who, said);
    }
    case "publish":
      return void life.tells(matter, who, publish(scheme, state, { name: matter.enterprise.name, listedOn: life.on }, life.act(who)));
    case "push":
      return void refers(life, matter, who, facts);
    case "push_open":
      return void lends(life, matter, how, given);
    default:
  }
}

/** One finding on each topic that is asked for, then it passes. */
export function checks<M extends Matter>(life: Life<M>, matter: M, who: OrgRef, facts: Facts): void {
  const { state } = matter;
  const step = stepById(life.scheme.admission, state.step);
  const asked = step?.kind === "check" ? (step.topics?.asked ?? ["credit"]) : [];
  const found = openCheck(state)?.findings ?? [];
  const topic = asked.find((one) => !found.some((finding) => finding.topic === one)) as CheckFinding["topic"] | undefined;
  if (topic === undefined) return void life.tells(matter, who, pass(life.scheme, state, "通过", facts, life.act(who)));
  const finding: CheckFinding = {
    source: "internal",
    sourceName: "部门",
    queriedAt: 1,
    subject: "enterprise",
    topic,
    result: "clear",
    detail: "无记录",
  };
  life.tells(matter, who, recordFinding(life.scheme, state, finding, 2, life.act(who)));
}

function refers<M extends Matter>(life: Life<M>, matter: M, who: OrgRef, facts: Facts): void {
  const all = life.bodiesOf(["bank"]).map((org) => ({
    org,
    leadId: `${matter.no}-${org.id}-${matter.state.rounds.length}`,
    agreementInForce: true,
    suspended: false,
    lowThreshold: false,
    productInnovation: false,
  }));
  const institutions = all.map(({ org }) => org.id);
  life.tells(matter, who, push(life.scheme, matter.state, { institutions }, all, [], facts, life.act(who)));
}

function lends<M extends Matter>(life: Life<M>, matter: M, how: number, given: Admission<M>): void {
  const { lender, state } = matter;
  const lead = state.rounds.at(-1)?.leads.find(({ org }) => org.id === lender.id);
  if (!lead || !given.loan) return;
  const { text, facts } = given.loan(matter, how);
  const terms = { ratePercent: text.ratePercent, termMonths: text.termMonths, mode: text.mode };
  if (lead.status === "open")
    return void life.tells(matter, lender, offer(life.scheme, state, lead.id, { ...terms, amount: text.principal, remark: "" }, life.act(lender)));
  const loan: LoanText = { ...text, loanId: `loan-${matter.no}`, leadId: lead.id, contractNo: `合同${matter.no}` };
  life.tells(matter, lender, recordLoan(life.scheme, state, loan, facts, life.act(lender)));
}
