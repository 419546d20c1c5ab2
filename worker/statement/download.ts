/** Lists a case's files and hands one out: as an attachment, never cached, never run. */
import { api } from "../../shared/contract/api";
import { accept, refuse } from "../../shared/outcome";
import { reply, verb } from "../verb";
import { accessQuery, caseAccess } from "./access";
import { statementQuery, statementsQuery } from "./store";

export const listStatements = verb(api.listStatements, {
  load: ({ db, params, schemeId, mine }) => ({
    access: accessQuery(db, params.caseId, schemeId, mine),
    statements: statementsQuery(db, params.caseId),
  }),
  decide: ({ actor, scheme }, { access, statements }) => {
    const may = caseAccess(scheme, actor, access[0]);
    if (!may.see) return refuse("not_found");
    return reply({ statements: statements.filter(({ kind }) => may.sees(kind)).map(({ objectKey: _, figures: __, ...row }) => row) });
  },
});

/** RFC 5987: an ASCII name for old readers, the real one in UTF-8. */
export const disposition = (name: string): string => {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encoded}`;
};

export const downloadStatement = verb(api.downloadStatement, {
  load: ({ db, params, schemeId, mine }) => ({ file: statementQuery(db, params.statementId, schemeId, mine) }),
  decide: async ({ actor, env, scheme }, { file }) => {
    const row = file[0];
    if (!row || !caseAccess(scheme, actor, row).sees(row.kind)) return refuse("not_found");
    const object = await env.FILES.get(row.objectKey);
    if (!object) throw new Error("a statement without its object");
    const headers = {
      "content-type": row.mediaType,
      "content-length": String(row.bytes),
      "content-disposition": disposition(row.filename),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
    };
    return accept({ reply: "", response: new Response(object.body, { headers }) });
  },
});
