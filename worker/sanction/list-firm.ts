/** The office enters a firm, and the one who represents it, that was listed as dishonest; money that is still out goes to law at once (四（三）). */
import { api } from "../../shared/contract/api";
import type { Body } from "../../shared/contract/contract";
import { normalizeCreditCode, parseCreditCode } from "../../shared/enterprise/credit-code";
import { type LocalDate, parseDate } from "../../shared/local-date";
import { accept, type Outcome, refuse, refuseAll } from "../../shared/outcome";
import { forcedByListing } from "../../shared/process/listing";
import { bar } from "../../shared/process/sanction";
import { keepPerson } from "../application/draft";
import { newId } from "../clock";
import type { Rows } from "../database";
import { organisationByCodeQuery } from "../identity/store";
import { fileNow, fileQueries, writeFile } from "../loan/file-verb";
import { insertNotice } from "../notice/store";
import { type Ctx, type LoadCtx, verb } from "../verb";
import { fundedCaseOf, insertListing, type ListingRow, listingOf, listingsOfQuery, representativeOfQuery } from "./listing-store";
import { shownListing } from "./shown";

type Route = typeof api.listFirm;

const queries = (ctx: LoadCtx<Route>) => {
  const { db, schemeId, body } = ctx;
  const code = normalizeCreditCode(body.creditCode);
  return {
    ...fileQueries(ctx as unknown as LoadCtx, fundedCaseOf(schemeId, code)),
    firm: organisationByCodeQuery(db, code, schemeId),
    known: representativeOfQuery(db, schemeId, code),
    standing: listingsOfQuery(db, schemeId, code),
  };
};
type Found = Rows<ReturnType<typeof queries>>;

/** The person's key and name: by the number that was typed, else by what the firm's own application says of a person of this name. */
async function representativeOf(
  body: Body<Route>,
  known: Found["known"],
  secret: string,
): Promise<Outcome<{ key: string | null; name: string | null }>> {
  const name = body.representativeName?.trim() || null;
  if (!body.representativeId?.trim()) return accept({ key: (name && known.find((one) => one.name === name)?.key) || null, name });
  if (name === null) return refuse("field_required", {}, undefined, "representativeName");
  const kept = await keepPerson(body.representativeId, secret);
  return kept?.key ? accept({ key: kept.key, name }) : refuse("field_invalid", {}, undefined, "representativeId");
}

async function entryOf({ body, settings, actor, now }: Ctx<Route>, known: Found["known"]): Promise<Outcome<ListingRow>> {
  const code = parseCreditCode(body.creditCode, "creditCode");
  const listedOn = parseDate(body.listedOn, "listedOn");
  const person = await representativeOf(body, known, settings.PERSON_KEY);
  if (!code.ok || !listedOn.ok || !person.ok) return refuseAll([code, listedOn, person].flatMap((one) => (one.ok ? [] : one.refusals)));
  return accept({
    id: newId(),
    credit_code: code.value,
    name: body.name,
    representative_key: person.value.key,
    representative_name: person.value.name,
    reason: body.reason,
    platform: body.platform,
    listed_on: listedOn.value,
    evidence: body.evidence?.trim() || null,
    made_by: actor.personId,
    recorded_at: now,
    lifted_on: null,
    lifted_reason: null,
  });
}

/** Told to the firm, with the first day on which it may come back, and to those who guard the fund. */
function told({ db, now }: Ctx<Route>, found: Found, entry: ListingRow, firstAllowedOn: LocalDate): D1PreparedStatement[] {
  const desks = found.desks.filter(({ kind }) => kind !== "office").map(({ id }) => id);
  const figures = { enterprise: entry.name, firstAllowedOn };
  return [...desks, ...found.firm.map(({ orgId }) => orgId)].map((toOrg) => insertNotice(db, { toOrg, code: "firm_listed", figures }, now));
}

export const listFirm = verb(api.listFirm, {
  load: queries,
  decide: async (ctx, found) => {
    const { db, schemeId, scheme, today } = ctx;
    const entry = await entryOf(ctx, found.known);
    if (!entry.ok) return entry;
    const { platform, listed_on } = entry.value;
    if (found.standing.some((one) => one.platform === platform && one.listed_on === listed_on))
      return refuse("already_exists", { platform, listedOn: listed_on }, scheme.sanctions.bar?.listing, "listedOn");
    const barred = bar(scheme.sanctions.bar, listingOf(entry.value), today);
    if (!barred.ok) return barred;
    const statements = [insertListing(db, schemeId, entry.value), ...told(ctx, found, entry.value, barred.value.firstAllowedOn)];
    const reply = shownListing(scheme, entry.value, today);
    const file = fileNow(ctx, found);
    if (!file.ok) return accept({ statements, reply });
    const events = forcedByListing(scheme.recovery, file.value.loanFile, entry.value.reason, file.value.act);
    if (events.ok && events.value.length === 0) return accept({ statements, reply });
    return events.ok ? writeFile(ctx as unknown as Ctx, file.value, { events: events.value, statements }, () => reply) : events;
  },
});
