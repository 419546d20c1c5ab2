/** The case page; `id` is the case. */
import { useRouter } from "@tarojs/taro";
import { call } from "../../api";
import { Questions } from "../../case/answer-box";
import { CasePage } from "../../case/case-page";
import { Offers } from "../../case/offers";
import { Withdraw } from "../../case/withdraw";
import { useGuard } from "../../guard";
import { useLoad } from "../../use-load";

export default function Case() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const load = useLoad(() => (now ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  return (
    <CasePage
      load={load}
      extra={(view) => (
        <>
          <Questions view={view} onDone={load.refresh} />
          {view.status === "push_open" ? <Offers view={view} /> : null}
        </>
      )}
      after={(view) => <Withdraw view={view} onDone={load.refresh} />}
    />
  );
}
