/** The consolidated list as a spreadsheet. */
import { api } from "../../shared/contract/api";
import { fen, yuan } from "../../shared/money";
import { accept } from "../../shared/outcome";
import { fileResponse, textBook } from "../spreadsheet";
import { verb } from "../verb";
import { listQuery } from "./list-store";

const MOST = 5000;
const HEAD = ["编号", "企业", "统一社会信用代码", "融资需求（元）", "环节", "推荐单位", "风险等级", "提交日期"];

export const exportCases = verb(api.exportCases, {
  load: ({ db, schemeId, mine, query }) => ({ found: listQuery(db, { schemeId, waiting: false, ...query, limit: MOST }, mine, true) }),
  decide: ({ scheme, today }, { found }) => {
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
    const bytes = textBook("需求名单", [HEAD, ...rows]);
    return accept({ reply: {}, response: fileResponse(bytes, `cases-${today}`, `需求名单-${today}`) });
  },
});
