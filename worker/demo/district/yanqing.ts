/** The demo district of 延庆: one person for each part in a case, a second bank, a second department, a second person of the office who checks what the first made. All invented. */
import { type DemoDistrict, phonesFrom } from "./district";

const at = phonesFrom("138000000");

export const yanqing: DemoDistrict = {
  people: [
    { phone: at(1), name: "陈一川", title: "负责人", orgKind: "enterprise", orgName: "北京妫水新材料有限公司", creditCode: "91110119MADEMA012Y" },
    { phone: at(2), name: "李禾", title: "业务主管", orgKind: "township", orgName: "康庄镇人民政府" },
    { phone: at(3), name: "王衡", title: "业务科室负责人", orgKind: "department", orgName: "区经济和信息化局" },
    { phone: at(4), name: "赵允", title: "业务科室负责人", orgKind: "office", orgName: "区发展和改革委员会" },
    { phone: at(5), name: "孙简", title: "业务主管", orgKind: "finance", orgName: "区财政局" },
    { phone: at(6), name: "周岚", title: "办公室工作人员", orgKind: "government", orgName: "区人民政府" },
    { phone: at(7), name: "吴越", title: "业务主管", orgKind: "bank", orgName: "海坨银行延庆支行" },
    { phone: at(8), name: "郑可", title: "业务主管", orgKind: "bank", orgName: "松山银行延庆支行" },
    { phone: at(9), name: "冯立", title: "业务科室负责人", orgKind: "guarantor", orgName: "永宁融资担保有限公司" },
    { phone: at(10), name: "褚明", title: "业务主管", orgKind: "insurer", orgName: "八达岭财产保险延庆支公司" },
    { phone: at(11), name: "卫宁", title: "业务主管", orgKind: "lender", orgName: "百里画廊小额贷款有限公司" },
    { phone: at(12), name: "蒋文", title: "客户经理", orgKind: "account_bank", orgName: "玉渡银行延庆支行" },
    { phone: at(13), name: "沈清", title: "审计员", orgKind: "auditor", orgName: "区审计局" },
    { phone: at(14), name: "韩舟", title: "业务主管", orgKind: "department", orgName: "区农业农村局" },
    { phone: at(15), name: "杨帆", title: "业务主管", orgKind: "office", orgName: "区发展和改革委员会" },
  ],
  amendments: [],
};
