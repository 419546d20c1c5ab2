/** What an institution tells of a firm that never applied itself, read into what the rules look at: only what the document asks. */
import { INDUSTRY_IDS } from "../enterprise/size-class";
import { parseDate } from "../local-date";
import { parseYuan } from "../money";
import { accept, type Outcome, type Refusal, refuse, refuseAll } from "../outcome";
import type { Facts } from "../rule/facts";
import { ACTIVITIES } from "./draft";

/** `size` is industry, year, people, revenue and assets; `directory` a place in a list by which an entity counts that is no firm of that size. */
export type FirmAsk = "registeredDistrict" | "size" | "activity" | "directory" | "profiles";

/** As typed; what is not asked is left out. */
export interface FirmText {
  readonly registeredDistrict?: string | undefined;
  readonly industry?: string | undefined;
  readonly fiscalYear?: string | undefined;
  readonly headcount?: string | undefined;
  readonly revenue?: string | undefined;
  readonly assets?: string | undefined;
  readonly activity?: string | undefined;
  readonly inDirectory?: "yes" | "no" | undefined;
  readonly directoryListedOn?: string | undefined;
  readonly profiles?: readonly string[] | undefined;
}

const told = (text: string | undefined): text is string => text !== undefined && text.trim() !== "";
const required = (field: string): Outcome<never> => refuse("field_required", {}, undefined, field);

function whole(text: string | undefined, field: string, max: number): Outcome<number> {
  const plain = (text ?? "").normalize("NFKC").trim();
  if (plain === "") return required(field);
  const count = /^\d{1,9}$/.test(plain) ? Number.parseInt(plain, 10) : -1;
  return count >= 0 && count <= max
    ? accept(count)
    : refuse("field_invalid", { given: plain.slice(0, 40), min: "0", max: String(max) }, undefined, field);
}

function among<T extends string>(value: string | undefined, allowed: readonly T[], field: string): Outcome<T> {
  const found = allowed.find((candidate) => candidate === value);
  if (found) return accept(found);
  return value ? refuse("field_invalid", { given: value.slice(0, 40) }, undefined, field) : required(field);
}

function size(text: FirmText): Outcome<Partial<Facts>> {
  const industry = among(text.industry, INDUSTRY_IDS, "industry");
  const year = whole(text.fiscalYear, "fiscalYear", 2200);
  const headcount = whole(text.headcount, "headcount", 10_000_000);
  const money = (field: "revenue" | "assets") => (told(text[field]) ? parseYuan(text[field] ?? "", field) : required(field));
  const [revenue, assets] = [money("revenue"), money("assets")];
  const faults = [industry, year, headcount, revenue, assets].flatMap((one) => (one.ok ? [] : one.refusals));
  if (!industry.ok || !year.ok || !headcount.ok || !revenue.ok || !assets.ok) return refuseAll(faults);
  const figures = { fiscalYear: year.value, headcount: headcount.value, revenue: revenue.value, assets: assets.value };
  return accept({ industry: industry.value, years: [figures] });
}

function directory({ inDirectory, directoryListedOn }: FirmText): Outcome<Partial<Facts>> {
  if (inDirectory !== "yes") return accept({ directory: { claimed: false } });
  if (!told(directoryListedOn)) return required("directoryListedOn");
  const on = parseDate(directoryListedOn, "directoryListedOn");
  return on.ok ? accept({ directory: { claimed: true, listedOn: on.value } }) : on;
}

/** An entity that counts by a directory has no size to tell. */
const readers: Readonly<Record<FirmAsk, (text: FirmText, all: readonly FirmAsk[]) => Outcome<Partial<Facts>>>> = {
  registeredDistrict: ({ registeredDistrict }) =>
    told(registeredDistrict) ? accept({ registeredDistrict: registeredDistrict.trim() }) : required("registeredDistrict"),
  size: (text, all) => (all.includes("directory") && text.inDirectory === "yes" && !told(text.industry) ? accept({}) : size(text)),
  activity: ({ activity }) => {
    const read = among(activity, ACTIVITIES, "activity");
    return read.ok ? accept({ activity: read.value }) : read;
  },
  directory,
  profiles: ({ profiles }) => accept({ focusProfiles: profiles ?? [] }),
};

/** Tells every fault at once, each with its field. */
export function readFirm(asks: readonly FirmAsk[], text: FirmText): Outcome<Partial<Facts>> {
  const read = asks.map((ask) => readers[ask](text, asks));
  const faults: Refusal[] = read.flatMap((one) => (one.ok ? [] : one.refusals));
  if (faults.length > 0) return refuseAll(faults);
  return accept(Object.assign({}, ...read.map((one) => (one.ok ? one.value : {}))));
}
