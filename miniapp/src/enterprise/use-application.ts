/** The enterprise's application on a page: loaded, with its draft kept while the page is seen and when it is left. */
import { useDidHide, useRouter, useUnload } from "@tarojs/taro";
import { useEffect, useSyncExternalStore } from "react";
import { call } from "../api";
import { useGuard } from "../guard";
import type { Session } from "../session";
import { H5 } from "../ui/native";
import { type Load, useLoad } from "../use-load";
import { type ApplicationView, type DraftKeeper, type Kept, keeperOf } from "./draft-keeper";

export interface OnDesk {
  /** Null while on the way to the login page. */
  now: Session | null;
  caseId: string;
  load: Load<ApplicationView>;
  keeper: DraftKeeper;
  kept: Kept;
}

/** `id` of the page's address is the case. */
export function useApplication(): OnDesk {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const keeper = keeperOf(now?.person.personId ?? "", caseId);
  const kept = useSyncExternalStore(keeper.subscribe, keeper.snapshot, keeper.snapshot);
  const load = useLoad(
    () =>
      now && caseId
        ? call("getApplication", { params: { caseId } }).then((view) => {
            keeper.take(view);
            return view;
          })
        : null,
    [caseId, now?.actingAs],
  );
  const leave = () => void keeper.flush();
  useDidHide(leave);
  useUnload(leave);
  useEffect(() => {
    if (!H5) return;
    const hidden = () => document.visibilityState === "hidden" && void keeper.flush();
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("pagehide", hidden);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("pagehide", hidden);
    };
  }, [keeper]);
  return { now, caseId, load, keeper, kept };
}
