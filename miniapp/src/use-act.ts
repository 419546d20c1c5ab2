/** Trying a command from a screen: its refusals become lines for the form's ErrorSummary, and the summary comes into sight. */
import Taro from "@tarojs/taro";
import { useState } from "react";
import { fieldErrors } from "./failure";
import type { FieldError } from "./ui/errors";
import { H5 } from "./ui/native";

const PAINTED = 60;

function showSummary(): void {
  setTimeout(() => {
    if (!H5) return void Taro.pageScrollTo({ selector: "#error-summary", duration: 200, offsetTop: -16 });
    // Pages further down the stack stay in the document, hidden.
    const shown = Array.from(document.querySelectorAll<HTMLElement>("#error-summary")).find((each) => each.offsetParent !== null);
    shown?.scrollIntoView({ block: "center" });
  }, PAINTED);
}

/** After a step the result stands at the top of the page. */
export const toTop = (): void => {
  setTimeout(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }), PAINTED);
};

export interface Act {
  errors: readonly FieldError[];
  /** Shows these faults; true when there is none and the command may go out. */
  check: (faults: readonly FieldError[]) => boolean;
  /** What the job answers, or undefined after a refusal, which then stands in `errors`. */
  run: <T>(job: () => Promise<T>) => Promise<T | undefined>;
}

/** `fieldOf` renames the command's fields to the form's. */
export function useAct(fieldOf?: (field: string) => string | undefined): Act {
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const check = (faults: readonly FieldError[]) => {
    setErrors(faults);
    if (faults.length) showSummary();
    return faults.length === 0;
  };
  const run = async <T>(job: () => Promise<T>): Promise<T | undefined> => {
    setErrors([]);
    try {
      return await job();
    } catch (error) {
      check(fieldErrors(error, fieldOf));
      return undefined;
    }
  };
  return { errors, check, run };
}

/** The fault of a field that was left empty: `[...needed(form.letterNo, "letterNo", "还没有填推荐函编号。")]`. */
export const needed = (value: string | undefined | null, field: string, message: string): FieldError[] => (value?.trim() ? [] : [{ field, message }]);
