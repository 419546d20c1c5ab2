/** 付款指令; `no` is its number. */
import { useRouter } from "@tarojs/taro";
import { openCase } from "../../go";
import { useGuard } from "../../guard";
import { InstructionPage } from "../../money/instruction-page";
import { Button } from "../../ui/button";

export default function Instruction() {
  const now = useGuard();
  const no = useRouter().params.no ?? "";
  if (!now) return null;
  return (
    <InstructionPage
      no={decodeURIComponent(no)}
      now={now}
      more={({ instruction }) => (
        <Button id="instruction-case" kind="secondary" onTap={() => openCase(instruction.caseId)}>
          查看案件
        </Button>
      )}
    />
  );
}
