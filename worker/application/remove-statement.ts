/** Takes a file out of a draft; the bytes stay until the case's papers are cleared, so that it can be put back. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { standsAt } from "../../shared/process/act";
import { newCase } from "../../shared/process/case";
import { fileQuery } from "../case/store";
import { withdrawStatement } from "../statement/store";
import { verb } from "../verb";

export const removeStatement = verb(api.removeStatement, {
  load: ({ db, params, mine }) => ({ file: fileQuery(db, params.caseId, mine, []) }),
  decide: ({ db, params, actor }, { file }) => {
    const row = file[0];
    if (!row || row.enterprise_org !== actor.orgId) return refuse("not_found");
    const open = standsAt({ ...newCase(row.id), status: row.status }, "draft");
    if (!open.ok) return open;
    return accept({ statements: withdrawStatement(db, row.id, params.statementId), reply: { removed: true } });
  },
});
