/** A district's document as its approved amendments make it: previews on the phone decide by the same numbers as the worker. */
import type { Amendment } from "../../shared/schemes/amendment";
import { asAmended } from "../../shared/schemes/amendment";
import { schemeOf as documentOf } from "../../shared/schemes/registry";
import type { Scheme } from "../../shared/schemes/scheme";

const made = new Map<string, Scheme>();

/** What the worker told of a district's amendments; asked for on the way in, and again after each approval. */
export const amend = (schemeId: string, amendments: readonly Amendment[]): void =>
  void made.set(schemeId, asAmended(documentOf(schemeId), amendments));

export const schemeOf = (schemeId: string): Scheme => made.get(schemeId) ?? documentOf(schemeId);
