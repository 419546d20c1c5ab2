/** A draft's fields as stored: merged field by field, identity numbers reduced to a mask and a key before anything is written. */
import { normalizeCreditCode } from "../../shared/enterprise/credit-code";
import { isIdentityNumber, isMaskedIdentityNumber, maskIdentityNumber, normalizeIdentityNumber } from "../../shared/enterprise/identity-number";
import { accept, type Outcome, type Refusal, refuseAll } from "../../shared/outcome";
import type { Draft } from "../../shared/process/draft";
import { hmac } from "../digest";

interface Kept {
  readonly id: string;
  readonly key: string;
}

/** What is kept of a typed identity number; a mask of somebody whom the draft already knows keeps that person's key. */
async function keep(typed: string, known: readonly Kept[], secret: string): Promise<Kept | null> {
  const plain = normalizeIdentityNumber(typed);
  if (plain === "") return { id: "", key: "" };
  if (isMaskedIdentityNumber(plain)) return known.find((one) => one.id === plain) ?? null;
  return isIdentityNumber(plain) ? { id: maskIdentityNumber(plain), key: await hmac(secret, `person:${plain}`) } : null;
}

/** What is kept of a number that nobody has typed before; null for one that cannot be one. */
export const keepPerson = (typed: string, secret: string): Promise<Kept | null> => keep(typed, [], secret);

/** The representative and the controller of a draft, so far as they are known. */
const people = (draft: Draft): Kept[] =>
  [
    { id: draft.representativeId, key: draft.representativeKey },
    { id: draft.controllerId, key: draft.controllerKey },
  ].filter((one): one is Kept => Boolean(one.id && one.key));

export interface StoredDraft {
  readonly draft: Draft;
  /** The revision that last wrote each field. */
  readonly fields: Readonly<Record<string, number>>;
}

type Holder = NonNullable<Draft["holders"]>[number];

async function keepHolder(holder: Holder, known: readonly Kept[], secret: string): Promise<Holder | null> {
  const plain = normalizeIdentityNumber(holder.id ?? "");
  if (!isMaskedIdentityNumber(plain) && !isIdentityNumber(plain)) return { ...holder, id: normalizeCreditCode(holder.id ?? "") };
  const kept = await keep(plain, known, secret);
  return kept && { ...holder, ...kept };
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
  const known = people(stored.draft);
  for (const who of ["representative", "controller"] as const) {
    const typed = changes[`${who}Id`];
    if (typed === undefined) continue;
    // the controller may be the representative, of whom the phone has only the mask
    const kept = await keep(typed, known, secret);
    if (!kept) refusals.push({ code: "field_invalid", figures: { given: maskIdentityNumber(normalizeIdentityNumber(typed)) }, field: `${who}Id` });
    else {
      Object.assign(draft, { [`${who}Id`]: kept.id, [`${who}Key`]: kept.key });
      if (kept.key) known.push(kept);
    }
  }
  if (changes.holders) {
    const before = (stored.draft.holders ?? []).flatMap(({ id, key }) => (id && key ? [{ id, key }] : []));
    const holders = await Promise.all(changes.holders.map((holder) => keepHolder(holder, [...before, ...known], secret)));
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
