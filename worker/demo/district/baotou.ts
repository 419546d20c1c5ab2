/** The demo district of 包头: two areas, the office, finance, the trustee of the pool, two banks of two people each, a guarantor. All invented. */
import { day } from "../../../shared/local-date";
import { type DemoDistrict, phonesFrom } from "./district";

const at = phonesFrom("138000004");

export const baotou: DemoDistrict = {
  people: [
    { phone: at(1), name: "岑参", title: "负责人", orgKind: "enterprise", orgName: "包头青山机械有限公司", creditCode: "91150204MADEMB046K" },
    { phone: at(2), name: "薛涛", title: "业务主管", orgKind: "township", orgName: "青山区工信和科技局" },
    { phone: at(3), name: "雷鸣", title: "业务主管", orgKind: "township", orgName: "东河区工信和科技局" },
    { phone: at(4), name: "贺兰", title: "业务科室负责人", orgKind: "office", orgName: "市专项工作协调办公室" },
    { phone: at(5), name: "倪宽", title: "业务主管", orgKind: "office", orgName: "市专项工作协调办公室" },
    { phone: at(6), name: "汤显", title: "业务科室负责人", orgKind: "finance", orgName: "包头市财政局" },
    { phone: at(7), name: "滕王", title: "业务主管", orgKind: "finance", orgName: "包头市财政局" },
    { phone: at(8), name: "殷实", title: "办公室工作人员", orgKind: "government", orgName: "包头市人民政府" },
    { phone: at(9), name: "罗敷", title: "业务科室负责人", orgKind: "manager", orgName: "包头赛罕塔拉助保金管理有限公司" },
    { phone: at(10), name: "毕昇", title: "业务主管", orgKind: "manager", orgName: "包头赛罕塔拉助保金管理有限公司" },
    { phone: at(11), name: "郝运", title: "客户经理", orgKind: "bank", orgName: "鹿城银行包头分行" },
    { phone: at(12), name: "邬桥", title: "客户经理", orgKind: "bank", orgName: "石门银行包头分行" },
    { phone: at(13), name: "安稳", title: "业务科室负责人", orgKind: "guarantor", orgName: "包头昆都仑融资担保有限公司", region: "包头市" },
    { phone: at(14), name: "常青", title: "客户经理", orgKind: "account_bank", orgName: "黄河湾银行包头支行" },
    { phone: at(15), name: "乐山", title: "审计员", orgKind: "auditor", orgName: "包头市审计局" },
    // whoever takes from a deposit needs a second person who checks it
    { phone: at(16), name: "蒙田", title: "业务主管", orgKind: "bank", orgName: "鹿城银行包头分行" },
    { phone: at(17), name: "云飞", title: "业务主管", orgKind: "bank", orgName: "石门银行包头分行" },
  ],
  // the measures have lapsed by their own text: the demo tells of a city that has prolonged them
  amendments: [
    { key: "validity.until", value: "2029-04-29", from: day("2026-04-29"), documentNo: "演示延期文件〔2026〕1号", reason: "延长有效期（演示）" },
  ],
};
