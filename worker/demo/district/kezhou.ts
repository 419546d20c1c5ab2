/** The demo district of 克州: county and prefecture departments, the finance bureau that leads, the fund manager, two regulators, two banks, a guarantor of Xinjiang. All invented. */
import { day } from "../../../shared/local-date";
import { type DemoDistrict, phonesFrom } from "./district";

const at = phonesFrom("138000002");

export const kezhou: DemoDistrict = {
  people: [
    { phone: at(1), name: "艾力", title: "负责人", orgKind: "enterprise", orgName: "阿图什帕米尔食品有限公司", creditCode: "91653001MADEMB0112" },
    { phone: at(2), name: "古丽", title: "业务主管", orgKind: "township", orgName: "阿图什市工业和信息化局" },
    { phone: at(3), name: "马骁", title: "业务科室负责人", orgKind: "department", orgName: "自治州工业和信息化局" },
    { phone: at(4), name: "谢天", title: "业务科室负责人", orgKind: "office", orgName: "自治州财政局" },
    { phone: at(5), name: "邹然", title: "业务主管", orgKind: "office", orgName: "自治州财政局" },
    { phone: at(6), name: "喻行", title: "办公室工作人员", orgKind: "government", orgName: "自治州人民政府" },
    { phone: at(7), name: "柏林", title: "业务科室负责人", orgKind: "manager", orgName: "克州慕士塔格资金管理有限公司" },
    { phone: at(8), name: "水清", title: "业务主管", orgKind: "manager", orgName: "克州慕士塔格资金管理有限公司" },
    { phone: at(9), name: "窦华", title: "业务主管", orgKind: "regulator", orgName: "人民银行克州分行" },
    { phone: at(10), name: "章程", title: "业务主管", orgKind: "regulator", orgName: "金融监管克州监管分局" },
    { phone: at(11), name: "云川", title: "客户经理", orgKind: "bank", orgName: "昆仑山银行克州分行" },
    { phone: at(12), name: "苏木", title: "客户经理", orgKind: "bank", orgName: "天山南银行克州分行" },
    { phone: at(13), name: "潘哲", title: "业务科室负责人", orgKind: "guarantor", orgName: "新疆公格尔融资担保有限公司", region: "新疆" },
    { phone: at(14), name: "葛亮", title: "客户经理", orgKind: "account_bank", orgName: "恰克马克银行克州支行" },
    { phone: at(15), name: "奚正", title: "审计员", orgKind: "auditor", orgName: "自治州审计局" },
  ],
  // the text does not carry its own date
  amendments: [
    { key: "validity.issuedOn", value: "2025-03-15", from: day("2025-03-15"), documentNo: "演示印发文件〔2025〕1号", reason: "录入印发日期（演示）" },
  ],
};
