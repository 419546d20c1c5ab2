/** The consolidated list as a spreadsheet: typed text cells, so that no name in it ever runs as a formula. */
import { utils, write } from "@e965/xlsx";
import { api } from "../../shared/contract/api";
import { fen, yuan } from "../../shared/money";
import { accept } from "../../shared/outcome";
import { schemeOf } from "../../shared/schemes/registry";
import { verb } from "../verb";
import { listQuery } from "./store";

const MOST = 5000;
const HEAD = ["编号", "企业", "统一社会信用代码", "融资需求（元）", "环节", "推荐单位", "风险等级", "提交日期"];

export const exportCases = verb(api.exportCases, {
  load: ({ db, schemeId, mine, query }) => ({ found: listQuery(db, { schemeId, waiting: false, ...query, limit: MOST }, mine, true) }),
  decide: ({ schemeId, today }, { found }) => {
    const scheme = schemeOf(schemeId);
    const says = (step: string) => scheme.admission.steps.find((candidate) => candidate.id === step)?.says ?? step;
    const rows = found
      .slice(0, MOST)
      .map((row) => [
        row.no,
        row.enterprise_name,
        row.credit_code,
        row.need === null ? "" : yuan(fen(row.need)),
        says(row.step),
        row.recommender ?? "",
        row.tier ?? "",
        row.submitted_on ?? "",
      ]);
    const sheet: Record<string, unknown> = { "!ref": utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: HEAD.length - 1 } }) };
    for (const [r, row] of [HEAD, ...rows].entries()) for (const [c, text] of row.entries()) sheet[utils.encode_cell({ r, c })] = { t: "s", v: text };
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "需求名单");
    const bytes = write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer;
    const name = encodeURIComponent(`需求名单-${today}.xlsx`);
    const headers = {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="cases-${today}.xlsx"; filename*=UTF-8''${name}`,
      "cache-control": "no-store",
    };
    return accept({ reply: {}, response: new Response(bytes, { headers }) });
  },
});
