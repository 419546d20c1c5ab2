/** A bar ends before its time in two ways: the same authority lifts what lasts until it decides, or a finding that was wrong is withdrawn by another person. */
import { api } from "../../shared/contract/api";
import { normalizeCreditCode } from "../../shared/enterprise/credit-code";
import type { LocalDate } from "../../shared/local-date";
import { accept, refuse } from "../../shared/outcome";
import { mayLift } from "../../shared/process/ban";
import { newId } from "../clock";
import { verb } from "../verb";
import { barred } from "./standing";
import { banQuery, firmStandQuery, insertLift, insertWithdrawal, institutionStandQuery } from "./store";

export const liftBan = verb(api.liftBan, {
  load: ({ db, schemeId, body }) => ({
    firm: firmStandQuery(db, schemeId, normalizeCreditCode(body.creditCode ?? "")),
    institutions: institutionStandQuery(db, schemeId),
  }),
  decide: ({ db, schemeId, scheme, body, actor, now, today }, { firm, institutions }) => {
    const rule = scheme.sanctions.bans?.find(({ id }) => id === body.rule);
    if (!rule) return refuse("sanction_invalid", { given: body.rule }, undefined, "rule");
    const may = mayLift(rule, actor.orgKind, body.documentNo);
    if (!may.ok) return may;
    const own = rule.of === "institution" ? institutions.filter((row) => row.org_id === body.orgId) : firm;
    const under = own.filter((row) => row.what === "paid" || row.rule === rule.id);
    const alone = { sanctions: { bans: [rule] } };
    if (barred(alone, under, today).ok) return refuse("not_found", {}, rule.cites);
    const latest = under.reduce((last, row) => (row.what !== "lifted" && row.from_day > last ? row.from_day : last), "");
    // a decision of the day itself would leave the bar that begins on it
    if ((latest as LocalDate) >= today) return refuse("date_invalid", { given: today, from: latest }, rule.cites);
    const institution = rule.of === "institution";
    return accept({
      statements: [
        insertLift(db, schemeId, {
          id: newId(),
          rule: rule.id,
          org_id: institution ? (body.orgId ?? null) : null,
          credit_code: institution ? null : normalizeCreditCode(body.creditCode ?? ""),
          document_no: body.documentNo,
          reason: body.reason,
          on_day: today,
          by_org: actor.orgId,
          made_by: actor.personId,
          recorded_at: now,
        }),
      ],
      reply: { on: today },
      status: 201,
    });
  },
});

export const withdrawBan = verb(api.withdrawBan, {
  load: ({ db, schemeId, params }) => ({ ban: banQuery(db, schemeId, params.banId) }),
  decide: ({ db, scheme, body, actor, now, today }, { ban: [row] }) => {
    const rule = scheme.sanctions.bans?.find(({ id }) => id === row?.rule);
    if (!row || !rule || row.by_org !== actor.orgId) return refuse("not_found");
    if (row.withdrawn_on !== null) return refuse("already_exists", {}, rule.cites);
    if (row.made_by === actor.personId) return refuse("same_person", {}, rule.cites);
    const { documentNo, reason } = body;
    return accept({
      statements: [insertWithdrawal(db, { banId: row.id, documentNo, reason, on: today, by: actor.personId, now })],
      reply: { id: row.id },
    });
  },
});
