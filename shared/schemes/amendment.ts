/** What a district reads or sets otherwise from a day on, laid over the document: each amendment is a version, and none is ever taken away. */
import type { LocalDate } from "../local-date";
import { withVersion } from "../process/change";
import type { Parameter } from "../rule/parameter";
import { amendedBy } from "./reading";
import type { Scheme } from "./scheme";

export interface Amendment {
  readonly key: string;
  readonly value: unknown;
  readonly from: LocalDate;
  /** The paper that it stands on, where the document asks for one. */
  readonly documentNo?: string;
}

/** The document with these approved amendments, in the order in which they were approved. One of a parameter that the document no longer has changes nothing. */
export function asAmended(scheme: Scheme, amendments: readonly Amendment[]): Scheme {
  const changed = new Map<string, Parameter<unknown>>();
  for (const { key, ...version } of amendments) {
    const now = changed.get(key) ?? scheme.parameters.find((parameter) => parameter.key === key);
    if (now) changed.set(key, withVersion(now, version));
  }
  return changed.size === 0 ? scheme : amendedBy(scheme, changed);
}
