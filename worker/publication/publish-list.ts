/** A firm is named in public, with the fields that the document lets out and no other. */
import { api } from "../../shared/contract/api";
import { refuse } from "../../shared/outcome";
import { stepById } from "../../shared/process/procedure";
import { publish } from "../../shared/process/publish";
import { caseVerb } from "../case/case-verb";
import { insertEntry } from "./store";

export const publishList = caseVerb(api.publishList, {
  decide: (_, { scheme, state, file, act }) => {
    const step = stepById(scheme.admission, state.step);
    const known: Readonly<Record<string, string>> = { name: file.enterprise_name, listedOn: act.on };
    const fields = step?.kind === "publish" ? step.fields : [];
    const unknown = fields.find((field) => known[field] === undefined);
    if (unknown) return refuse("field_required", { field: unknown }, step?.cites, unknown);
    return publish(scheme, state, Object.fromEntries(fields.map((field) => [field, known[field] ?? ""])), act);
  },
  effects: ({ db }, { file, act }) => ({
    statements: [insertEntry(db, { caseId: file.id, schemeId: file.scheme_id, name: file.enterprise_name, on: act.on, public: true })],
  }),
});
