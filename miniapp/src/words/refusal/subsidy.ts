/** Refusals: premium subsidies. */

import { type Sentences, told } from "../told";

export const SUBSIDY = {
  subsidy_duplicate: (f) => `这张缴费凭证已经补贴过${told(f)}。每张凭证只补一次。`,
  premium_payee: () => "保费补贴只能付给保单上的投保企业。请核对。",
  policy_unknown: (f) => `没有找到合作保险公司为这笔贷款登记的保单${told(f)}。请联系保险公司登记。`,
  policy_not_in_force: (f) => `保单不在有效期内${told(f)}。`,
  refund_over_paid: (f) => `退还的保费或收回的补贴超过应有的数额${told(f)}。请核对金额。`,
  subsidy_barred: (f) => `企业因逃废债务，不能享受财政补贴${told(f)}。`,
} satisfies Sentences;
