/** The sheet that a lender fills in: the columns of the import, one line for each of its loans that still owe. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { SHEET_COLUMNS } from "../../shared/process/repayment-sheet";
import { fileResponse, textBook } from "../spreadsheet";
import { verb } from "../verb";
import { owingQuery } from "./list-store";

const LINES_MOST = 1000;
/** Beside the columns that are read: so that a line is not mistaken for another. */
const AID = "企业（仅供核对）";

export const repaymentTemplate = verb(api.repaymentTemplate, {
  load: ({ db, schemeId, mine }) => ({ owing: owingQuery(db, schemeId, mine, LINES_MOST) }),
  decide: ({ today }, { owing }) => {
    const head = [...SHEET_COLUMNS.map(({ says }) => says), AID];
    const lines = owing.map(({ contract_no: contractNo, enterprise }) => [contractNo, ...SHEET_COLUMNS.slice(1).map(() => ""), enterprise]);
    const bytes = textBook("还款登记", [head, ...lines]);
    return accept({ reply: "", response: fileResponse(bytes, `repayments-${today}`, `还款登记-${today}`) });
  },
});
