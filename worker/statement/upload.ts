/** Keeps a file of a case: read as bytes under a limit, judged whole, stored under our own name, then its row. */
import type { Context } from "hono";
import { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import { FILES_MOST, mostBytes } from "../../shared/contract/file-limits";
import { accept, refuse } from "../../shared/outcome";
import { newId } from "../clock";
import { sha256 } from "../digest";
import { performForm, type UploadForm } from "../form";
import { type HonoEnv, verb } from "../verb";
import { accessQuery, caseAccess } from "./access";
import { inspect, MEDIA, shownName } from "./inspect";
import { type ReadFigures, readFigures } from "./read-figures";
import { insertStatement, type StatementRow, statementsQuery } from "./store";

/** The largest file and the form around it. */
const FORM_MOST = 20 * 1024 * 1024 + 64 * 1024;

const replyOf = (
  { objectKey: _, figures: __, ...row }: StatementRow,
  existing: boolean,
  found: ReadFigures | null,
): Reply<typeof api.uploadStatement> => ({
  ...row,
  existing,
  ...(found ?? {}),
});

const keepFile = (form: UploadForm | null) =>
  verb(api.uploadStatement, {
    load: ({ db, body, schemeId, mine }) => ({ access: accessQuery(db, body.caseId, schemeId, mine), kept: statementsQuery(db, body.caseId) }),
    decide: async ({ db, env, body, schemeId, scheme, actor, now }, { access, kept }) => {
      const may = caseAccess(scheme, actor, access[0]);
      if (!may.see) return refuse("not_found");
      if (!may.add(body.kind)) return refuse("access_denied", { kind: body.kind }, undefined, "kind");
      if (!form) throw new Error("a form that parsed has gone");
      const { bytes } = form;
      const read = await inspect(bytes, mostBytes(body.kind));
      if (!read.ok) return read;
      const digest = await sha256(bytes);
      const fiscalYear = body.fiscalYear ? Number(body.fiscalYear) : null;
      // one file may hold two years: it is the same paper only within a year
      const same = kept.find((one) => one.kind === body.kind && one.fiscalYear === fiscalYear && one.sha256 === digest);
      if (same) return accept({ reply: replyOf(same, true, same.figures ? (JSON.parse(same.figures) as ReadFigures) : null) });
      if (kept.length >= FILES_MOST) return refuse("file_too_many", { most: String(FILES_MOST) }, undefined, "file");
      const found = read.value === "xlsx" ? readFigures(bytes) : null;
      const row: StatementRow = {
        statementId: newId(),
        caseId: body.caseId,
        kind: body.kind,
        fiscalYear,
        filename: shownName(form.filename, read.value),
        mediaType: MEDIA[read.value],
        bytes: bytes.length,
        sha256: digest,
        objectKey: `${schemeId}/${body.caseId}/${newId()}`,
        figures: found ? JSON.stringify(found) : null,
        uploadedAt: now,
      };
      await env.FILES.put(row.objectKey, bytes, { sha256: digest, httpMetadata: { contentType: row.mediaType } });
      return accept({ statements: [insertStatement(db, row, actor, now)], reply: replyOf(row, false, found), status: 201 });
    },
  });

export const uploadStatement = (c: Context<HonoEnv>): Promise<Response> => performForm(c, api.uploadStatement, FORM_MOST, keepFile);
