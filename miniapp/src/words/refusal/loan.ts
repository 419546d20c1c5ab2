/** Refusals: a loan as it is entered, and what limits it. */

import { askedWord } from "../../asked-word";
import { payTerm } from "../../term";
import { percentText } from "../../ui/money-text";
import { dayText } from "../time";
import { given, mark, type Sentences, told } from "../told";

export const LOAN = {
  loan_over_cap: (f) => `贷款本金${mark(f, ["principal", "amount"], " ", "")}超过上限${mark(f, ["limit", "cap", "max"], " ", "")}。请核对放款金额。`,
  loan_over_need: (f) =>
    `贷款本金${mark(f, ["principal", "amount"], " ", "")}超过企业申报的融资需求${mark(f, ["need", "limit"], " ", "")}。请核对放款金额。`,
  loan_amount_invalid: (f) => `贷款金额没有看懂${given(f)}。请填大于 0、最多两位小数的金额，单位是元。`,
  rate_invalid: (f) => `利率没有看懂${given(f)}。请填年利率的百分数，例如 4.35。`,
  rate_raised: (f) => `放款利率高于报价${told(f)}。请写明理由；无故提高会影响${payTerm()}。`,
  rate_over_cap: (f) => `利率超过上限${told(f)}。请核对年利率。`,
  term_invalid: (f) => `期限没有看懂${given(f)}。请填整数个月，例如 12。`,
  term_over_cap: (f) => `贷款期限超过上限${told(f)}。请核对期限。`,
  disbursed_in_future: (f) => `放款日期在今天之后${told(f)}。请在实际放款后登记。`,
  disbursed_before_push: (f) => `放款日期早于推送日期${told(f)}。请核对日期。`,
  lender_unlicensed: (f) => `放贷机构没有有效的放贷资质${told(f)}。请核对资质和有效期。`,
  guarantor_missing: () => "担保方式要写明担保公司。请选择一家担保公司。",
  insurer_missing: () => "保险方式要写明保险公司。请选择一家保险公司。",
  split_invalid: (f) => `双方分担比例不对${told(f)}。两个比例相加要等于 100%。`,
  mode_invalid: (f) => `没有这种合作方式${given(f)}。请从银行、担保、保险三种里选择。`,
  offer_missing: () => "还没有报价，不能登记放款。请先报出金额、利率和期限。",
  repayment_over: (f) => `还款本金超过未还本金${told(f)}。请核对金额。`,
  loan_closed: () => `这笔贷款已经结清或已经${payTerm()}，不能再登记还款。${payTerm()}后收回的钱请登记为追偿收回。`,
  schedule_invalid: (f) => `还款计划不对${told(f)}。各期日期要依次往后、不超过到期日，本金合计等于贷款本金。`,
  exception_missing: (f) => `超出一般限度${told(f)}，要先有同意的文件和理由。`,
  loan_before_effect: (f) => `贷款发放早于办法施行${told(f)}，不在${payTerm()}范围。`,
  scheme_expired: (f) => `贷款发放晚于办法有效期${told(f)}，不在${payTerm()}范围。`,
  out_of_window: (f) => `贷款发放不在${payTerm()}期限内${told(f)}。`,
  not_via_platform: () => "贷款不是通过规定的平台发放的，或没有平台订单号。请补上订单号。",
  purpose: (f) => `贷款用途不在范围${given(f)}。`,
  loan_type: (f) => `这种贷款不在${payTerm()}范围${given(f)}。`,
  enterprise_cap: (f) => `这家企业纳入${payTerm()}的贷款合计超过上限${told(f)}，这笔不能纳入。`,
  guarantee_loan_cap: (f) => `单笔担保贷款超过上限${told(f)}。`,
  loan_cap: (f) => `对这家企业的贷款超过最高限额${told(f)}。`,
  over_10pct: (f) => `对这家企业的贷款超过资金规模的一般比例${told(f)}，要有同意的文件。`,
  leverage: (f) => `贷款总额超过资金的放大倍数${told(f)}。`,
  term: (f) => `贷款期限超过上限${told(f)}。`,
  rate: (f) =>
    f.rate && f.max && f.benchmark
      ? `贷款利率 ${percentText(f.rate)} 超过上限 ${percentText(f.max)}（报价利率 ${percentText(f.benchmark)}${f.publishedBy ? `，${dayText(f.publishedBy)}适用` : ""}）。`
      : `贷款利率超过上限${told(f)}。`,
  collateral: (f) => `贷款的担保方式不符合要求${given(f)}。`,
  guarantee_fee: (f) =>
    /^\d/.test(f.rate ?? "") && f.rate && f.limit
      ? `担保费率 ${percentText(f.rate)} 超过上限 ${percentText(f.limit)}。`
      : `担保费率超过上限${told(f)}。`,
  fee_forbidden: (f) => `不能向企业收取这项费用${f.kind ? `：${askedWord(f.kind) ?? f.kind}` : ""}。`,
  no_counter_guarantee: () => "企业还没有向担保公司提供反担保。",
  loan_file_incomplete: (f) =>
    `贷款资料还不完整${
      f.missing
        ? `，还缺：${f.missing
            .split("、")
            .map((kind) => askedWord(kind) ?? kind)
            .join("、")}`
        : ""
    }。`,
  area_25x: (f) => `本地区的贷款规模超过出资的一般倍数${told(f)}。`,
  bank_10x: (f) => `贷款超过风险补偿金的倍数${told(f)}，补足之前不能新增。`,
  extra_collateral: (f) => `银行不能为自己承担的风险另要担保${told(f)}。`,
  rate_policy: () => "还没有核对利率是否符合普惠政策，请核对。",
  repayment_type: (f) => `还款方式不符合规定${told(f)}。`,
  over_3y: (f) => `连续支持的年限超过规定${told(f)}。`,
  extension_consent: (f) => `延长支持要合作各方都同意${mark(f, ["missing"], "，还缺：", "")}。`,
} satisfies Sentences;
