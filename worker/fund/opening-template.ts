/** The workbook that a district fills in to begin in the middle: three sheets with their columns, and a page that explains each. */
import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { BALANCE_COLUMNS, CLAIM_COLUMNS, LOAN_COLUMNS, OPENING_SHEETS, PROOF_SAYS } from "../../shared/process/opening-sheet";
import { modesOf, stepOf } from "../../shared/process/procedure";
import { GRADE_SAYS } from "../../shared/process/sheet-cells";
import type { Scheme } from "../../shared/schemes/scheme";
import { fileResponse, workbook } from "../spreadsheet";
import { verb } from "../verb";

type Columns = readonly { readonly id: string; readonly says: string; readonly note: string }[];

/** The document's own words where a column takes only these. */
const wordsOf = (scheme: Scheme): Readonly<Record<string, readonly string[]>> => ({
  tier: (stepOf(scheme.admission, "ballot")?.choices ?? []).filter(({ supports }) => supports).map(({ says }) => says),
  mode: modesOf(scheme.admission).map(({ says }) => says),
  grade: Object.values(GRADE_SAYS),
  proof: Object.values(PROOF_SAYS),
});

export const openingTemplate = verb(api.openingTemplate, {
  decide: ({ scheme }) => {
    const words = wordsOf(scheme);
    const headOf = (columns: Columns) => columns.map(({ says }) => says);
    const explained = (sheet: string, columns: Columns) => columns.map(({ id, says, note }) => [sheet, says, note, (words[id] ?? []).join("、")]);
    const paid = [...LOAN_COLUMNS, ...CLAIM_COLUMNS];
    const bytes = workbook([
      { name: OPENING_SHEETS.balance, rows: [headOf(BALANCE_COLUMNS), BALANCE_COLUMNS.map(() => "")] },
      { name: OPENING_SHEETS.live, rows: [headOf(LOAN_COLUMNS)] },
      { name: OPENING_SHEETS.paid, rows: [headOf(paid)] },
      {
        name: "填表说明",
        rows: [
          ["表", "列", "怎么填", "可以填"],
          ...explained(OPENING_SHEETS.balance, BALANCE_COLUMNS),
          ...explained(`${OPENING_SHEETS.live}、${OPENING_SHEETS.paid}`, LOAN_COLUMNS),
          ...explained(OPENING_SHEETS.paid, CLAIM_COLUMNS),
        ],
      },
    ]);
    return accept({ reply: "", response: fileResponse(bytes, "opening", "期初导入表") });
  },
});
