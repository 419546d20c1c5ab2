/** What a role is called in a district: the body that its document names, else the plain word for the kind. */
import type { OrgKind } from "../../shared/process/party";
import { SCHEMES } from "../../shared/schemes/registry";
import { districtOf } from "./district";

/** The plain words, for districts whose document names nobody, and for lists of kinds. */
export const ORG_KIND_WORDS: Record<OrgKind, string> = {
  enterprise: "企业",
  township: "乡镇街道",
  department: "行业主管部门",
  office: "主管部门",
  finance: "财政部门",
  government: "政府",
  bank: "银行",
  guarantor: "担保公司",
  insurer: "保险公司",
  lender: "地方金融组织",
  account_bank: "开户银行",
  auditor: "审计",
  manager: "受托管理机构",
  regulator: "金融管理部门",
};

/** The plain word, for beside an organisation's own name. */
export const kindName = (kind: string): string => (ORG_KIND_WORDS as Readonly<Record<string, string>>)[kind] ?? "";

/** A kind of which the document names several bodies keeps its plain word; what is no kind has none. */
export function partyName(kind: string, schemeId: string | null = districtOf()): string {
  const named = schemeId === null ? [] : (SCHEMES[schemeId]?.bodies ?? []).filter((body) => body.kind === kind);
  return (named.length === 1 ? named[0]?.name : ORG_KIND_WORDS[kind as OrgKind]) ?? "";
}
