/** All that one account can see of a case through every endpoint, with what differs between any two cases taken out: two runs that look the same are the same to it. Imported by tests only. */
import { read, utils } from "@e965/xlsx";
import { api } from "../shared/contract/api";
import type { Route } from "../shared/contract/contract";
import { app } from "./app";
import { DEMO_DISTRICTS } from "./demo/people";
import { codeOf } from "./story";
import { env, tokenOf } from "./testing";

/** A case as a pair of runs tells of it: of the n-th firm, by its name, on one agenda. */
export interface Run {
  readonly n: number;
  readonly name: string;
  readonly caseId: string;
  readonly meetingId: string;
}

/** Everybody of the demo district but its first firm, by phone. */
export const accountsOf = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all((DEMO_DISTRICTS.yanqing?.people ?? []).slice(1).map(async ({ phone }) => [phone, await tokenOf(phone)] as const)),
  );

/** Names, numbers, instants and digests that differ between any two cases, each replaced by its place in the text. */
export function plain(text: string, { n, name }: Pick<Run, "n" | "name">): string {
  const places = new Map<string, number>();
  const place = (found: string) => `#${places.set(found, places.get(found) ?? places.size).get(found)}`;
  return text
    .replaceAll(name, "企业")
    .replaceAll(codeOf(n), "代码")
    .replaceAll(`HT-${n}`, "合同")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, place)
    .replace(/\b[0-9a-f]{64}\b/g, "摘要")
    .replace(/\d{3}\*{11}\w{4}/g, "证件")
    .replace(/尾号\d{4}/g, "尾号")
    .replace(/YQ-\d{4}-\d{6}/g, "编号")
    .replace(/〔2026〕\d+号/g, "〔2026〕号")
    .replace(/"ms":\d+/g, '"ms":0')
    .replace(/\b\d{13}\b/g, "时刻");
}

/** Of a list that tells of many cases, what it tells of this one; its place in the fund's own order is another's. */
function about(value: unknown, { caseId, name }: Run): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((one) => {
      const text = JSON.stringify(one) ?? "";
      return text.includes(caseId) || text.includes(name) ? [{ ...one, seq: undefined }] : [];
    });
  return value !== null && typeof value === "object" ? Object.values(value).flatMap((one) => about(one, { n: 0, meetingId: "", caseId, name })) : [];
}

async function answerTo(token: string, path: string, one: Run): Promise<unknown> {
  const request = new Request(`http://test/api${path}`, { headers: { authorization: `Bearer ${token}` } });
  const context = { waitUntil: () => {}, passThroughOnException: () => {} } as unknown as ExecutionContext;
  const answer = await app.fetch(request, env, context);
  if (/spreadsheetml/.test(answer.headers.get("content-type") ?? "")) {
    const book = read(await answer.arrayBuffer(), { type: "array" });
    const lines = Object.values(book.Sheets).flatMap((sheet) => utils.sheet_to_json<unknown[]>(sheet, { header: 1 }));
    return lines.filter((line) => JSON.stringify(line).includes(one.name));
  }
  const body = (await answer.json()) as Record<string, unknown>;
  const whole = path.includes(one.caseId) || path.includes(one.meetingId) || answer.status >= 400;
  return [answer.status, whole ? { ...body, requestId: "" } : about(body, one)];
}

/** Every path that is read: those about the case or its meeting, and every list whole or as the viewer may narrow it. */
function pathsOf(one: Run): string[] {
  const reads = (Object.values(api) as Route[]).filter(({ method }) => method === "GET");
  const filled = reads.map((route) => {
    const shape = (route.query as { shape?: Record<string, unknown> } | undefined)?.shape ?? {};
    const path = route.path.replace(":caseId", one.caseId).replace(":meetingId", one.meetingId);
    return "limit" in shape ? `${path}?limit=100` : path;
  });
  const narrowed = [`/cases?q=${encodeURIComponent(one.name)}`, "/cases?waiting=1&limit=100", `/loans?q=${encodeURIComponent(one.name)}`];
  return [...filled.filter((path) => !path.includes(":") && !/^\/(health|identity|demo)/.test(path)), ...narrowed];
}

/** All that one account can see of a run, as text. */
export async function sightOf(token: string, one: Run): Promise<string> {
  const seen: [string, unknown][] = [];
  for (const path of pathsOf(one)) seen.push([decodeURIComponent(path), await answerTo(token, path, one)]);
  return plain(JSON.stringify(seen, null, 1), one);
}
