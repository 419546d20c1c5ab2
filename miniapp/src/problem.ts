/** What the API answers when it does not do what was asked: a code, and refusals with their figures and article. */
import type { Problem as ProblemShape } from "../../shared/contract/problem";

export class Problem extends Error {
  override name = "Problem";
  constructor(readonly shape: ProblemShape) {
    super(shape.code);
  }
  get code() {
    return this.shape.code;
  }
  get refusals() {
    return this.shape.refusals;
  }
}

/** Reads problem+json; anything else that is not a success becomes `internal` or `not_found`, never a raw text on screen. */
export function problemOf(status: number, text: string): Problem {
  try {
    const read = JSON.parse(text) as Partial<ProblemShape>;
    if (typeof read.code === "string")
      return new Problem({ type: "", title: "", requestId: "", status, ...read, refusals: read.refusals ?? [] } as ProblemShape);
  } catch {
    // not JSON: a gateway's page
  }
  const code =
    status === 404
      ? "not_found"
      : status === 413
        ? "body_too_large"
        : status === 429
          ? "rate_limited"
          : status === 401
            ? "session_expired"
            : "internal";
  return new Problem({ type: "", title: "", status, code, refusals: [], requestId: "" });
}
