/** Who is barred by what, findings and what payments brought by themselves. Whoever only finds (a bank) reads its own findings. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { figureDesksOf } from "../case/desk";
import { verb } from "../verb";
import { shownBan, shownPaid } from "./shown";
import { bansQuery, liftsQuery, paidForQuery } from "./store";

export const listBans = verb(api.listBans, {
  load: ({ db, schemeId }) => ({ bans: bansQuery(db, schemeId), lifts: liftsQuery(db, schemeId), paid: paidForQuery(db, schemeId) }),
  decide: ({ scheme, actor, today }, { bans, lifts, paid }) => {
    const { bans: rules = [] } = scheme.sanctions;
    const all = figureDesksOf(scheme).includes(actor.orgKind);
    const byPayment = rules.filter(({ conduct }) => conduct.includes("paid"));
    const shown = bans
      .filter((row) => all || row.by_org === actor.orgId)
      .flatMap((row) => {
        const rule = rules.find(({ id }) => id === row.rule);
        return rule ? [shownBan(rule, row, lifts, { personId: actor.personId, today })] : [];
      });
    const brought = all ? paid.flatMap((one) => byPayment.map((rule) => shownPaid(rule, one, lifts, today))) : [];
    return accept({ reply: { bans: [...shown, ...brought] } });
  },
});
