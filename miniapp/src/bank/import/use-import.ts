/** A spreadsheet on its way: chosen, tried, imported; where it stands and what went wrong. */
import { useRef, useState } from "react";
import { type Answer, addressOf } from "../../api";
import { openBytes } from "../../open-file";
import { type Picked, PickFailure, pickFile } from "../../pick-file";
import { showPart } from "../../ui/show-part";
import { type Sending, upload } from "../../upload";

type Result = Answer<"importRepayments">;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const MOST_BYTES = 2 * 1024 * 1024;

export function useImport() {
  const [file, setFile] = useState<Picked | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [tried, setTried] = useState<Result | null>(null);
  const [imported, setImported] = useState<Result | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const sending = useRef<Sending<Result> | null>(null);
  const send = async (one: Picked, dry: "0" | "1") => {
    setTrouble(null);
    setPercent(0);
    sending.current = upload("importRepayments", { file: one, form: { dry }, onProgress: setPercent });
    try {
      const result = await sending.current.done;
      (dry === "1" ? setTried : setImported)(result);
      showPart("import-result");
    } catch (failure) {
      setTrouble(failure);
    } finally {
      setPercent(null);
    }
  };
  const choose = async () => {
    setTrouble(null);
    try {
      const [one] = await pickFile({ extensions: ["xlsx"], maxBytes: MOST_BYTES });
      if (!one) return;
      setFile(one);
      setTried(null);
      setImported(null);
      await send(one, "1");
    } catch (failure) {
      if (!(failure instanceof PickFailure && failure.kind === "cancel")) setTrouble(failure);
    }
  };
  const template = async () => {
    setTrouble(null);
    try {
      await openBytes(addressOf("repaymentTemplate"), "还款导入表.xlsx", XLSX);
    } catch (failure) {
      setTrouble(failure);
    }
  };
  return { file, percent, tried, imported, trouble, choose, send, template };
}
