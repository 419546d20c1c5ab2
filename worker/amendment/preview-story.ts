/** Districts of the demo with loans that failed, and what the preview, the policy page's year and the records say of them. Imported by tests only. */
import { entriesFor } from "../../shared/fund/entries";
import { post } from "../../shared/fund/posting";
import { shanghaiDay } from "../../shared/local-date";
import { fen } from "../../shared/money";
import { claimAmount } from "../../shared/process/claim-amount";
import { evolveFile, type LoanFile } from "../../shared/process/loan-file";
import type { Typed } from "../../shared/rule/typed-value";
import { schemeOf } from "../../shared/schemes/registry";
import { load } from "../database";
import { eventsQuery } from "../event";
import { taken } from "../fund/testing-books";
import type { District } from "../payment/testing-file";
import { must } from "../story";
import { env } from "../testing";
import { inForceQuery, schemeKnownAt, schemeWith } from "./in-force";
import { previewSums, previewSumsQueries } from "./preview-sums";
import { toldOf } from "./preview-told";

export const preview = async (district: District, key: string, value: Typed) =>
  must(await district.as("office", "GET", `/amendments/preview?key=${key}&value=${encodeURIComponent(JSON.stringify(value))}`)).body;

export async function deposited(district: District, amount: number): Promise<void> {
  const { chart } = district.scheme.fund;
  const persons = { madeBy: "a", checkedBy: "b" };
  await district.books(({ view }) =>
    taken(
      post(chart, view, {
        id: "preview-d",
        reason: "deposit",
        on: shanghaiDay(Date.now()),
        entries: entriesFor(chart, "deposit", fen(amount)),
        persons,
      }),
    ),
  );
}

export async function pays(district: District, claimId: string, [maker, checker, payer]: readonly [string, string, string]): Promise<void> {
  const { no } = must(await district.as(maker, "POST", `/payables/${claimId}/instruction`, {})).body;
  must(await district.as(checker, "POST", `/instructions/${no}/countersign`, {}));
  must(await district.as(payer, "POST", `/instructions/${no}/paid`, {}));
}

export const came = async (district: District, as: string, caseId: string, amount: string, costs = "0.00", kind = "litigation") =>
  must(
    await district.as(as, "POST", `/cases/${caseId}/recovery/receipts`, {
      receiptNo: "1",
      receivedOn: shanghaiDay(Date.now()),
      amount,
      costs,
      ...(costs === "0.00" ? {} : { costItems: [{ kind, amount: costs, voucherNo: "发票-1" }] }),
    }),
  ).body.due;

interface Brought {
  readonly clause: string;
  readonly cases: number;
  readonly payments: number;
  readonly paid: string;
}
export const yearOf = async (district: District): Promise<readonly Brought[]> =>
  must(await district.as("office", "GET", "/policy/year")).body.clauses;
/** Clauses with what was paid under each. */
export const paidUnder = (year: readonly Brought[]) =>
  year.filter(({ payments }) => payments > 0).map(({ clause, payments, paid }) => `${clause} ${payments} ${paid}`);
/** Clauses under which a case was turned away. */
export const turnedAway = (year: readonly Brought[]) => year.filter(({ cases }) => cases > 0).map(({ clause, cases }) => `${clause} ${cases}`);

/** Every payment of the district as its records keep it, and as the document computes it again: as it was known at that instant, and as it is known now; nothing where the two differ. */
export async function payments(district: District): Promise<readonly { readonly kept: number; readonly again: number | undefined }[]> {
  const ctx = { db: env.DB, schemeId: district.schemeId, document: schemeOf(district.schemeId) };
  const { amendments, ...sums } = await load(env.DB, { amendments: inForceQuery(env.DB, district.schemeId), ...previewSumsQueries(ctx) });
  const { results } = await env.DB.prepare("SELECT case_id FROM loan_file WHERE scheme_id = ? AND paid_on IS NOT NULL")
    .bind(district.schemeId)
    .all<{ case_id: string }>();
  return Promise.all(
    results.map(async ({ case_id }) => {
      const { events } = await load(env.DB, { events: eventsQuery(env.DB, case_id) });
      const { opened, fileEvents } = toldOf(case_id, events);
      const at = fileEvents.findIndex(({ event }) => event.type === "claim_paid");
      const last = fileEvents[at];
      const file = opened && fileEvents.slice(0, at).reduce<LoanFile>(evolveFile, opened);
      if (last?.event.type !== "claim_paid" || !file?.claim?.consent) throw new Error("no payment");
      const { claim } = file;
      const most = file.claim.consent.amount;
      const [then, now] = [schemeKnownAt(district.schemeId, amendments, last.recordedAt), schemeWith(district.schemeId, amendments)].map((scheme) => {
        const met = previewSums(scheme, scheme, sums)(file, claim, last.occurredOn).was;
        return Math.min(taken(claimAmount(scheme, file, claim, last.occurredOn, undefined, taken(met))).amount, most);
      });
      return { kept: last.event.amount, again: then === now ? then : undefined };
    }),
  );
}

/** What differs on each case, by its id. */
export const found = ({ cases }: { cases: { caseId: string; differences: { what: string; before: string; after: string }[] }[] }) =>
  Object.fromEntries(cases.map(({ caseId, differences }) => [caseId, differences.map(({ what, before, after }) => [what, before, after])]));
