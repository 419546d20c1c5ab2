/** Who hears of a proposal: everybody who may agree to it, then whoever proposed it. */
import { sql } from "drizzle-orm";
import type { OrgKind } from "../../shared/process/party";
import { type Query, rows } from "../database";
import { insertNotice, insertNotices } from "../notice/store";
import type { Ctx } from "../verb";
import type { ProposalRow } from "./store";

interface Second {
  person_id: string;
  org_id: string;
  kind: OrgKind;
}

/** The people of the bodies that set a number. */
export const secondsQuery = (db: D1Database, schemeId: string, kinds: readonly OrgKind[]): Query<Second> =>
  rows(
    db,
    sql`SELECT m.person_id, m.org_id, o.kind FROM organisation o CROSS JOIN membership m ON m.org_id = o.id CROSS JOIN person p ON p.id = m.person_id
      WHERE o.scheme_id = ${schemeId} AND o.kind IN (SELECT value FROM json_each(${JSON.stringify(kinds)})) AND o.status = 'active'
        AND m.status = 'active' AND p.status = 'active'`,
  );

const figuresOf = ({ scheme }: Ctx, row: ProposalRow) => ({
  amendment: row.id,
  number: scheme.parameters.find(({ key }) => key === row.key)?.says ?? row.key,
  from: row.from_day,
  proposer: row.proposer,
});

/** To each of them but the one who proposed it. */
export const toldSeconds = (
  ctx: Ctx,
  row: ProposalRow,
  seconds: readonly Second[],
  code: "amendment_proposed" | "amendment_withdrawn",
): D1PreparedStatement[] =>
  insertNotices(
    ctx.db,
    seconds
      .filter(({ person_id }) => person_id !== row.proposed_by)
      .map(({ person_id, org_id }) => ({ toOrg: org_id, toPerson: person_id, code, figures: figuresOf(ctx, row) })),
    ctx.now,
  );

export const toldOfDecision = (
  ctx: Ctx,
  row: ProposalRow,
  { code, reason }: { readonly code: "amendment_approved" | "amendment_declined"; readonly reason?: string },
): D1PreparedStatement =>
  insertNotice(
    ctx.db,
    {
      toOrg: row.proposed_org,
      toPerson: row.proposed_by,
      code,
      figures: { ...figuresOf(ctx, row), by: ctx.actor.personName, ...(reason ? { reason } : {}) },
    },
    ctx.now,
  );
