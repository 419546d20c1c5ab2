/** What the conference decided, and whom the document seats at it. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { valueOn } from "../../shared/rule/parameter";
import { verb } from "../verb";
import { decisionOf, decisionsQuery, rosterOf } from "./store";

export const listDecisions = verb(api.listDecisions, {
  load: ({ db, schemeId }) => ({ found: decisionsQuery(db, schemeId) }),
  decide: ({ scheme, query, today }, { found }) => {
    const { conference } = scheme;
    if (!conference) return accept({ reply: { topics: [], members: [], decisions: [] } });
    const members = valueOn(conference.members, today);
    if (!members.ok) return members;
    const topics = conference.topics.map(({ id, says, cites }) => ({ id, says, article: cites.article }));
    const decisions = found
      .filter((row) => query.topic === undefined || row.topic === query.topic)
      .map((row) => {
        const topic = topics.find(({ id }) => id === row.topic);
        const present = rosterOf(row).map(({ name }) => name);
        return { id: row.id, ...decisionOf(row), topicSays: topic?.says ?? row.topic, article: topic?.article ?? conference.cites.article, present };
      });
    return accept({ reply: { topics, members: members.value.map((member) => ({ ...member })), decisions } });
  },
});
