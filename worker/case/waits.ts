/** Whom a case waits for, and for what: read off its state, stored as rows so that each person's list is one index away. */

import { voting } from "../../shared/process/ballot";
import type { CaseState } from "../../shared/process/case";
import { openCheck, openReview, openRound } from "../../shared/process/case";
import { type Procedure, stepById } from "../../shared/process/procedure";
import type { Wait } from "./store";

const NONE: readonly Wait[] = [];

/** The organisations that the case waits for now; `dueOn` is the same for all of them. */
export function waitsOf(procedure: Procedure, state: CaseState, dueOn: string | null): readonly Wait[] {
  const byKind = (what: string): Wait[] => (stepById(procedure, state.step)?.by ?? []).map((orgKind) => ({ orgKind, orgId: "*", what, dueOn }));
  const firm = (what: string): readonly Wait[] => (state.enterprise ? [{ orgKind: "enterprise", orgId: state.enterprise.id, what, dueOn }] : NONE);
  switch (state.status) {
    case "draft":
      return firm("draft");
    case "recommend":
      return state.addressedTo ? [{ orgKind: state.addressedTo.kind, orgId: state.addressedTo.id, what: "recommend", dueOn }] : NONE;
    case "check_open": {
      const check = openCheck(state);
      const silent = (check?.consulted ?? []).filter((org) => !check?.opinions.some((opinion) => opinion.org.id === org.id));
      return [...byKind("check"), ...silent.map((org): Wait => ({ orgKind: org.kind, orgId: org.id, what: "opinion", dueOn }))];
    }
    case "ballot_open": {
      const review = openReview(state);
      const silent = voting(review?.seats ?? []).filter((seat) => !review?.cast.some((cast) => cast.unit === seat.unit.id));
      return [...byKind("close"), ...silent.map(({ unit }): Wait => ({ orgKind: unit.kind, orgId: unit.id, what: "vote", dueOn }))];
    }
    case "push_open": {
      const open = (openRound(state)?.leads ?? []).filter((lead) => lead.status === "open" || lead.status === "offered");
      return open.map((lead): Wait => ({ orgKind: lead.org.kind, orgId: lead.org.id, what: lead.status === "open" ? "lead" : "loan", dueOn }));
    }
    case "check":
    case "ballot":
    case "ballot_scheduled":
    case "approve":
    case "publish":
    case "push":
    case "loan":
      return byKind(state.status);
    case "register": {
      // a loan that was sent back waits for whoever entered it; of a listed firm no institution is told
      const by = state.registered?.by;
      return by ? [{ orgKind: by.kind, orgId: by.id, what: state.status, dueOn }] : NONE;
    }
    case "cooling":
    case "funded":
    case "not_supported":
    case "withdrawn":
      return NONE;
  }
}
