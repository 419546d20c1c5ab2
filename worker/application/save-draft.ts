/** Keeps what the enterprise typed, field by field; a device that lags behind merges and is told what it overwrote. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { standsAt } from "../../shared/process/act";
import { newCase } from "../../shared/process/case";
import type { Draft } from "../../shared/process/draft";
import { fileQuery, saveDraftRow } from "../case/store";
import { verb } from "../verb";
import { mergeDraft, partiesIn, shownDraft } from "./draft";

export const saveDraft = verb(api.saveDraft, {
  load: ({ db, params, mine }) => ({ file: fileQuery(db, params.caseId, mine, []) }),
  decide: async ({ db, body, actor, settings, now, schemeId }, { file }) => {
    const row = file[0];
    if (!row || row.enterprise_org !== actor.orgId || row.scheme_id !== schemeId) return refuse("not_found");
    const open = standsAt({ ...newCase(row.id), status: row.status }, "draft");
    if (!open.ok) return open;
    const stored = { draft: JSON.parse(row.draft) as Draft, fields: JSON.parse(row.draft_fields) as Record<string, number> };
    const revision = row.draft_revision + 1;
    const merged = await mergeDraft(stored, body.changes, Math.min(body.revision, row.draft_revision), revision, settings.PERSON_KEY);
    if (!merged.ok) return merged;
    const { draft, fields, overwritten } = merged.value;
    return accept({
      statements: saveDraftRow(db, {
        caseId: row.id,
        seen: row.draft_revision,
        draft: JSON.stringify(draft),
        fields: JSON.stringify(fields),
        parties: JSON.stringify(partiesIn(draft)),
        now,
      }),
      reply: { revision, savedAt: now, draft: shownDraft(draft) as never, overwritten },
    });
  },
});
