/** The office publishes the quarter's ledger: its figures are frozen, and finance, the government and each institution are told (三（七）3). */
import { api } from "../../shared/contract/api";
import { fen, plus, yuan } from "../../shared/money";
import { accept } from "../../shared/outcome";
import { publishLedger, quartersUntil } from "../../shared/process/recovery-ledger";
import { actOf } from "../actor";
import { desksQuery } from "../case/store";
import { insertNotice } from "../notice/store";
import { verb } from "../verb";
import { byPayeeQuery, publish, publishedQuartersQuery } from "./store";

export const publishRecoveries = verb(api.publishRecoveries, {
  load: ({ db, schemeId, today }) => ({
    published: publishedQuartersQuery(db, schemeId, quartersUntil(today, 2)[0] ?? ""),
    payees: byPayeeQuery(db, schemeId),
    desks: desksQuery(db, schemeId),
  }),
  decide: ({ db, schemeId, scheme, body, actor, now, today }, { published, payees, desks }) => {
    const period = publishLedger(
      scheme.recovery,
      body.quarter,
      published.map((one) => one.quarter),
      actOf(actor, today),
    );
    if (!period.ok) return period;
    const quarter = period.value.name;
    const rows = payees.reduce((sum, { count }) => sum + count, 0);
    const told = (toOrg: string, count: number, returned: number) =>
      insertNotice(db, { toOrg, code: "recoveries_published", figures: { quarter, rows: String(count), returned: yuan(fen(returned)) } }, now);
    const all = plus(...payees.map(({ returned }) => fen(returned)));
    return accept({
      statements: [
        ...publish(db, { schemeId, quarter, on: today, by: actor.personId, now, rows }),
        ...desks.filter(({ kind }) => kind !== "office").map((desk) => told(desk.id, rows, all)),
        ...payees.map((payee) => told(payee.payee_org, payee.count, payee.returned)),
      ],
      reply: { quarter, rows },
    });
  },
});
