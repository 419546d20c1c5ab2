/** Kinds of paper. */

import type { STATEMENT_KINDS } from "../../../shared/contract/statement";
import { payTerm } from "../term";

export const PAPER_WORDS: Record<(typeof STATEMENT_KINDS)[number], string> = {
  business_licence: "营业执照",
  balance_sheet: "资产负债表",
  income_statement: "利润表",
  cash_flow: "现金流量表",
  social_insurance: "社保缴费记录",
  tax_filings: "纳税申报记录",
  loan_need: "贷款需求说明",
  profile: "企业基本情况介绍",
  purchase_orders: "采购订单",
  sales_contracts: "销售合同",
  agreement: "合作协议",
  gov_document: "政府文件",
  npl_application: "不良贷款认定申请",
  loan_arrival: "贷款到位文件",
  policy: "保单",
  premium_proof: "保费缴费证明",
  legal_proof: "法律程序证明",
  get compensation_application() {
    return `${payTerm()}申请`;
  },
  loan_contract: "贷款合同",
  loss_table: "本金利息损失统计表",
  recovery_measures: "债务追偿措施说明",
  sharing_proof: "其他各方分担的证明",
  other: "其他材料",
};
