/** What each kind of person does with the fund, in the order in which it is used. */
import type { OrgKind } from "../../../../shared/process/party";
import { openDoors } from "../../doors";
import type { Door, Membership } from "../../session";
import { reasonsFor } from "../move/asks";

const LEDGER: Door = { title: "总账", says: "每一笔进出、分录和经办人", url: "/fund/ledger/index" };
const VOUCHERS: Door = { title: "记账凭证", says: "制单、复核、退回", url: "/fund/vouchers/index" };
const PAYABLES: Door = { title: "待支付", says: "已同意支付的，今天应付多少", url: "/fund/payables/index" };
const INSTRUCTIONS: Door = { title: "付款指令", says: "复核、拨付、付款进度", url: "/fund/instructions/index" };
const RECOVERIES: Door = { title: "追偿台账", says: "收回、返还、核销", url: "/fund/recoveries/index" };
const SUBSIDIES: Door = { title: "保费补贴", says: "核对申请、收回补贴", url: "/fund/subsidies/index" };
const SANCTIONS: Door = { title: "失信和处理", says: "名单、机构处理、部门记录", url: "/fund/sanctions/index" };
const MAJOR: Door = { title: "重大事项", says: "暂停、重启等，逐项报告", url: "/fund/major/index" };
const REPORT: Door = { title: "半年报告", says: "由总账生成，可打印", url: "/fund/report/index" };
const OPENING: Door = { title: "期初导入", says: "中途接入的余额和在办案件", url: "/fund/opening/index" };

const READERS: readonly Door[] = [LEDGER, VOUCHERS, PAYABLES, INSTRUCTIONS, RECOVERIES, SUBSIDIES, SANCTIONS, MAJOR, REPORT];
const DOORS: Partial<Record<OrgKind, readonly Door[]>> = {
  office: [PAYABLES, INSTRUCTIONS, VOUCHERS, LEDGER, RECOVERIES, SUBSIDIES, SANCTIONS, MAJOR, REPORT, OPENING],
  finance: [INSTRUCTIONS, VOUCHERS, PAYABLES, LEDGER, RECOVERIES, SUBSIDIES, SANCTIONS, MAJOR, REPORT],
};

/** For whoever the document has draw up what the fund moves of its own accord. */
const moveDoor = ({ schemeId, orgKind }: Pick<Membership, "orgKind" | "schemeId">): readonly Door[] => {
  const reasons = reasonsFor(schemeId, orgKind);
  return reasons.length > 0 ? [{ title: "资金收支", says: reasons.map(({ says }) => says).join("、"), url: "/fund/move/index" }] : [];
};

export const doorsOf = (role: Pick<Membership, "orgKind" | "schemeId">): readonly Door[] => [
  ...openDoors(DOORS[role.orgKind] ?? READERS, role),
  ...moveDoor(role),
];
