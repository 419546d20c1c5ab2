/** Institutions and their agreements, loaded together, and how an agreement stands on a day. */
import { daysBetween, type LocalDate } from "../../../../shared/local-date";
import type { OrgKind } from "../../../../shared/process/party";
import { type Answer, call } from "../../api";
import type { Tone } from "../../ui/tag";
import { dayText } from "../../words/time";

export type Org = Answer<"listOrganisations">["organisations"][number];
export type Agreement = Answer<"listAgreements">["agreements"][number];
export const PARTNERS: readonly OrgKind[] = ["bank", "guarantor", "insurer", "lender"];

export const loadInstitutions = () =>
  Promise.all([call("listOrganisations", { query: {} }), call("listAgreements", { query: {} })]).then(([{ organisations }, { agreements }]) => ({
    organisations,
    agreements,
  }));

const SOON = 60;

/** In force, soon over, over, or not begun. */
export function standingOf(agreement: Agreement | undefined, on: LocalDate): { status: string; tone: Tone } {
  if (!agreement) return { status: "没有有效协议", tone: "bad" };
  if (agreement.validFrom > on) return { status: `${dayText(agreement.validFrom)}起有效`, tone: "todo" };
  if (agreement.validUntil < on) return { status: "协议已到期", tone: "bad" };
  const left = daysBetween(on, agreement.validUntil as LocalDate);
  return left <= SOON ? { status: `还有 ${left} 天到期`, tone: "warn" } : { status: "协议有效", tone: "done" };
}

/** The agreement in force on the day, else the latest. */
export const currentOf = (agreements: readonly Agreement[], orgId: string, on: LocalDate): Agreement | undefined => {
  const own = agreements.filter((one) => one.orgId === orgId);
  return own.find((one) => one.validFrom <= on && on <= one.validUntil) ?? own.at(-1);
};
