/** The firms on the list with what departments told of them and what still asks for a review. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { shownRefusal } from "../case/view-parts";
import { verb } from "../verb";
import { standingOf } from "./news";
import { listedQuery, newsQuery } from "./store";

export const listListed = verb(api.listListed, {
  load: ({ db, schemeId }) => ({ listed: listedQuery(db, schemeId), news: newsQuery(db, schemeId) }),
  decide: ({ scheme }, { listed, news }) => {
    const { feedback } = scheme;
    if (!feedback) return accept({ reply: { article: null, firms: [] } });
    const firms = listed.map((row) => {
      const standing = standingOf(
        feedback,
        news.filter(({ case_id }) => case_id === row.case_id),
      );
      return {
        caseId: row.case_id,
        caseNo: row.no,
        name: row.name,
        creditCode: row.credit_code,
        listedOn: row.listed_on,
        removedOn: row.removed_on,
        news: standing.news.map(({ on, by, adverse, says }) => ({ on, by: by.name, adverse, says })),
        flags: row.removed_on ? [] : standing.flags.map(shownRefusal),
        reviews: standing.reviews.map((one) => ({ ...one })),
      };
    });
    return accept({ reply: { article: feedback.cites.article, firms } });
  },
});
