/** The case page; `id` is the case. */
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { CasePage } from "../../case/case-page";
import { useGuard } from "../../guard";
import { useLoad } from "../../use-load";

export default function Case() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  return now ? <CasePage load={load} /> : null;
}
