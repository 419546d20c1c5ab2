/** An agreement as it is typed, its faults with their articles, and the command that it becomes. */

import { readRate } from "../../../../shared/process/push";
import type { Ask } from "../../api";
import { payTerm } from "../../term";
import type { FieldError } from "../../ui/errors";
import { needed } from "../../use-act";
import { isPercent, ratioOf } from "../percent";

export const EMPTY = {
  signedOn: "",
  validFrom: "",
  validUntil: "",
  selectionProcedure: "",
  selectedOn: "",
  selectionDocument: "",
  duties: "",
  compensationTerms: "",
  recoveryTerms: "",
  lowThreshold: false,
  productInnovation: false,
  /** Percent as typed. */
  minRate: "",
  maxRatio: "",
  licenceType: "",
  licenceUntil: "",
};
export type AgreementText = typeof EMPTY;

function rateFaults(form: AgreementText): FieldError[] {
  const rate = form.minRate.trim() === "" || readRate(form.minRate).ok;
  const ratio = form.maxRatio.trim() === "" || isPercent(form.maxRatio);
  return [
    ...(rate ? [] : [{ field: "minRate", message: "最低年利率没有看懂。请填百分数，例如 3.45。" }]),
    ...(ratio ? [] : [{ field: "maxRatio", message: `${payTerm()}比例上限没有看懂。请填大于 0、不超过 100 的百分数，例如 40。` }]),
  ];
}

/** What is missing or cannot be, in the order of the form; `article` asks for what an agreement says. */
export function faultsOf(form: AgreementText, on: string, lender: boolean, article: string | undefined): FieldError[] {
  const asked = (field: keyof AgreementText, message: string): FieldError[] =>
    needed(String(form[field]), field, message).map((fault) => (article ? { ...fault, article } : fault));
  return [
    ...asked("selectionProcedure", "还没有填选定程序。合作机构要依法依规选定。"),
    ...asked("selectedOn", "还没有填选定日期。"),
    ...(form.selectedOn > on ? [{ field: "selectedOn", message: "选定日期在今天之后。" }] : []),
    ...asked("selectionDocument", "还没有填选定文件。"),
    ...asked("signedOn", "还没有填签订日期。"),
    ...(form.signedOn > on ? [{ field: "signedOn", message: "签订日期在今天之后。请在签订后登记。" }] : []),
    ...asked("validFrom", "还没有填协议起始日期。"),
    ...asked("validUntil", "还没有填协议终止日期。"),
    ...(form.validFrom && form.validUntil && form.validUntil < form.validFrom ? [{ field: "validUntil", message: "终止日期早于起始日期。" }] : []),
    ...asked("duties", "还没有写责任义务。"),
    ...asked("compensationTerms", `还没有写${payTerm()}约定。`),
    ...asked("recoveryTerms", "还没有写追偿约定。"),
    ...rateFaults(form),
    ...(lender ? needed(form.licenceType, "licenceType", "还没有填放贷资质。地方金融组织要有放贷资质。") : []),
    ...(lender ? needed(form.licenceUntil, "licenceUntil", "还没有填资质有效期。") : []),
    ...(lender && form.licenceUntil && form.licenceUntil < on ? [{ field: "licenceUntil", message: "放贷资质已经过期。" }] : []),
  ];
}

export function bodyOf(form: AgreementText, lender: boolean): Ask<"signAgreement">["body"] {
  const { minRate, maxRatio, licenceType, licenceUntil, ...terms } = form;
  const rate = readRate(minRate);
  return {
    ...terms,
    ...(rate.ok ? { minRate: rate.value } : {}),
    ...(maxRatio.trim() ? { maxRatio: ratioOf(maxRatio) } : {}),
    ...(lender ? { licenceType, licenceUntil } : {}),
  };
}
