/** Reads a finished draft into an application; every fault of the form is told at once, each with its field. */
import { parseCreditCode } from "../enterprise/credit-code";
import { INDUSTRY_IDS } from "../enterprise/size-class";
import { parseDate } from "../local-date";
import { type Fen, fen, parseYuan, type Ratio } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { YearFigures } from "../rule/facts";
import type { Application, Holder, PersonRef } from "./application";
import { ACTIVITIES, type Draft, REGISTRATIONS } from "./draft";
import { type EntryAsk, readAnswers } from "./entry-ask";

/** Collects every refusal of a form, so that all are told at once. */
class Reader {
  readonly refusals: Refusal[] = [];

  text(value: string | undefined, field: string, max: number): string {
    const plain = (value ?? "").normalize("NFC").trim();
    if (plain === "") this.refusals.push({ code: "field_required", figures: {}, field });
    else if ([...plain].length > max)
      this.refusals.push({ code: "field_too_long", figures: { length: String([...plain].length), max: String(max) }, field });
    return plain;
  }

  take<T>(outcome: Outcome<T>, field: string): T | undefined {
    if (outcome.ok) return outcome.value;
    this.refusals.push(...outcome.refusals.map((refusal) => ({ ...refusal, field })));
    return undefined;
  }

  among<T extends string>(value: string | undefined, allowed: readonly T[], field: string): T | undefined {
    const found = allowed.find((candidate) => candidate === value);
    if (!found) this.refusals.push({ code: value ? "field_invalid" : "field_required", figures: value ? { given: value.slice(0, 40) } : {}, field });
    return found;
  }

  whole(value: string | undefined, field: string, min: number, max: number): number | undefined {
    const plain = (value ?? "").normalize("NFKC").trim();
    if (plain === "") {
      this.refusals.push({ code: "field_required", figures: {}, field });
      return undefined;
    }
    const count = /^\d{1,9}$/.test(plain) ? Number.parseInt(plain, 10) : -1;
    if (count >= min && count <= max) return count;
    this.refusals.push({ code: "field_invalid", figures: { given: plain.slice(0, 40), min: String(min), max: String(max) }, field });
    return undefined;
  }

  yes(value: string | undefined, field: string): boolean {
    return this.among(value, ["yes", "no"] as const, field) === "yes";
  }

  person(name: string | undefined, masked: string | undefined, key: string | undefined, field: string): PersonRef {
    const plain = this.text(name, `${field}Name`, 60);
    if (!key) this.refusals.push({ code: masked ? "field_invalid" : "field_required", figures: {}, field: `${field}Id` });
    return { name: plain, key: key ?? "", masked: masked ?? "" };
  }

  need(value: string | undefined): Fen {
    const plain = (value ?? "").trim();
    if (plain === "") {
      this.refusals.push({ code: "field_required", figures: {}, field: "needAmount" });
      return fen(0);
    }
    return this.take(readNeed(plain), "needAmount") ?? fen(0);
  }
}

/** A need in yuan, more than nothing. Refuses `need_invalid` for anything else, such as a third decimal. */
export function readNeed(text: string): Outcome<Fen> {
  const read = parseYuan(text);
  return read.ok && read.value > 0 ? read : refuse("need_invalid", { given: text.trim().slice(0, 40) }, undefined, "needAmount");
}

/** Percent text such as `25` or `33.33` as a ratio; refuses anything not in (0, 100]. */
function shareOf(reader: Reader, percent: string | undefined, field: string): Ratio {
  const plain = (percent ?? "").normalize("NFKC").trim();
  const match = /^(\d{1,3})(?:\.(\d{1,4}))?$/.exec(plain);
  const digits = match ? `${(match[1] ?? "").padStart(3, "0")}${(match[2] ?? "").padEnd(4, "0")}` : "";
  const ok = match !== null && digits <= "1000000" && digits > "0000000";
  if (!ok) reader.refusals.push({ code: "field_invalid", figures: { given: plain.slice(0, 40), min: "0", max: "100" }, field });
  return ok ? `${digits[0]}.${digits.slice(1)}` : "0";
}

function holdersOf(reader: Reader, draft: Draft): Holder[] {
  return (draft.holders ?? []).map((holder, at) => {
    const field = `holders.${at}`;
    const name = reader.text(holder.name, `${field}.name`, 80);
    const share = shareOf(reader, holder.percent, `${field}.percent`);
    if (holder.key) return { kind: "person", id: holder.key, name, share };
    const code = reader.take(parseCreditCode(holder.id ?? ""), `${field}.id`);
    return { kind: "firm", id: code ?? "", name, share };
  });
}

function yearsOf(reader: Reader, draft: Draft): YearFigures[] {
  return (draft.years ?? []).map((year, at) => {
    const headcount = reader.whole(year.headcount, `years.${at}.headcount`, 0, 10_000_000);
    const money = (text: string | undefined, name: string) =>
      (text ?? "").trim() === ""
        ? void reader.refusals.push({ code: "field_required", figures: {}, field: `years.${at}.${name}` })
        : reader.take(parseYuan(text ?? ""), `years.${at}.${name}`);
    const revenue = money(year.revenue, "revenue");
    const assets = money(year.assets, "assets");
    return {
      fiscalYear: year.fiscalYear ?? 0,
      ...(headcount === undefined ? {} : { headcount }),
      ...(revenue === undefined ? {} : { revenue }),
      ...(assets === undefined ? {} : { assets }),
    };
  });
}

/** Reads a finished draft with what the document asks besides; refuses with every fault of the form at once, each with its field. */
export function readApplication(
  draft: Draft,
  enterprise: { readonly creditCode: string; readonly name: string },
  asks: readonly EntryAsk[] = [],
): Outcome<Application> {
  const reader = new Reader();
  const industry = reader.among(draft.industry, INDUSTRY_IDS, "industry");
  const establishedOn = reader.text(draft.establishedOn, "establishedOn", 10);
  const application = {
    creditCode: enterprise.creditCode,
    name: enterprise.name,
    registeredDistrict: reader.text(draft.registeredDistrict, "registeredDistrict", 40),
    registeredAddress: reader.text(draft.registeredAddress, "registeredAddress", 200),
    registration: reader.among(draft.registration, REGISTRATIONS, "registration"),
    establishedOn: establishedOn === "" ? undefined : reader.take(parseDate(establishedOn), "establishedOn"),
    industry,
    activity: reader.among(draft.activity, ACTIVITIES, "activity"),
    listedProcess: reader.yes(draft.listedProcess, "listedProcess"),
    representative: reader.person(draft.representativeName, draft.representativeId, draft.representativeKey, "representative"),
    controller: reader.person(draft.controllerName, draft.controllerId, draft.controllerKey, "controller"),
    holders: holdersOf(reader, draft),
    affiliates: (draft.affiliates ?? []).map((firm, at) => ({
      id: reader.take(parseCreditCode(firm.creditCode ?? ""), `affiliates.${at}.creditCode`) ?? "",
      name: reader.text(firm.name, `affiliates.${at}.name`, 80),
    })),
    years: yearsOf(reader, draft),
    project: reader.text(draft.projectDescription, "projectDescription", 2000),
    need: {
      amount: reader.need(draft.needAmount),
      purpose: reader.text(draft.needPurpose, "needPurpose", 500),
      termMonths: reader.whole(draft.needTermMonths, "needTermMonths", 1, 360) ?? 0,
    },
    focus: { field: draft.focusField ?? "", profiles: draft.focusProfiles ?? [], evidence: (draft.focusEvidence ?? "").trim().slice(0, 2000) },
    dishonestEnterprise: reader.yes(draft.dishonestEnterprise, "dishonestEnterprise"),
    dishonestRepresentative: reader.yes(draft.dishonestRepresentative, "dishonestRepresentative"),
    conduct: (draft.conduct ?? []).map((record, at) => ({
      subject: reader.among(record.subject, ["enterprise", "representative"] as const, `conduct.${at}.subject`),
      occurredOn: reader.take(parseDate(record.occurredOn ?? ""), `conduct.${at}.occurredOn`),
      detail: reader.text(record.detail, `conduct.${at}.detail`, 500),
      major: true,
    })),
  };
  const answers = readAnswers(asks, draft);
  if (!answers.ok) reader.refusals.push(...answers.refusals);
  for (const consent of ["consentTruth", "consentPrivacy", "consentBanks"] as const) {
    if (draft[consent] !== true) reader.refusals.push({ code: "consent_missing", figures: {}, field: consent });
  }
  return reader.refusals.length > 0
    ? refuseAll(reader.refusals)
    : accept({ ...application, ...(asks.length > 0 && answers.ok ? { answers: answers.value } : {}) } as Application);
}
