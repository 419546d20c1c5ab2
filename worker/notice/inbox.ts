/** Reads the inbox, marks one as read. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { reply, verb } from "../verb";
import { inboxQuery, markRead, noticeQuery, unreadQuery } from "./store";

export const listNotices = verb(api.listNotices, {
  load: ({ db, mine, query }) => ({
    notices: inboxQuery(db, mine.orgId, mine.personId, query.before ? Number(query.before) : Number.MAX_SAFE_INTEGER),
    unread: unreadQuery(db, mine.orgId, mine.personId),
  }),
  decide: (_, { notices, unread }) =>
    reply({
      unread: unread[0]?.unread ?? 0,
      notices: notices.map((one) => ({ ...one, figures: JSON.parse(one.figures) as Record<string, string> })),
    }),
});

export const readNotice = verb(api.readNotice, {
  load: ({ db, mine, params }) => ({ notice: noticeQuery(db, params.noticeId, mine.orgId, mine.personId) }),
  decide: ({ db, now, params }, { notice }) => {
    const one = notice[0];
    if (!one) return refuse("not_found");
    return accept({ statements: [markRead(db, params.noticeId, now)], reply: { readAt: one.readAt ?? now } });
  },
});
