/** The enterprise hands its draft to a recommender; what it declares of its group is kept with it. */
import { api } from "../../shared/contract/api";
import { refuse } from "../../shared/outcome";
import type { Draft } from "../../shared/process/draft";
import { declaredTies } from "../../shared/process/group";
import { stepOf } from "../../shared/process/procedure";
import { readApplication } from "../../shared/process/read-application";
import { submit } from "../../shared/process/submit";
import { caseVerb } from "../case/case-verb";
import { addParty } from "../case/store";
import { organisationsQuery } from "../identity/store";
import { declareTies } from "../loan/store";
import { deskOf } from "./read";

export const submitApplication = caseVerb(api.submitApplication, {
  unbarred: true,
  load: ({ db, schemeId }) => ({ organisations: organisationsQuery(db, schemeId, undefined) }),
  decide: ({ body, actor }, now, { organisations }) => {
    const { file, scheme, state, act, papers } = now;
    if (file.enterprise_org !== actor.orgId) return refuse("not_found");
    if (body.revision !== file.draft_revision) return refuse("stale", { revision: String(body.revision), latest: String(file.draft_revision) });
    const draft = JSON.parse(file.draft) as Draft;
    const firm = { creditCode: file.credit_code, name: file.enterprise_name };
    const application = readApplication(draft, firm, stepOf(scheme.admission, "recommend")?.asks);
    if (!application.ok) return application;
    const desk = deskOf(now, draft);
    if (!desk.ok) return desk;
    const chosen = organisations.find((org) => org.orgId === draft.addressedTo && org.status === "active");
    const addressedTo = chosen && { id: chosen.orgId, kind: chosen.kind, name: chosen.name };
    return submit(scheme, state, { application: application.value, papers, addressedTo }, desk.value.district, act);
  },
  effects: ({ db, schemeId, now: at }, now, events) => {
    const [event] = events;
    if (event?.type !== "application_submitted") return {};
    return {
      statements: [
        addParty(db, now.file.id, event.addressedTo.id, "recommender"),
        ...declareTies(db, schemeId, now.file.id, declaredTies(event.application), at),
      ],
    };
  },
  reply: (after, _, now) => ({
    caseId: after.id,
    no: now.file.no,
    decision: after.decision as never,
    next: { who: after.addressedTo?.name ?? "", by: null },
  }),
});
