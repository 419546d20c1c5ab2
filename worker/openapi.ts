/** The API document, made from the very contracts that parse, and a page to read it by. */
import { z } from "zod";
import { api } from "../shared/contract/api";
import type { Route } from "../shared/contract/contract";
import { problemShape } from "../shared/contract/problem";
import { SCHEMES } from "../shared/schemes/registry";
import { PERMITS, type Permit } from "./permission";

type Json = Record<string, unknown>;

/** Where documents differ, each with its own. */
const whoSays = (who: Permit["who"]): string =>
  typeof who === "string"
    ? who
    : typeof who === "function"
      ? Object.values(SCHEMES)
          .map((document) => `${document.district} ${who(document).join(", ") || "—"}`)
          .join("; ")
      : who.join(", ");

const schemaOf = (shape: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" }) as Json;
  return schema;
};

const parametersOf = (route: Route): Json[] => {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map((m) => ({ name: m[1], in: "path", required: true, schema: { type: "string" } }));
  const query = route.query ? schemaOf(route.query, "input") : {};
  const asked = new Set((query.required as string[]) ?? []);
  const inQuery = Object.entries((query.properties as Json) ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: asked.has(name),
    schema,
  }));
  const key = { name: "Idempotency-Key", in: "header", required: true, schema: { type: "string", minLength: 1, maxLength: 200 } };
  return [...inPath, ...inQuery, ...(route.method === "GET" ? [] : [key])];
};

function operationOf(route: Route): Json {
  const permit = PERMITS[route.name];
  const body = route.body && schemaOf(route.body, "input");
  const multipart = body && { ...body, properties: { ...(body.properties as Json), file: { type: "string", format: "binary" } } };
  const content = route.form === "multipart" ? { "multipart/form-data": { schema: multipart } } : { "application/json": { schema: body } };
  const answer = route.form === "file" ? { "application/octet-stream": {} } : { "application/json": { schema: schemaOf(route.reply, "output") } };
  return {
    operationId: route.name,
    summary: route.summary,
    "x-permit": permit,
    security: permit.who === "anyone" ? [] : [{ bearer: [] }],
    parameters: parametersOf(route),
    ...(body ? { requestBody: { required: true, content } } : {}),
    responses: {
      200: { description: "成功", content: answer },
      default: { description: "拒绝及其理由", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
    },
  };
}

/** OpenAPI 3.1; the demo's routes are left out while the demo is off. */
export function openapi(demo: boolean): Json {
  const paths: Record<string, Json> = {};
  for (const route of Object.values(api) as Route[]) {
    if (!demo && route.path.startsWith("/demo/")) continue;
    const path = `/api${route.path.replace(/:(\w+)/g, "{$1}")}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "共担", version: "0.1.0", description: "一个区的贷款风险补偿资金，按其文件运行" },
    paths,
    components: {
      schemas: { Problem: schemaOf(problemShape, "output") },
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
    },
  };
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

const entryOf = (route: Route): string => {
  const permit = PERMITS[route.name];
  const shape = (title: string, schema: Json) => `<h3>${title}</h3><pre>${escaped(JSON.stringify(schema, null, 2))}</pre>`;
  return `<details id="${route.name}"><summary><b>${route.method}</b> <code>/api${route.path}</code> ${escaped(route.summary)}</summary>
<p>谁可以：<code>${escaped(whoSays(permit.who))}</code>${permit.scope ? `，范围：<code>${permit.scope}</code>` : ""}</p>
${route.query ? shape("查询", schemaOf(route.query, "input")) : ""}${route.body ? shape("请求", schemaOf(route.body, "input")) : ""}
${route.form === "file" ? "" : shape("答复", schemaOf(route.reply, "output"))}</details>`;
};

/** One page without anything from elsewhere. */
export const docsPage = (
  demo: boolean,
): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>共担 API</title><style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
summary{cursor:pointer;padding:.4rem 0}pre{overflow:auto;padding:.8rem;border:1px solid #8884;border-radius:.4rem}details{border-bottom:1px solid #8884}</style>
<h1>共担 API</h1><p>机器可读的同一份：<a href="/api/openapi.json">/api/openapi.json</a>。每个 POST、PUT 都要带 <code>Idempotency-Key</code>；拒绝以 <code>application/problem+json</code> 答复，列出代码、数字和条款。</p>
${(Object.values(api) as Route[])
  .filter((route) => demo || !route.path.startsWith("/demo/"))
  .map(entryOf)
  .join("\n")}</html>`;
