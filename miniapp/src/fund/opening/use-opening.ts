/** A workbook on its way: chosen and tried, then booked as one voucher. */
import { useState } from "react";
import { SHEET_BYTES_MOST } from "../../../../shared/contract/file-limits";
import type { Answer } from "../../api";
import { type Picked, PickFailure, pickFile } from "../../pick-file";
import { upload } from "../../upload";
import { useAct } from "../../use-act";

export type Report = Answer<"importOpening">;

/** Giving up the choice needs no words. */
const pickSheet = (): Promise<Picked[]> =>
  pickFile({ extensions: ["xlsx"], maxBytes: SHEET_BYTES_MOST }).catch((error: unknown) => {
    if (error instanceof PickFailure && error.kind === "cancel") return [];
    throw error;
  });

export function useOpening() {
  const [file, setFile] = useState<Picked | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [report, setReport] = useState<Report | null>(null);
  const act = useAct();
  const send = async (picked: Picked, dry: "0" | "1") => {
    setPercent(0);
    const told = await act.run(() => upload("importOpening", { file: picked, form: { dry }, onProgress: setPercent }).done);
    setPercent(null);
    return told;
  };
  const pick = async () => {
    const [one] = (await act.run(pickSheet)) ?? [];
    if (!one) return;
    setFile(one);
    setReport(null);
    setReport((await send(one, "1")) ?? null);
  };
  /** What was booked; nothing where it was refused or a row had changed its mind meanwhile. */
  const book = async (): Promise<Report | undefined> => {
    const told = file ? await send(file, "0") : undefined;
    if (told && !told.voucher) setReport(told);
    return told?.voucher ? told : undefined;
  };
  return { file, percent, report, errors: act.errors, pick, book };
}
