/** The public list: name and day, by month; as a page and as a spreadsheet. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { stepOf } from "../../shared/process/procedure";
import { fileResponse, textBook } from "../spreadsheet";
import { verb } from "../verb";
import { publishedMonthsQuery, publishedQuery } from "./store";

export const listPublished = verb(api.listPublished, {
  load: ({ db, schemeId, query }) => ({ entries: publishedQuery(db, schemeId, query.month), months: publishedMonthsQuery(db, schemeId) }),
  decide: ({ scheme }, { entries, months }) => {
    const article = stepOf(scheme.admission, "publish")?.cites.article ?? null;
    return accept({ reply: { article, months: months.map((one) => ({ ...one })), entries: entries.map((one) => ({ ...one })) } });
  },
});

export const exportPublished = verb(api.exportPublished, {
  load: ({ db, schemeId, query }) => ({ entries: publishedQuery(db, schemeId, query.month) }),
  decide: ({ query, today }, { entries }) => {
    const bytes = textBook("名单", [["企业名称", "公布日期"], ...entries.map(({ name, listedOn }) => [name, listedOn])]);
    return accept({ reply: {}, response: fileResponse(bytes, `list-${query.month ?? today}`, `名单-${query.month ?? today}`) });
  },
});
