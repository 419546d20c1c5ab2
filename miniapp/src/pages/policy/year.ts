/** What each requirement has brought about this year in the reader's own district, as a line under it. */
import { call } from "../../api";
import { acting, useSession } from "../../session";
import { wanText } from "../../ui/money-text";
import { useLoad } from "../../use-load";

/** The line of a requirement; undefined where nothing came of it, or nobody may know. */
export type YearOf = (clause: string) => string | undefined;

/** Counts of the own district alone; without an answer the document stands without them. */
export function useYear(schemeId: string): YearOf {
  const role = acting(useSession());
  const own = role?.schemeId === schemeId;
  const { data } = useLoad(() => (own ? call("policyYear") : null), [own, role?.membershipId]);
  return (clause) => {
    const found = data?.clauses.find((one) => one.clause === clause);
    if (!data || !found) return undefined;
    const { cases, others, payments, paid } = found;
    const parts = [
      cases ? `${cases} 个案件办理时因这条没有通过` : "",
      others ? `没有立案的 ${others} 次` : "",
      payments ? `依这条支付 ${payments} 笔，${wanText(paid)}` : "",
    ].filter(Boolean);
    return parts.length ? `${data.year} 年：${parts.join("；")}` : undefined;
  };
}
