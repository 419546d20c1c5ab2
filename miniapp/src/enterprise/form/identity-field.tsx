/** A number that names a person: judged when it is whole or left, shown as a mask once the worker has it. */
import { useState } from "react";
import { parseCreditCode } from "../../../../shared/enterprise/credit-code";
import { isIdentityNumber, isMaskedIdentityNumber, normalizeIdentityNumber } from "../../../../shared/enterprise/identity-number";
import { refusalSentence } from "../../failure";
import { type Fault, Field } from "../../ui/field";

const FULL = 18;

/** What is wrong with a number of a person, or with `firms` of a person or a firm; null while it may be right. */
function faultOf(plain: string, firms: boolean): string | null {
  if (plain === "" || isIdentityNumber(plain) || isMaskedIdentityNumber(plain)) return null;
  const code = parseCreditCode(plain);
  if (firms && code.ok) return null;
  if (plain.length !== FULL) return `证件号应为 18 位，您填的有 ${plain.length} 位。请核对有没有漏填。`;
  if (/^\d{17}[\dX]$/.test(plain)) return "身份证号校验不通过，多半有一位填错。请对照身份证逐位核对。";
  if (firms && !code.ok) return code.refusals.map(refusalSentence).join("");
  return "身份证号前 17 位是数字，最后一位是数字或 X。请对照身份证修改。";
}

interface IdentityFieldProps {
  name: string;
  label: string;
  /** A firm's credit code will do as well. */
  firms?: boolean;
  value: string;
  onChange: (value: string) => void;
  error: Fault;
}

export function IdentityField({ name, label, firms = false, value, onChange, error }: IdentityFieldProps) {
  const [left, setLeft] = useState(true);
  const plain = normalizeIdentityNumber(value);
  const masked = isMaskedIdentityNumber(plain);
  const fault = left || plain.length >= FULL ? faultOf(plain, firms) : null;
  const foot = masked ? `已加密保存，尾号 ${plain.slice(-4)}；要改请重新填完整号码` : isIdentityNumber(plain) ? "号码正确" : null;
  return (
    <Field
      name={name}
      label={label}
      hint={firms ? "自然人填身份证号，单位填统一社会信用代码" : "18 位"}
      maxLength={40}
      value={value}
      onBlur={() => setLeft(true)}
      onChange={(text) => {
        setLeft(false);
        // a mask cannot be edited, only replaced
        onChange(masked && text.includes("*") ? "" : text);
      }}
      error={fault ?? (plain ? null : error)}
      foot={fault ? null : foot}
    />
  );
}
