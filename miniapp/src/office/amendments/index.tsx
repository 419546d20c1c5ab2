/** 数值和理解: the proposals and what is in force; with `id` one proposal to agree to or decline; with `key` another value of that number. */
import { useRouter } from "@tarojs/taro";
import { useGuard } from "../../guard";
import { acting } from "../../session";
import { AmendmentList } from "./list";
import { AmendmentOne } from "./one";
import { Propose } from "./propose";

export default function Amendments() {
  const now = useGuard();
  const { id = "", key = "" } = useRouter().params;
  const role = acting(now);
  if (!role) return null;
  if (key) return <Propose key={key} name={decodeURIComponent(key)} role={role} />;
  return id ? <AmendmentOne key={id} id={id} role={role} /> : <AmendmentList role={role} />;
}
