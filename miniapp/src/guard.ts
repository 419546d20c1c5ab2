/** For pages that need somebody logged in: sends others to the login page and says whether to show anything. */
import { useEffect } from "react";
import { type Session, toLogin, useSession } from "./session";

/** Null while on the way to the login page: render nothing then. */
export function useGuard(): Session | null {
  const now = useSession();
  useEffect(() => {
    if (!now) toLogin();
  }, [now]);
  return now;
}
