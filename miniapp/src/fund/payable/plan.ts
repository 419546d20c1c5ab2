/** Which money pays an approved amount, in words. */
import type { Answer } from "../../api";
import { yuanText } from "../../ui/money-text";
import { isSome } from "../../ui/proportion";

export type Drawn = Answer<"drawUpInstruction">;

export const planWords = ({ path, account, quota, unfunded }: Pick<Drawn, "path" | "account" | "quota" | "unfunded">): string =>
  [
    path === "DIRECT"
      ? `专户存款够付，从专户支付 ${yuanText(account)} 元。`
      : `专户支付 ${yuanText(account)} 元，不足的 ${yuanText(quota)} 元向区财政局申请额度，到账后一并支付。`,
    isSome(unfunded) ? `资金不够的 ${yuanText(unfunded)} 元只作记录，不再支付。` : "",
  ].join("");
