/** Which money pays an approved amount, in words. */

import type { Answer } from "../../api";
import { heldIn } from "../../money/money-place";
import { partyName } from "../../party-name";
import { yuanText } from "../../ui/money-text";
import { isSome } from "../../ui/proportion";

export type Drawn = Answer<"drawUpInstruction">;

type Plan = Pick<Drawn, "path" | "account" | "quota" | "unfunded">;

const quotaWords = ({ account, quota }: Plan): string =>
  isSome(account)
    ? `账户支付 ${yuanText(account)} 元，不足的 ${yuanText(quota)} 元向${partyName("finance")}申请额度，到账后一并支付。`
    : `账户没有可用的存款，${yuanText(quota)} 元全部向${partyName("finance")}申请额度，到账后支付。`;

export const planWords = (plan: Plan): string =>
  [
    plan.path === "DIRECT" ? `${heldIn()}够付，支付 ${yuanText(plan.account)} 元。` : quotaWords(plan),
    isSome(plan.unfunded) ? `资金不够的 ${yuanText(plan.unfunded)} 元只作记录，不再支付。` : "",
  ].join("");
