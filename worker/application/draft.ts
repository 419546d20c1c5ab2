/** A draft's fields as stored: merged field by field, identity numbers reduced to a mask and a key before anything is written. */
import { normalizeCreditCode } from "../../shared/enterprise/credit-code";
import { accept, type Outcome, type Refusal, refuseAll } from "../../shared/outcome";
import type { Draft } from "../../shared/process/application";
import { hmac } from "../digest";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/** A mainland identity number whose check character holds (GB 11643). */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * (text.charCodeAt(at) - 48), 0);
  return CHECKS[sum % 11] === text[17];
}

const plainId = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]/g, "")
    .toUpperCase();
const mask = (id: string) => `${id.slice(0, 3)}***********${id.slice(-4)}`;
const isMask = (text: string) => /^\d{3}\*{11}\w{4}$/.test(text);

interface Kept {
  readonly id: string;
  readonly key: string;
}

/** What is kept of a typed identity number; one that was already masked keeps its key. */
async function keep(typed: string, before: Kept | undefined, secret: string): Promise<Kept | null> {
  const plain = plainId(typed);
  if (plain === "") return { id: "", key: "" };
  if (isMask(plain) && before?.id === plain) return before;
  return isIdentityNumber(plain) ? { id: mask(plain), key: await hmac(secret, `person:${plain}`) } : null;
}

export interface StoredDraft {
  readonly draft: Draft;
  /** The revision that last wrote each field. */
  readonly fields: Readonly<Record<string, number>>;
}

type Holder = NonNullable<Draft["holders"]>[number];

async function keepHolder(holder: Holder, before: readonly Holder[], secret: string): Promise<Holder | null> {
  const plain = plainId(holder.id ?? "");
  if (isMask(plain)) {
    const known = before.find((old) => old.id === plain && old.key);
    return known?.key ? { ...holder, id: plain, key: known.key } : null;
  }
  if (isIdentityNumber(plain)) return { ...holder, id: mask(plain), key: await hmac(secret, `person:${plain}`) };
  return { ...holder, id: normalizeCreditCode(holder.id ?? "") };
}

/**
 * Puts changes into a stored draft. A field that somebody else wrote since `seen` is overwritten by the later writer and named in
 * `overwritten`, so that no device loses an answer without being told. Refuses an identity number that cannot be one.
 */
export async function mergeDraft(
  stored: StoredDraft,
  changes: Draft,
  seen: number,
  revision: number,
  secret: string,
): Promise<Outcome<StoredDraft & { overwritten: string[] }>> {
  const refusals: Refusal[] = [];
  const draft: Record<string, unknown> = { ...stored.draft };
  const fields: Record<string, number> = { ...stored.fields };
  const overwritten: string[] = [];
  for (const [field, value] of Object.entries(changes)) {
    if ((stored.fields[field] ?? 0) > seen && JSON.stringify(draft[field]) !== JSON.stringify(value)) overwritten.push(field);
    fields[field] = revision;
    draft[field] = value;
  }
  for (const who of ["representative", "controller"] as const) {
    const typed = changes[`${who}Id`];
    if (typed === undefined) continue;
    const [id, key] = [stored.draft[`${who}Id`], stored.draft[`${who}Key`]];
    const kept = await keep(typed, id && key ? { id, key } : undefined, secret);
    if (!kept) refusals.push({ code: "field_invalid", figures: { given: mask(plainId(typed)) }, field: `${who}Id` });
    else Object.assign(draft, { [`${who}Id`]: kept.id, [`${who}Key`]: kept.key });
  }
  if (changes.holders) {
    const before = stored.draft.holders ?? [];
    const holders = await Promise.all(changes.holders.map((holder) => keepHolder(holder, before, secret)));
    holders.forEach((holder, at) => {
      if (!holder) refusals.push({ code: "field_invalid", figures: {}, field: `holders.${at}.id` });
    });
    draft.holders = holders;
  }
  return refusals.length > 0 ? refuseAll(refusals) : accept({ draft: draft as Draft, fields, overwritten });
}

/** The draft without the keys of people, as it goes back to the phone. */
export function shownDraft(draft: Draft): Draft {
  const { representativeKey: _r, controllerKey: _c, holders, ...shown } = draft;
  return { ...shown, ...(holders ? { holders: holders.map(({ key: _, ...holder }) => holder) } : {}) };
}

/** Everyone the draft names, by key or credit code: where the search for the group begins. */
export const partiesIn = (draft: Draft): string[] => [
  ...new Set(
    [
      draft.representativeKey,
      draft.controllerKey,
      ...(draft.holders ?? []).map((holder) => holder.key || holder.id),
      ...(draft.affiliates ?? []).map((firm) => normalizeCreditCode(firm.creditCode ?? "")),
    ].filter((id): id is string => Boolean(id)),
  ),
];
