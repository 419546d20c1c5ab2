/** The demo district of 东莞: the members of the joint conference, a trustee for each track, two banks, a guarantor. All invented. */
import { day } from "../../../shared/local-date";
import { type DemoDistrict, phonesFrom } from "./district";

const at = phonesFrom("138000003");

export const dongguan: DemoDistrict = {
  people: [
    { phone: at(1), name: "范成", title: "负责人", orgKind: "enterprise", orgName: "东莞莞香智造有限公司", creditCode: "91441900MADEMB003W" },
    { phone: at(2), name: "彭越", title: "业务科室负责人", orgKind: "department", orgName: "市科技局" },
    { phone: at(3), name: "郎朗", title: "业务主管", orgKind: "department", orgName: "市发展改革局" },
    { phone: at(4), name: "鲁能", title: "业务科室负责人", orgKind: "office", orgName: "市工业和信息化局" },
    { phone: at(5), name: "韦青", title: "业务主管", orgKind: "office", orgName: "市工业和信息化局" },
    { phone: at(6), name: "昌盛", title: "业务科室负责人", orgKind: "finance", orgName: "市财政局" },
    { phone: at(7), name: "马原", title: "业务主管", orgKind: "finance", orgName: "市财政局" },
    { phone: at(8), name: "苗禾", title: "业务科室负责人", orgKind: "manager", orgName: "东莞市电子计算中心" },
    { phone: at(9), name: "凤鸣", title: "业务主管", orgKind: "manager", orgName: "东莞市电子计算中心" },
    { phone: at(10), name: "花朝", title: "办公室工作人员", orgKind: "government", orgName: "东莞市人民政府" },
    { phone: at(11), name: "方圆", title: "客户经理", orgKind: "bank", orgName: "松湖银行东莞分行" },
    { phone: at(12), name: "俞伯", title: "客户经理", orgKind: "bank", orgName: "可园银行东莞分行" },
    {
      phone: at(13),
      name: "任重",
      title: "业务科室负责人",
      orgKind: "guarantor",
      orgName: "东莞金鳌融资担保有限公司",
      region: "东莞市",
      marks: ["government", "reguaranteed"],
    },
    { phone: at(14), name: "袁方", title: "客户经理", orgKind: "account_bank", orgName: "虎门湾银行东莞支行" },
    { phone: at(15), name: "柳岸", title: "审计员", orgKind: "auditor", orgName: "市审计局" },
    { phone: at(16), name: "酆都", title: "业务主管", orgKind: "manager", orgName: "东莞市科创融资担保有限公司" },
    { phone: at(17), name: "鲍叔", title: "业务主管", orgKind: "department", orgName: "市农业农村局" },
    { phone: at(18), name: "史记", title: "业务主管", orgKind: "department", orgName: "市市场监管局" },
    { phone: at(19), name: "唐诗", title: "业务主管", orgKind: "regulator", orgName: "市金融工作局" },
    { phone: at(20), name: "费宏", title: "业务主管", orgKind: "regulator", orgName: "中国人民银行东莞市分行" },
    { phone: at(21), name: "廉直", title: "业务主管", orgKind: "regulator", orgName: "国家金融监督管理总局东莞监管分局" },
  ],
  // what the plan leaves to the district
  amendments: [
    {
      key: "bank.loanTypes",
      value: ["credit", "ip_pledge"],
      from: day("2024-01-10"),
      documentNo: "演示联席会议纪要〔2024〕1号",
      reason: "确定贷款类别（演示）",
    },
    {
      key: "bank.ratio.bands",
      value: [{ upTo: 300_000_000, ratio: "0.80" }, { upTo: 500_000_000, ratio: "0.70" }, { ratio: "0.60" }],
      from: day("2024-01-01"),
      documentNo: "演示实施细则〔2024〕1号",
      reason: "确定各档补偿比例（演示）",
    },
    {
      key: "fund.annualBudget",
      value: 5_000_000_000,
      from: day("2024-01-01"),
      documentNo: "演示预算批复〔2024〕1号",
      reason: "安排年度预算（演示）",
    },
  ],
};
