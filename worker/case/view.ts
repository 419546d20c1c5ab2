/** A case as one viewer may see it. Least privilege: the firm does not see the panel's papers, a bank sees its own lead only, nobody sees a sealed ballot. */
import { stateCouncil } from "../../shared/calendar/working-day";
import type { CaseView } from "../../shared/contract/case";
import { type LocalDate, partsOf } from "../../shared/local-date";
import { yuan } from "../../shared/money";
import { type CaseState, openRound, type ReviewState } from "../../shared/process/case";
import { numbersOf } from "../../shared/process/claim-amount";
import { dueOf } from "../../shared/process/due";
import type { Recorded } from "../../shared/process/event";
import { type BallotStep, type Step, stepById, stepOf } from "../../shared/process/procedure";
import { panelObstacles } from "../../shared/process/review";
import { slotsHeld } from "../../shared/process/slot";
import { CLOSED } from "../../shared/process/status";
import type { Scheme } from "../../shared/schemes/scheme";
import { promisedBelow } from "../loan/standing";
import { claimSide } from "../statement/access";
import type { StatementRow } from "../statement/store";
import { actionsOf } from "./actions";
import type { CaseNow } from "./case-verb";
import { fileActions } from "./file-actions";
import { fileHolder } from "./file-holder";
import { sightOf } from "./file-sight";
import { fileTimelineOf } from "./file-timeline";
import { type FileViewRows, fileView } from "./file-view";
import { loanPart } from "./loan-part";
import type { WaitRow } from "./store";
import { seesAll, seesDesk, seesWhole, timelineOf, type Viewer } from "./timeline";
import { coveredBy, shownDue, shownRefusal, shownStatement } from "./view-parts";
import { waitsOf } from "./waits";

function stepsOf(scheme: Scheme, state: CaseState): CaseView["steps"] {
  const { steps } = scheme.admission;
  // a case that cools off stopped at the push, though its failure had sent it back
  const here = steps.findIndex((step) => (state.status === "cooling" ? step.kind === "push" : step.id === state.step));
  const applies = (step: Step) => step.kind !== "approve" || !step.when || !state.tier || step.when.choices.includes(state.tier.choice);
  // a loan that its institution entered at once was recommended by nobody
  const entry = steps.findIndex((step) => step.kind === "register");
  const entered = state.recommendation === undefined && (here >= entry || state.status === "funded") ? entry : 0;
  const place = (step: Step, at: number): CaseView["steps"][number]["state"] => {
    if (!applies(step) || at < entered) return "skipped";
    if (state.status === "funded") return "done";
    return at < here ? "done" : at === here ? "here" : "ahead";
  };
  return steps.map((step, at) => ({ id: step.id, says: step.says, article: step.cites.article, state: place(step, at) }));
}

const choicesOf = (step: BallotStep | undefined, ids: readonly string[]) =>
  ids.map((id) => {
    const choice = step?.choices.find((candidate) => candidate.id === id);
    const ratio = choice?.ratio?.versions.at(-1)?.value;
    return { id, says: choice?.says ?? id, ...(ratio ? { ratio } : {}) };
  });

function reviewOf(now: CaseNow, review: ReviewState, viewer: Viewer, personId: string): CaseView["reviews"][number] {
  const step = stepOf(now.scheme.admission, "ballot");
  const cast = (unit: string) => review.cast.some((one) => one.unit === unit);
  const own = review.seats.find((seat) => seat.unit.id === viewer.orgId && seat.delegate.personId === personId);
  const scheduled = !review.result && review.round === 0;
  return {
    id: review.id,
    meetingId: review.meetingId,
    heldOn: review.heldOn,
    seats: review.seats.map((seat) => ({
      unit: { ...seat.unit },
      delegate: { ...seat.delegate },
      ...(seat.recused === undefined ? {} : { recused: seat.recused }),
      voted: cast(seat.unit.id),
    })),
    round: review.round,
    choices: choicesOf(step, review.round === 0 ? (step?.choices ?? []).map((choice) => choice.id) : review.choices),
    obstacles: scheduled ? panelObstacles(now.scheme, now.state, review.seats, now.act.on).map(shownRefusal) : [],
    past: review.past.map((round) => ({ round: round.round, counts: { ...round.counts }, ballots: round.ballots.map((ballot) => ({ ...ballot })) })),
    ...(review.result ? { result: review.result } : {}),
    ...(own ? { mine: { unit: own.unit.id, voted: cast(own.unit.id), recused: own.recused !== undefined } } : {}),
  };
}

/** Who has it now. Which unit has not voted is told to the panel alone, which institution has not answered to the desks and the firm. */
function holderOf(now: CaseNow, viewer: Viewer): CaseView["holder"] {
  const { state, scheme, desks } = now;
  const every = waitsOf(scheme.admission, state, null);
  const answers = seesDesk(viewer) || viewer.parts.includes("enterprise");
  const waits = every.filter(({ what, orgId }) => {
    if (what === "vote") return seesAll(viewer);
    return (what !== "lead" && what !== "loan") || answers || orgId === viewer.orgId;
  });
  const known = new Map<string, string>();
  for (const org of [
    state.enterprise,
    state.addressedTo,
    ...state.checks.flatMap((check) => check.consulted),
    ...state.reviews.flatMap((r) => r.seats.map((s) => s.unit)),
    ...(openRound(state)?.leads ?? []).map((lead) => lead.org),
  ]) {
    if (org) known.set(org.id, org.name);
  }
  const names = waits.flatMap((wait) =>
    wait.orgId === "*"
      ? desks.filter((desk) => desk.kind === wait.orgKind).map((desk) => desk.name)
      : [known.get(wait.orgId) ?? now.file.enterprise_name],
  );
  return { kinds: [...new Set((waits.length > 0 ? waits : every).map((wait) => wait.orgKind))], names: [...new Set(names)] };
}

/** Who has it and by when: before the loan by the procedure, afterwards by the loan's file; nobody where it has ended. */
function placeOf(now: CaseNow, viewer: Viewer, waits: readonly WaitRow[]): Pick<CaseView, "holder" | "due"> {
  if (now.state.status === "funded") return fileHolder(now, viewer, waits);
  const due = dueOf(now.scheme, now.state, stateCouncil());
  const holder = CLOSED.includes(now.state.status) ? { kinds: [], names: [] } : holderOf(now, viewer);
  return { holder, ...(due ? { due: shownDue(due) } : {}) };
}

function leadsOf(now: CaseNow, viewer: Viewer): CaseView["leads"] {
  const all = seesDesk(viewer) || viewer.parts.includes("enterprise");
  return now.state.rounds.flatMap((round) =>
    round.leads
      .filter((lead) => all || lead.org.id === viewer.orgId)
      .map((lead) => ({
        id: lead.id,
        round: round.no,
        pushedOn: round.on,
        org: { ...lead.org },
        status: lead.status,
        talk: lead.talk.map(({ from, text, at }) => ({ from: from.name, text, at })),
        ...(lead.reason ? { reason: lead.reason } : {}),
        ...(lead.beforeAgreement ? { beforeAgreement: true as const } : {}),
        ...(lead.offer ? { offer: { ...lead.offer, amount: yuan(lead.offer.amount) } } : {}),
      })),
  );
}

/** The application without keys, money in yuan. */
function shownApplication(state: CaseState): Record<string, unknown> | undefined {
  const { application } = state;
  if (!application) return undefined;
  const person = ({ name, masked }: { name: string; masked: string }) => ({ name, masked });
  return {
    ...application,
    representative: person(application.representative),
    controller: person(application.controller),
    holders: application.holders.map(({ kind, id, name, share }) => ({ kind, name, share, ...(kind === "firm" ? { id } : {}) })),
    years: application.years.map((year) => ({
      ...year,
      revenue: year.revenue === undefined ? null : yuan(year.revenue),
      assets: year.assets === undefined ? null : yuan(year.assets),
    })),
    need: { ...application.need, amount: yuan(application.need.amount) },
  };
}

/** What the panel, the desks and the recommender know of screening; a consulted partner sees it too. */
function checksOf(now: CaseNow, viewer: Viewer): CaseView["checks"] {
  if (!seesWhole(viewer) && !viewer.parts.includes("consulted")) return [];
  return now.state.checks.map((check) => ({
    step: check.step,
    passed: check.passed,
    consulted: check.consulted.map((org) => ({ ...org })),
    findings: check.findings.map((finding) => ({ ...finding })),
    opinions: check.opinions
      .filter((opinion) => seesAll(viewer) || opinion.org.id === viewer.orgId)
      .map((opinion) => ({ ...opinion, org: { ...opinion.org } })),
  }));
}

/** An institution sees what the fund would pay by its own agreement. */
function tierOf(now: CaseNow, viewer: Viewer, { agreementsNow }: Pick<FileViewRows, "agreementsNow">): Pick<CaseView, "tier"> {
  const { tier, application, loan } = now.state;
  // a loan that was running before the district began here has no application
  const amount = application?.need.amount ?? loan?.principal;
  if (!tier || amount === undefined) return {};
  const choice = stepOf(now.scheme.admission, "ballot")?.choices.find((candidate) => candidate.id === tier.choice);
  const lowered = promisedBelow(tier.ratio, agreementsNow.find((one) => one.orgId === viewer.orgId)?.maxRatio);
  const covered = coveredBy(now.scheme, tier.choice, amount, numbersOf(now.scheme, tier.on, now.act.on), lowered);
  return {
    tier: {
      choice: tier.choice,
      says: choice?.says ?? tier.choice,
      ratio: tier.ratio,
      on: tier.on,
      recoveryOwner: { ...tier.recoveryOwner },
      covered,
    },
  };
}

/** Places of the year's quota, shown to those who work on the approval that takes one. */
function quotaOf(now: CaseNow, viewer: Viewer, taken: readonly LocalDate[]): Pick<CaseView, "quota"> {
  const step = stepById(now.scheme.admission, now.state.step);
  if (now.state.status !== "approve" || step?.kind !== "approve" || !step.slot || !seesAll(viewer)) return {};
  const held = slotsHeld(step.slot, taken, now.act.on);
  if (!held.ok) return {};
  return { quota: { year: partsOf(now.act.on).year, ...held.value, held: now.state.holdsSlot === true, article: step.slot.cites.article } };
}

export function viewCase(
  now: CaseNow,
  viewer: Viewer,
  personId: string,
  statements: readonly StatementRow[],
  events: readonly Recorded[],
  taken: readonly LocalDate[],
  found: FileViewRows & { readonly waits: readonly WaitRow[] },
): CaseView {
  const { state, scheme, file } = now;
  const since = now.loanFile?.claim?.since ?? state.since;
  const sight = sightOf(viewer, now.loanFile);
  const inside = seesWhole(viewer) || sight === "institution" ? [] : claimSide(scheme);
  const pushStep = stepOf(scheme.admission, "push");
  const owners = new Map(state.rounds.flatMap((round) => round.leads.map((lead) => [lead.id, lead.org.id] as const)));
  const whole = seesWhole(viewer) || viewer.parts.includes("enterprise") || viewer.parts.includes("consulted");
  const asLead = viewer.parts.includes("lead");
  return {
    id: file.id,
    no: file.no,
    scheme: { id: scheme.id, name: scheme.name, status: scheme.status, ruleSet: scheme.ruleSet },
    status: state.status,
    step: stepById(scheme.admission, state.step)?.id ?? state.step,
    steps: stepsOf(scheme, state),
    ...placeOf(now, viewer, found.waits),
    ...(since ? { since } : {}),
    enterprise: { orgId: file.enterprise_org, name: file.enterprise_name, creditCode: file.credit_code },
    ...(state.application ? { need: { ...state.application.need, amount: yuan(state.application.need.amount) } } : {}),
    ...(whole || asLead ? { application: shownApplication(state) } : {}),
    ...(state.returnReason && (seesAll(viewer) || whole) ? { returnReason: state.returnReason } : {}),
    ...(state.recommendation && (whole || asLead) ? { recommendation: { ...state.recommendation, by: { ...state.recommendation.by } } } : {}),
    ...(state.addressedTo ? { addressedTo: { ...state.addressedTo } } : {}),
    ...(state.decision && whole ? { decision: state.decision as never } : {}),
    checks: checksOf(now, viewer),
    reviews: seesAll(viewer) || viewer.parts.includes("recommender") ? state.reviews.map((review) => reviewOf(now, review, viewer, personId)) : [],
    ...tierOf(now, viewer, found),
    ...(state.approval ? { approval: { documentNo: state.approval.documentNo, on: state.approval.on } } : {}),
    ...quotaOf(now, viewer, taken),
    leads: leadsOf(now, viewer),
    ...(state.cooling && pushStep
      ? { cooling: { ...state.cooling, article: pushStep.failures?.coolOff.cites.article ?? pushStep.cites.article } }
      : {}),
    ...loanPart(now, sight, found),
    ...fileView(now, viewer, personId, found),
    statements: statements.filter(({ kind }) => !inside.includes(kind)).map(shownStatement),
    timeline: [
      ...fileTimelineOf(scheme, now.loanFile, now.fileEvents, viewer),
      ...timelineOf(scheme.admission, events, viewer, (leadId) => owners.get(leadId)),
    ].sort((a, b) => b.seq - a.seq) as never,
    actions: [...actionsOf(scheme.admission, state, viewer, personId), ...fileActions(now, viewer, personId, found.waits)],
  };
}
