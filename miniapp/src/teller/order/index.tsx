/** One instruction for the account bank, which confirms that it has paid; `no` is its number. */
import { useRouter } from "@tarojs/taro";
import { useGuard } from "../../guard";
import { InstructionPage } from "../../money/instruction-page";

export default function Order() {
  const now = useGuard();
  const no = useRouter().params.no ?? "";
  return now ? <InstructionPage no={decodeURIComponent(no)} now={now} /> : null;
}
