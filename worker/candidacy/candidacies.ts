/** An institution applies to be a partner; who checks and who decides say yes or no, each once. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { candidacyStage, mayApply } from "../../shared/process/partnership";
import type { OrgKind } from "../../shared/process/party";
import { figureDesksOf } from "../case/desk";
import { desksQuery } from "../case/store";
import { newId } from "../clock";
import { insertNotices } from "../notice/store";
import { type Ctx, type LoadCtx, verb } from "../verb";
import { shownCandidacy, told } from "./standing";
import { type ActRow, actsQuery, type CandidacyRow, candidaciesQuery, candidacyQuery, insertAct, insertCandidacy } from "./store";

export const listCandidacies = verb(api.listCandidacies, {
  load: ({ db, schemeId }) => ({ candidacies: candidaciesQuery(db, schemeId), acts: actsQuery(db, schemeId) }),
  decide: ({ scheme, actor }, { candidacies, acts }) => {
    const { partnership } = scheme;
    if (!partnership) return accept({ reply: { candidacies: [] } });
    const all = figureDesksOf(scheme).includes(actor.orgKind);
    const seen = candidacies.filter((row) => all || row.org_id === actor.orgId);
    return accept({ reply: { candidacies: seen.map((row) => shownCandidacy(partnership, row, acts)) } });
  },
});

export const applyPartnership = verb(api.applyPartnership, {
  load: ({ db, schemeId }) => ({ candidacies: candidaciesQuery(db, schemeId), acts: actsQuery(db, schemeId), desks: desksQuery(db, schemeId) }),
  decide: ({ db, schemeId, scheme, body, actor, now, today }, { candidacies, acts, desks }) => {
    const { partnership } = scheme;
    if (!partnership) return refuse("not_found");
    const open = candidacies.some((row) => row.org_id === actor.orgId && ["check", "decide"].includes(shownCandidacy(partnership, row, acts).stage));
    if (open) return refuse("already_exists", { institution: actor.orgName }, partnership.cites);
    const may = mayApply(partnership, body.said);
    if (!may.ok) return may;
    const asked = Object.fromEntries(partnership.asks.map(({ kind }) => [kind, body.said[kind]?.trim() ?? ""]));
    const row: CandidacyRow = { id: newId(), org_id: actor.orgId, name: actor.orgName, said: JSON.stringify(asked), on_day: today };
    const readers = desks.filter(({ kind }) => partnership.checkedBy.kinds.includes(kind));
    return accept({
      statements: [
        insertCandidacy(db, schemeId, row, { personId: actor.personId, now }),
        ...insertNotices(
          db,
          readers.map(({ id }) => ({ toOrg: id, code: "partner_applied", figures: { institution: actor.orgName } })),
          now,
        ),
      ],
      reply: shownCandidacy(partnership, row, []),
      status: 201,
    });
  },
});

type Judging = typeof api.checkCandidacy | typeof api.decideCandidacy;

const queries = ({ db, schemeId, params }: LoadCtx<Judging>) => ({
  candidacy: candidacyQuery(db, schemeId, params.candidacyId),
  acts: actsQuery(db, schemeId),
  desks: desksQuery(db, schemeId),
});

/** Says yes or no at the stage where it is. */
function judge(
  ctx: Ctx<Judging>,
  what: ActRow["what"],
  row: CandidacyRow | undefined,
  acts: readonly ActRow[],
  desks: readonly { id: string; kind: OrgKind }[],
) {
  const { db, scheme, body, actor, now, today } = ctx;
  const { partnership } = scheme;
  if (!partnership || !row) return refuse("not_found");
  const { declined, ...candidacy } = told(row, acts);
  const stage = candidacyStage(partnership, candidacy);
  const cites = what === "check" ? partnership.checkedBy.cites : partnership.decidedBy.cites;
  if (declined) return refuse("case_closed", {}, cites);
  if (stage !== (what === "check" ? "check" : "decide")) return refuse("bank_select", { status: stage }, cites);
  if (acts.some((act) => act.candidacy_id === row.id && act.what === what && act.org_id === actor.orgId)) return refuse("already_exists", {}, cites);
  if (body.agreed && what === "decision" && body.documentNo.trim() === "") return refuse("document_no_required", {}, cites, "documentNo");
  const act: ActRow = {
    candidacy_id: row.id,
    what,
    org_id: actor.orgId,
    org_kind: actor.orgKind,
    org_name: actor.orgName,
    agreed: body.agreed ? 1 : 0,
    document_no: body.documentNo,
    reason: body.reason,
    on_day: today,
  };
  const after = [...acts, act];
  const shown = shownCandidacy(partnership, row, after);
  const next = shown.stage === "decide" ? partnership.decidedBy.kinds : shown.stage === "sign" ? partnership.signedBy.kinds : [];
  const readers = [row.org_id, ...desks.filter(({ kind, id }) => next.includes(kind) && id !== actor.orgId).map(({ id }) => id)];
  return accept({
    statements: [
      insertAct(db, act, { personId: actor.personId, now }),
      ...insertNotices(
        db,
        readers.map((toOrg) => ({ toOrg, code: `partner_${shown.stage}`, figures: { institution: row.name } })),
        now,
      ),
    ],
    reply: shown,
  });
}

export const checkCandidacy = verb(api.checkCandidacy, {
  load: queries,
  decide: (ctx, { candidacy: [row], acts, desks }) => judge(ctx, "check", row, acts, desks),
});

export const decideCandidacy = verb(api.decideCandidacy, {
  load: queries,
  decide: (ctx, { candidacy: [row], acts, desks }) => judge(ctx, "decision", row, acts, desks),
});
