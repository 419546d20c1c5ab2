/** The one place where a refusal code becomes an HTTP status (RFC 9457). */
import type { Problem } from "../shared/contract/problem";
import type { Refusal } from "../shared/outcome";
import { REFUSAL_CODES, type RefusalCode } from "../shared/refusal-code";

/** A command that is well formed and refused by the rules answers 422; these answer otherwise. */
const STATUS: Partial<Record<RefusalCode, number>> = {
  amount_invalid: 400,
  date_invalid: 400,
  field_required: 400,
  field_too_long: 400,
  field_invalid: 400,
  credit_code_invalid: 400,
  phone_invalid: 400,
  statement_kind_invalid: 400,
  body_invalid: 400,
  idempotency_key_required: 400,
  file_missing: 400,
  file_interrupted: 400,
  file_empty: 400,
  session_expired: 401,
  code_wrong: 401,
  code_expired: 401,
  role_forbidden: 403,
  other_district: 403,
  access_denied: 403,
  person_disabled: 403,
  not_registered: 403,
  not_found: 404,
  stale: 409,
  wrong_step: 409,
  case_closed: 409,
  already_exists: 409,
  idempotency_conflict: 409,
  phone_taken: 409,
  body_too_large: 413,
  file_too_big: 413,
  file_type: 415,
  rate_limited: 429,
  internal: 500,
  setting_missing: 500,
  upstream_failed: 502,
};

export const statusOf = (code: RefusalCode): number => STATUS[code] ?? 422;

const KNOWN = new Set<string>(REFUSAL_CODES);
export const isRefusalCode = (text: string): text is RefusalCode => KNOWN.has(text);

/** The first refusal gives the status; all are told. */
export function problemOf(refusals: readonly Refusal[], requestId: string): Problem {
  const code = refusals[0]?.code ?? "internal";
  return {
    type: `urn:gongdan:problem:${code}`,
    title: code,
    status: statusOf(code),
    code,
    refusals: refusals.map(({ code, figures, cites, field }) => ({
      code,
      figures: { ...figures },
      ...(cites ? { article: cites.article, clauses: [...cites.clauses] } : {}),
      ...(field ? { field } : {}),
    })),
    requestId,
  };
}

export function problemResponse(refusals: readonly Refusal[], requestId: string): Response {
  const problem = problemOf(refusals, requestId);
  return new Response(JSON.stringify(problem), { status: problem.status, headers: { "content-type": "application/problem+json" } });
}
