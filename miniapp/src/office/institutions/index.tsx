/** 合作机构: without `id` the institutions and whether their agreement is in force; with it one of them and its agreements. */
import { useRouter } from "@tarojs/taro";
import { useGuard } from "../../guard";
import { InstitutionList } from "./list";
import { InstitutionOne } from "./one";

export default function Institutions() {
  const now = useGuard();
  const orgId = useRouter().params.id ?? "";
  if (!now) return null;
  return orgId ? <InstitutionOne key={orgId} orgId={orgId} actingAs={now.actingAs} /> : <InstitutionList actingAs={now.actingAs} />;
}
