/** Who I am, where I am logged in, and out again. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { reply, verb } from "../verb";
import { deleteSession, membershipsQuery, personQuery, sessionsQuery } from "./store";

export const me = verb(api.me, {
  load: ({ db, mine, schemeId }) => ({ person: personQuery(db, mine.personId), memberships: membershipsQuery(db, mine.personId, schemeId) }),
  decide: ({ maybeActor }, { person, memberships }) => {
    const self = person[0];
    if (!self) return refuse("session_expired");
    const acting = memberships.find((one) => one.membershipId === maybeActor?.membershipId) ?? null;
    return reply({ person: { personId: self.personId, name: self.name, phone: self.phone }, acting, memberships });
  },
});

export const listSessions = verb(api.listSessions, {
  load: ({ db, mine, now }) => ({ sessions: sessionsQuery(db, mine.personId, now) }),
  decide: ({ person }, { sessions }) => reply({ sessions: sessions.map((one) => ({ ...one, current: one.sessionId === person.sessionId })) }),
});

export const revokeSession = verb(api.revokeSession, {
  load: ({ db, mine, now }) => ({ sessions: sessionsQuery(db, mine.personId, now) }),
  decide: ({ db, person, params }, { sessions }) => {
    if (!sessions.some((one) => one.sessionId === params.sessionId)) return refuse("not_found");
    return accept({ statements: [deleteSession(db, person, params.sessionId)], reply: { revoked: true as const } });
  },
});

export const logout = verb(api.logout, {
  decide: ({ db, person }) => accept({ statements: [deleteSession(db, person, person.sessionId)], reply: { revoked: true as const } }),
});
