/** A list that grows page by page: the first page like any load, the next ones put behind it; a refresh fetches as many as are shown. */
import { useRef, useState } from "react";
import { failureWords } from "./failure";
import { toast } from "./ui/toast";
import { type Load, useLoad } from "./use-load";

export interface Paged<R, E> {
  rows: R[];
  next: string | null;
  /** What the first page answers beside its rows, e.g. counts. */
  extra: E;
}

export interface Pages<R, E> {
  load: Load<Paged<R, E>>;
  more: () => Promise<void>;
  busy: boolean;
}

type Fetch<R, E> = (cursor: string | undefined) => Promise<Paged<R, E>>;

/** `null` from `fetch` means: not yet. */
export function usePages<R, E>(fetch: Fetch<R, E> | null, deps: readonly unknown[]): Pages<R, E> {
  const shown = useRef(1);
  const key = JSON.stringify(deps);
  const last = useRef(key);
  if (last.current !== key) {
    last.current = key;
    shown.current = 1;
  }
  const [busy, setBusy] = useState(false);
  const load = useLoad<Paged<R, E>>(() => (fetch ? upTo(fetch, shown.current) : null), deps);
  const more = async () => {
    const now = load.data;
    if (!fetch || !now?.next || busy) return;
    setBusy(true);
    try {
      const page = await fetch(now.next);
      // The filter has changed meanwhile: this page belongs to the old one.
      if (last.current !== key) return;
      shown.current += 1;
      load.set({ rows: [...now.rows, ...page.rows], next: page.next, extra: now.extra });
    } catch (error) {
      toast(failureWords(error).title);
    } finally {
      setBusy(false);
    }
  };
  return { load, more, busy };
}

async function upTo<R, E>(fetch: Fetch<R, E>, pages: number): Promise<Paged<R, E>> {
  const first = await fetch(undefined);
  let [rows, next] = [first.rows, first.next];
  for (let page = 1; page < pages && next; page += 1) {
    const more = await fetch(next);
    rows = [...rows, ...more.rows];
    next = more.next;
  }
  return { rows, next, extra: first.extra };
}
