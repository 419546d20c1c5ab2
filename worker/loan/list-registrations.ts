/** What an institution entered, and where each loan stands. */
import { api } from "../../shared/contract/api";
import { fen, yuan } from "../../shared/money";
import { accept, refuse } from "../../shared/outcome";
import type { OrgKind } from "../../shared/process/party";
import { verb } from "../verb";
import { registrationsQuery } from "./registration-store";

const PAGE = 20;

function readCursor(cursor: string | undefined): { at: number; id: string } | undefined {
  const match = /^(\d{1,16})\.([\w-]{1,64})$/.exec(cursor ?? "");
  return match ? { at: Number.parseInt(match[1] ?? "", 10), id: match[2] ?? "" } : undefined;
}

export const listRegistrations = verb(api.listRegistrations, {
  load: ({ db, mine, query }) => ({
    entered: registrationsQuery(db, mine.orgId, { state: query.state, after: readCursor(query.cursor), limit: PAGE }),
  }),
  decide: ({ query }, { entered }) => {
    if (query.cursor && !readCursor(query.cursor)) return refuse("field_invalid", { given: query.cursor.slice(0, 40) }, undefined, "cursor");
    const page = entered.slice(0, PAGE);
    const last = entered.length > PAGE ? page.at(-1) : undefined;
    return accept({
      reply: {
        registrations: page.map((row) => ({
          caseId: row.case_id,
          no: row.no,
          enterprise: row.enterprise,
          lender: { id: row.lender_org, kind: row.lender_kind as OrgKind, name: row.lender },
          ...(row.partner_org === null ? {} : { partner: { id: row.partner_org, kind: row.partner_kind as OrgKind, name: row.partner ?? "" } }),
          mode: row.mode,
          contractNo: row.contract_no,
          principal: yuan(fen(row.principal)),
          disbursedOn: row.disbursed_on,
          registeredOn: row.registered_on,
          state: row.state,
        })),
        next: last ? `${last.registered_at}.${last.case_id}` : null,
      },
    });
  },
});
