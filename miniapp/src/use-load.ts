/** Loading for a screen: the data, whether it is on its way, what went wrong, and a way to fetch it again. */
import { useDidShow } from "@tarojs/taro";
import { useCallback, useEffect, useRef, useState } from "react";

export interface Load<T> {
  /** Undefined until the first answer; stays while a refresh runs or fails. */
  data: T | undefined;
  error: unknown;
  loading: boolean;
  refresh: () => Promise<void>;
  /** Puts in what a verb has just answered, so that the screen need not wait for a refresh. */
  set: (data: T) => void;
}

/** Fetches when `deps` change and again whenever the page comes back into sight. `null` from `fn` means: not yet. */
export function useLoad<T>(fn: () => Promise<T> | null, deps: readonly unknown[]): Load<T> {
  const [state, setState] = useState<{ data?: T; error?: unknown; loading: boolean }>({ loading: true });
  const latest = useRef(fn);
  latest.current = fn;
  // An answer that a later request has overtaken is dropped.
  const turn = useRef(0);
  const alive = useRef(true);
  const refresh = useCallback(async () => {
    const mine = ++turn.current;
    const job = latest.current();
    if (!job) return;
    setState((now) => ({ ...now, loading: true }));
    try {
      const data = await job;
      if (alive.current && mine === turn.current) setState({ data, loading: false });
    } catch (error) {
      if (alive.current && mine === turn.current) setState((now) => ({ ...now, error, loading: false }));
    }
  }, []);
  useEffect(() => {
    alive.current = true;
    setState({ loading: true });
    void refresh();
    return () => {
      alive.current = false;
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the caller names what the data depends on
  }, deps);
  const first = useRef(true);
  useDidShow(() => {
    if (!first.current) void refresh();
    first.current = false;
  });
  const set = useCallback((data: T) => setState({ data, loading: false }), []);
  return { data: state.data, error: state.error, loading: state.loading, refresh, set };
}
