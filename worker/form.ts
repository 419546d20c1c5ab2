/** The form of an upload: one file and its fields, read under a limit, and only once it is known that somebody sends it. */
import type { Context } from "hono";
import type { Route } from "../shared/contract/contract";
import { accept, type Outcome, refuse } from "../shared/outcome";
import { sessionQuery } from "./actor";
import { load, type Query } from "./database";
import { sha256 } from "./digest";
import { readBounded } from "./incoming";
import { PERMITS } from "./permission";
import { problemResponse } from "./problem";
import { baseOf } from "./request";
import { admit, type HonoEnv, perform, type Verb } from "./verb";

export interface UploadForm {
  readonly fields: Record<string, string>;
  /** Of fields and bytes, for idempotency. */
  readonly digest: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly filename: string;
}

/** Refuses `body_invalid` for what is no form, `file_too_big`, `file_interrupted`, `field_invalid`, `file_missing`, `file_too_many`. */
async function readForm(request: Request, most: number): Promise<Outcome<UploadForm>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) return refuse("body_invalid", { reason: "content-type" });
  if (Number(request.headers.get("content-length") ?? 0) > most) return refuse("file_too_big", { most: String(most) }, undefined, "file");
  let form: FormData;
  try {
    const body = await readBounded(request.body, most);
    if (!body) return refuse("file_too_big", { most: String(most) }, undefined, "file");
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

/** Runs the verb of an upload; it meets no form where there was none to read, and is then refused before it decides. */
export async function performForm<R extends Route, L extends Record<string, Query<unknown>>>(
  c: Context<HonoEnv>,
  route: R,
  most: number,
  verbOf: (form: UploadForm | null) => Verb<R, L> | Promise<Verb<R, L>>,
): Promise<Response> {
  // nobody may make us read megabytes before being somebody who may send them
  const { base, tokenHash, actingAs } = await baseOf(c);
  const { session } = await load(base.db, { session: sessionQuery(base.db, tokenHash ?? "", actingAs, base.schemeId) });
  const admitted = admit(PERMITS[route.name], base.document, session[0], actingAs, base.now);
  if (!admitted.ok) {
    await c.req.raw.body?.cancel();
    return problemResponse(admitted.refusals, base.requestId);
  }
  const form = await readForm(c.req.raw, most);
  return perform(c, await verbOf(form.ok ? form.value : null), form);
}
