/** The ledger of recoveries as a spreadsheet, the same rows and figures as on the screen. */

import { api } from "../../shared/contract/api";
import { accept } from "../../shared/outcome";
import { figureDesksOf } from "../case/desk";
import { fileResponse, textBook } from "../spreadsheet";
import { verb } from "../verb";
import { shownRecovery } from "./shown";
import { type RecoveryRow, recoveriesQuery } from "./store";

const MOST = 5000;
const headOf = (paid: string) => [
  "编号",
  "企业",
  "追偿机构",
  "阶段",
  `已${paid}（元）`,
  "已收回（元）",
  "已返还（元）",
  "待返还（元）",
  "未收回（元）",
  "已核销（元）",
  "最近登记",
  "到期",
];
const STAGE: Readonly<Record<RecoveryRow["stage"], string>> = { COORDINATION: "协调", LEGAL: "法律追偿", RETURNING: "返还", WRITEOFF: "核销" };

export const exportRecoveries = verb(api.exportRecoveries, {
  load: ({ db, schemeId, document, mine }) => ({ found: recoveriesQuery(db, schemeId, { open: false, limit: MOST }, mine, figureDesksOf(document)) }),
  decide: ({ scheme, today }, { found }) => {
    const rows = found
      .slice(0, MOST)
      .map((row) => shownRecovery(scheme, row, today))
      .map((row) => [
        row.caseNo,
        row.enterprise,
        row.payee,
        STAGE[row.stage],
        row.paid,
        row.recovered,
        row.returned,
        row.pending,
        row.out,
        row.writtenOff,
        row.touchedOn,
        row.dueOn ?? "",
      ]);
    return accept({
      reply: "",
      response: fileResponse(textBook("追偿台账", [headOf(scheme.terms.payment.says), ...rows]), `recoveries-${today}`, `追偿台账-${today}`),
    });
  },
});
