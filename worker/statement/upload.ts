/** Keeps a file of a case: read as bytes under a limit, judged whole, stored under our own name, then its row. */
import type { Context } from "hono";
import { api } from "../../shared/contract/api";
import type { Reply } from "../../shared/contract/contract";
import { FILES_MOST } from "../../shared/contract/file-limits";
import { accept, type Outcome, refuse } from "../../shared/outcome";
import { sessionHolds, sessionQuery } from "../actor";
import { newId } from "../clock";
import { load } from "../database";
import { sha256 } from "../digest";
import { readBounded } from "../incoming";
import { problemResponse } from "../problem";
import { baseOf, type FormRead } from "../request";
import { type HonoEnv, perform, verb } from "../verb";
import { accessQuery, caseAccess } from "./access";
import { inspect, MEDIA, shownName } from "./inspect";
import { type ReadFigures, readFigures } from "./read-figures";
import { insertStatement, type StatementRow, statementsQuery } from "./store";

type Bytes = Uint8Array<ArrayBuffer>;
/** The largest file and the form around it. */
const FORM_MOST = 20 * 1024 * 1024 + 64 * 1024;

interface Form {
  readonly fields: Record<string, string>;
  readonly digest: string;
  readonly bytes: Bytes;
  readonly filename: string;
}

async function readForm(request: Request): Promise<Outcome<Form>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) return refuse("body_invalid", { reason: "content-type" });
  if (Number(request.headers.get("content-length") ?? 0) > FORM_MOST) return refuse("file_too_big", { most: String(FORM_MOST) }, undefined, "file");
  let form: FormData;
  try {
    const body = await readBounded(request.body, FORM_MOST);
    if (!body) return refuse("file_too_big", { most: String(FORM_MOST) }, undefined, "file");
    form = await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    return refuse("file_interrupted", {}, undefined, "file");
  }
  const files: File[] = [];
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of form.entries()) {
    if (typeof value !== "string") files.push(value as File);
    else if (name in fields || value.length > 2000) return refuse("field_invalid", {}, undefined, name.slice(0, 64));
    else fields[name] = value;
  }
  const file = files[0];
  if (!file || files.length > 1) return refuse(file ? "file_too_many" : "file_missing", {}, undefined, "file");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = `${JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))}${await sha256(bytes)}`;
  return accept({ fields: { ...fields }, digest, bytes, filename: fields.filename ?? file.name });
}

const replyOf = (
  { objectKey: _, figures: __, ...row }: StatementRow,
  existing: boolean,
  found: ReadFigures | null,
): Reply<typeof api.uploadStatement> => ({
  ...row,
  existing,
  ...(found ?? {}),
});

const keepFile = (form: Form | null) =>
  verb(api.uploadStatement, {
    load: ({ db, body, schemeId, mine }) => ({ access: accessQuery(db, body.caseId, schemeId, mine), kept: statementsQuery(db, body.caseId) }),
    decide: async ({ db, env, body, schemeId, actor, now }, { access, kept }) => {
      const may = caseAccess(actor, access[0]);
      if (!may.see) return refuse("not_found");
      if (!may.add(body.kind)) return refuse("access_denied", { kind: body.kind }, undefined, "kind");
      if (!form) throw new Error("a form that parsed has gone");
      const { bytes } = form;
      const read = await inspect(bytes, body.kind);
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

export async function uploadStatement(c: Context<HonoEnv>): Promise<Response> {
  // nobody may make us read megabytes before being somebody
  const { base, tokenHash, actingAs } = await baseOf(c);
  const { session } = await load(base.db, { session: sessionQuery(base.db, tokenHash ?? "", actingAs, base.schemeId) });
  if (!session[0] || !sessionHolds(session[0], base.now)) {
    await c.req.raw.body?.cancel();
    return problemResponse([{ code: "session_expired", figures: {} }], base.requestId);
  }
  const form = await readForm(c.req.raw);
  const read: FormRead = form;
  return perform(c, keepFile(form.ok ? form.value : null), read);
}
