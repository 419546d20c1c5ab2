/** Another person of the office lifts an entry that was made by mistake; the entry stays to be read. */
import { api } from "../../shared/contract/api";
import type { LocalDate } from "../../shared/local-date";
import { accept, refuse } from "../../shared/outcome";
import { liftListing as decide } from "../../shared/process/listing";
import { actOf } from "../actor";
import { desksQuery } from "../case/store";
import { insertNotice } from "../notice/store";
import { verb } from "../verb";
import { liftListingRow, listingQuery } from "./listing-store";
import { shownListing } from "./shown";

export const liftListing = verb(api.liftListing, {
  load: ({ db, schemeId, params }) => ({ found: listingQuery(db, schemeId, params.listingId), desks: desksQuery(db, schemeId) }),
  decide: ({ db, scheme, body, actor, now, today }, { found, desks }) => {
    const [row] = found;
    if (!row) return refuse("not_found");
    const entry = { madeBy: row.made_by, ...(row.lifted_on === null ? {} : { liftedOn: row.lifted_on as LocalDate }) };
    const lifted = decide(scheme.sanctions.bar, entry, body, actOf(actor, today));
    if (!lifted.ok) return lifted;
    const { on, reason, documentNo } = lifted.value;
    const figures = { enterprise: row.name, documentNo };
    return accept({
      statements: [
        ...liftListingRow(db, { id: row.id, on, reason, documentNo, by: actor.personId }),
        ...desks.filter(({ kind }) => kind !== "office").map((desk) => insertNotice(db, { toOrg: desk.id, code: "listing_lifted", figures }, now)),
      ],
      reply: shownListing(scheme, { ...row, lifted_on: on, lifted_reason: reason }, today),
    });
  },
});
