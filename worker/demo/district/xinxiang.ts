/** The demo district of 新乡: the platform, the leading group and its office, two people of finance who pay, two banks, a guarantor within the provincial system. All invented. */
import { day } from "../../../shared/local-date";
import { type DemoDistrict, phonesFrom } from "./district";

const at = phonesFrom("138000001");

export const xinxiang: DemoDistrict = {
  people: [
    { phone: at(1), name: "何青", title: "负责人", orgKind: "enterprise", orgName: "新乡牧野精工有限公司", creditCode: "91410700MADEMB003R" },
    { phone: at(2), name: "许言", title: "审核岗", orgKind: "manager", orgName: "新乡智慧金融服务平台" },
    { phone: at(3), name: "吕平", title: "复核岗", orgKind: "manager", orgName: "新乡智慧金融服务平台" },
    { phone: at(4), name: "施安", title: "业务科室负责人", orgKind: "office", orgName: "市领导小组办公室" },
    { phone: at(5), name: "张越", title: "业务主管", orgKind: "office", orgName: "市领导小组办公室" },
    { phone: at(6), name: "孔宁", title: "联络员", orgKind: "government", orgName: "市小微企业贷款风险补偿领导小组" },
    { phone: at(7), name: "曹远", title: "业务科室负责人", orgKind: "finance", orgName: "新乡市财政局" },
    { phone: at(8), name: "严谨", title: "业务主管", orgKind: "finance", orgName: "新乡市财政局" },
    { phone: at(9), name: "华生", title: "客户经理", orgKind: "bank", orgName: "卫水银行新乡分行", region: "新乡市" },
    { phone: at(10), name: "金辉", title: "客户经理", orgKind: "bank", orgName: "太行银行新乡分行", region: "新乡市" },
    {
      phone: at(11),
      name: "魏然",
      title: "业务科室负责人",
      orgKind: "guarantor",
      orgName: "新乡鄘城融资担保有限公司",
      region: "新乡市",
      marks: ["government", "reguaranteed"],
    },
    { phone: at(12), name: "陶乐", title: "客户经理", orgKind: "account_bank", orgName: "比干银行新乡分行" },
    { phone: at(13), name: "姜明", title: "审计员", orgKind: "auditor", orgName: "新乡市审计局" },
    { phone: at(14), name: "戚风", title: "监管员", orgKind: "regulator", orgName: "金融监管新乡监管分局" },
  ],
  // the measures have lapsed by their own text: the demo tells of a district that has prolonged them
  amendments: [
    { key: "validity.until", value: "2028-08-19", from: day("2024-08-19"), documentNo: "演示延期文件〔2024〕1号", reason: "延长有效期（演示）" },
  ],
};
