/** What a document asks a firm to tell beside the common form: what it vouches for, its staff by month, its share of local staff. */
import type { Citation } from "../citation";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { Facts } from "../rule/facts";
import type { Draft } from "./draft";

export type EntryAsk = { readonly says: string; readonly hint?: string; readonly cites: Citation } & (
  | { readonly kind: "vouch"; readonly key: string }
  | { readonly kind: "monthly_staff"; readonly months: number }
  | { readonly kind: "local_staff" }
);

export type EntryAnswers = Pick<Facts, "attested" | "monthlyStaff" | "localStaffRatio">;

const plain = (text: string | undefined): string => (text ?? "").normalize("NFKC").trim();
const count = (text: string | undefined): number | undefined => (/^\d{1,7}$/.test(plain(text)) ? Number.parseInt(plain(text), 10) : undefined);

/** Percent text such as `80` or `66.67` as a ratio, digit by digit; undefined outside 0 to 100. */
function ratioOf(text: string | undefined): string | undefined {
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(plain(text));
  const digits = match ? `${(match[1] ?? "").padStart(3, "0")}${(match[2] ?? "").padEnd(4, "0")}` : "9999999";
  return digits <= "1000000" ? `${digits[0]}.${digits.slice(1)}` : undefined;
}

/** What of a draft's answers can be judged already. */
export function answersSoFar(draft: Draft): EntryAnswers {
  const told = Object.entries(draft.attested ?? {}).filter(([, said]) => said === "yes" || said === "no");
  const staff = (draft.monthlyStaff ?? []).map(count).filter((one): one is number => one !== undefined);
  const local = ratioOf(draft.localStaffPercent);
  return {
    ...(told.length > 0 ? { attested: Object.fromEntries(told.map(([key, said]) => [key, said === "yes"])) } : {}),
    ...(staff.length > 0 ? { monthlyStaff: staff } : {}),
    ...(local === undefined ? {} : { localStaffRatio: local }),
  };
}

function staffFaults(texts: readonly string[], months: number): Refusal[] {
  // no months at all may be right, where the document takes a share of local staff instead
  if (texts.every((text) => plain(text) === "")) return [];
  return Array.from({ length: months }, (_, at) => texts[at]).flatMap((text, at): Refusal[] => {
    const field = `monthlyStaff.${at}`;
    if (plain(text) === "") return [{ code: "field_required", figures: {}, field }];
    return count(text) === undefined ? [{ code: "field_invalid", figures: { given: plain(text).slice(0, 40) }, field }] : [];
  });
}

function faultsOf(ask: EntryAsk, draft: Draft): Refusal[] {
  if (ask.kind === "monthly_staff") return staffFaults(draft.monthlyStaff ?? [], ask.months);
  if (ask.kind === "local_staff") {
    const given = plain(draft.localStaffPercent);
    return given !== "" && ratioOf(given) === undefined
      ? [{ code: "field_invalid", figures: { given: given.slice(0, 40), min: "0", max: "100" }, field: "localStaffPercent" }]
      : [];
  }
  const said = draft.attested?.[ask.key];
  const fault = refuse(said ? "field_invalid" : "field_required", said ? { given: said.slice(0, 40) } : {}, ask.cites, `attested.${ask.key}`);
  return said === "yes" || said === "no" || fault.ok ? [] : [...fault.refusals];
}

/** Only what is asked is kept; every fault is told at once, each with its field. Whether the answers are enough is for the rules. */
export function readAnswers(asks: readonly EntryAsk[], draft: Draft): Outcome<EntryAnswers> {
  const faults = asks.flatMap((ask) => faultsOf(ask, draft));
  if (faults.length > 0) return refuseAll(faults);
  const { attested = {}, monthlyStaff, localStaffRatio } = answersSoFar(draft);
  const vouched = asks.flatMap((ask) =>
    ask.kind === "vouch" && attested[ask.key] !== undefined ? [[ask.key, attested[ask.key] === true] as const] : [],
  );
  return accept({
    ...(vouched.length > 0 ? { attested: Object.fromEntries(vouched) } : {}),
    ...(monthlyStaff && asks.some(({ kind }) => kind === "monthly_staff") ? { monthlyStaff } : {}),
    ...(localStaffRatio !== undefined && asks.some(({ kind }) => kind === "local_staff") ? { localStaffRatio } : {}),
  });
}

/** One answer for each thing that is asked for, as the list of tasks counts them; months and share of staff stand for each other. */
export function answersGiven(asks: readonly EntryAsk[], draft: Draft): readonly unknown[] {
  const vouched = asks.flatMap((ask) => (ask.kind === "vouch" ? [draft.attested?.[ask.key]] : []));
  const staffed = asks.some(({ kind }) => kind !== "vouch");
  const staff = draft.monthlyStaff?.find((text) => text.trim() !== "") ?? draft.localStaffPercent;
  return staffed ? [...vouched, staff] : vouched;
}
