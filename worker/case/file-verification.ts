/** The verification of a claim as those who see it are told: who sits, who has voted and never how, and the ballots of rounds that are closed. */
import type { CaseView } from "../../shared/contract/case";
import type { Claim } from "../../shared/process/claim-state";
import type { FileRecorded, LoanFile } from "../../shared/process/loan-file";
import type { CaseNow } from "./case-verb";
import type { Viewer } from "./timeline";

type View = NonNullable<NonNullable<NonNullable<CaseView["file"]>["claim"]>["verification"]>;

/** Closed rounds of the panel that was set last, as their events opened them. */
function roundsOf(events: readonly FileRecorded[]): View["past"] {
  let past: View["past"] = [];
  let round = 0;
  for (const { event } of events) {
    if (event.type === "claim_panel_set") past = [];
    if (event.type === "claim_ballot_opened") round = 1;
    if (event.type !== "claim_revote_opened" && event.type !== "claim_deferred" && event.type !== "claim_opinion_given") continue;
    past.push({ round, counts: { ...event.counts }, ballots: event.ballots.map((ballot) => ({ ...ballot })) });
    round += 1;
  }
  return past;
}

/** A panel whose claim was taken or sent back before it decided is not shown: its ballots stay sealed. */
export function verificationView(now: CaseNow, file: LoanFile, claim: Claim, viewer: Viewer, personId: string): { verification?: View } {
  const panel = claim.verification;
  const step = now.scheme.claim.steps.find((one) => one.kind === "ballot");
  if (!panel || step?.kind !== "ballot" || !(panel.result || claim.step === step.id)) return {};
  const cast = (unit: string) => panel.cast.some((one) => one.unit === unit);
  const past = roundsOf(now.fileEvents);
  const counts = past.at(-1)?.counts;
  const own = panel.seats.find((seat) => seat.unit.id === viewer.orgId && seat.delegate.personId === personId);
  const offered = panel.round === 0 ? step.choices.map((choice) => choice.id) : panel.choices;
  return {
    verification: {
      id: panel.id,
      meetingId: panel.meetingId,
      heldOn: panel.heldOn,
      seats: panel.seats.map(({ unit, delegate }) => {
        const before = panel.successors.find((one) => one.to === unit.id)?.from;
        const name = file.raters.find((seat) => seat.unit.id === before)?.unit.name;
        return {
          unit: { ...unit },
          delegate: { ...delegate },
          voted: cast(unit.id),
          interested: panel.interested.includes(unit.id),
          ...(name ? { standsFor: name } : {}),
        };
      }),
      round: panel.round,
      choices: offered.map((id) => ({ id, says: step.choices.find((choice) => choice.id === id)?.says ?? id })),
      ...(panel.result ? { result: panel.result } : {}),
      ...(counts ? { counts } : {}),
      past,
      ...(own ? { mine: { unit: own.unit.id, voted: cast(own.unit.id) } } : {}),
    },
  };
}
