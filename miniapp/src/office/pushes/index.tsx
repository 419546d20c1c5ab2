/** 推送融资: without `id` the cases to push and those pushed; with it one case: choose institutions, follow their answers. */
import { useRouter } from "@tarojs/taro";
import { useGuard } from "../../guard";
import { PushList } from "./list";
import { PushOne } from "./one";

export default function Pushes() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  if (!now) return null;
  return caseId ? <PushOne key={caseId} caseId={caseId} actingAs={now.actingAs} /> : <PushList actingAs={now.actingAs} />;
}
