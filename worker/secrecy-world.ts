/** A district in which everybody has something that others must not read, and every address that reads, filled with all of it. Imported by tests only. */
import { read, utils } from "@e965/xlsx";
import { api } from "../shared/contract/api";
import type { Route } from "../shared/contract/contract";
import type { ReasonId } from "../shared/fund/chart";
import { entriesFor } from "../shared/fund/entries";
import { post } from "../shared/fund/posting";
import { shanghaiDay } from "../shared/local-date";
import { fen } from "../shared/money";
import { app } from "./app";
import { type Place, Way } from "./application/district-story";
import { DEMO_DISTRICTS } from "./demo/people";
import { taken } from "./fund/testing-books";
import { District as Books, type Failed, failed } from "./payment/testing-file";
import { codeOf, identityOf, must } from "./story";
import { env } from "./testing";

/** Something that only some may read: texts by which it would be known, and the places of those who may; the district's own desks may too, unless it is `private`. */
export interface Secret {
  readonly what: string;
  readonly marks: readonly string[];
  readonly may: readonly number[];
  readonly private: boolean;
}

/** By what the one person who applies would be known. */
export const PERSON = identityOf(3);

/** Places that the demo has nobody for: a second guarantor, another recommender, a second firm. */
export const [GUARANTOR_B, UNIT_B, FIRM_B] = [41, 42, 43];

/** Kinds that read whatever was handed in. */
const DESKS: readonly string[] = ["office", "finance", "auditor", "government", "manager", "regulator"];

export interface Cast {
  readonly place: Place;
  readonly bankA: number;
  readonly bankB: number;
  readonly guarantor: number;
  readonly office: number;
  /** Of the unit that recommends, and of the other one that the office registers. */
  readonly recommenderKind: "township" | "department";
}

/** Ids of the records by which an address of one thing is filled. */
const IDS: Readonly<Record<string, string>> = {
  caseId: "SELECT id FROM case_file WHERE scheme_id = ?1",
  statementId: "SELECT s.id FROM statement s JOIN case_file f ON f.id = s.case_id WHERE f.scheme_id = ?1",
  no: "SELECT no AS id FROM fund_instruction WHERE scheme_id = ?1",
  half: `SELECT '${shanghaiDay(Date.now()).slice(0, 4)}H1' AS id WHERE ?1 <> ''`,
  meetingId: "SELECT id FROM meeting WHERE scheme_id = ?1",
  allocationId: "SELECT id FROM allocation WHERE scheme_id = ?1",
  reportId: "SELECT 'quarterly' AS id WHERE ?1 <> '' UNION SELECT 'monthly'",
  period: "SELECT '2026Q3' AS id WHERE ?1 <> '' UNION SELECT '2026M10'",
};

export class World extends Way {
  readonly secrets: Secret[] = [];
  #books?: Books;

  constructor(readonly cast: Cast) {
    super(cast.place);
  }

  get books(): Books {
    if (!this.#books) throw new Error("the district is not built");
    return this.#books;
  }

  /** What the desks may read beside those who are named. */
  keeps(what: string, may: readonly number[], ...marks: string[]): void {
    this.#keeps({ what, may, marks, private: false });
  }
  /** What nobody else may read, no desk either. */
  hides(what: string, may: readonly number[], ...marks: string[]): void {
    this.#keeps({ what, may, marks, private: true });
  }
  #keeps(secret: Secret): void {
    const short = secret.marks.find((mark) => mark.length < 5);
    if (short !== undefined) throw new Error(`${secret.what}: "${short}" would be found anywhere`);
    this.secrets.push(secret);
  }

  phone = (place: number): string => `${this.stem}${String(place).padStart(2, "0")}`;

  /** The demo, with a rival for each of those outside the administration. */
  async build(): Promise<void> {
    await this.open();
    const { bankA, bankB, guarantor, office, recommenderKind } = this.cast;
    for (const [place, kind, name] of [
      [GUARANTOR_B, "guarantor", "隔壁融资担保有限公司"],
      [UNIT_B, recommenderKind, "隔壁推荐单位"],
    ] as const) {
      const { orgId } = must(await this.as(office, "POST", "/organisations", { kind, name, region: this.place.registeredDistrict })).body;
      must(await this.as(office, "POST", "/identity/staff", { phone: this.phone(place), name: "隔壁", orgId, title: "业务主管" }));
    }
    const firm = { creditCode: codeOf(4301), name: "隔壁企业有限公司", ownerName: "隔壁老板" };
    must(await this.as(FIRM_B, "POST", "/identity/enterprises", firm));
    const phones = { bankA, bankB, guarantor, guarantorB: GUARANTOR_B };
    this.#books = await Books.of(this.scheme, Object.fromEntries(Object.entries(phones).map(([as, place]) => [as, this.phone(place)])));
  }

  /** The firm's application as it was handed in, the draft of another firm, where each bank has its letters sent. */
  async applications(...readers: number[]): Promise<void> {
    const { bankA, bankB } = this.cast;
    const { recommender } = this.place;
    must(await this.draft({ projectDescription: "密林中的生产线", needPurpose: "采购密封原料" }));
    must(await this.upload("business_licence"));
    must(await this.submit());
    this.hides("the number of a natural person", [], PERSON);
    this.keeps("the application", [1, recommender, ...readers], `"${this.caseId}"`, "密林中的生产线", "采购密封原料", "business_licence.pdf");
    const other = must(await this.as(FIRM_B, "POST", "/applications", {})).body.caseId as string;
    must(await this.as(FIRM_B, "PUT", `/applications/${other}/draft`, { revision: 0, changes: { projectDescription: "隔壁的打算" } }));
    this.hides("a draft", [FIRM_B], `"${other}"`, "隔壁的打算");
    for (const bank of [bankA, bankB]) {
      const url = `http://bank${bank}.invalid/letters`;
      must(await this.as(bank, "PUT", "/webhook", { url }));
      this.hides(`where the letters of ${bank} go`, [bank], url);
    }
  }

  /** Money in the books by this reason. */
  async holds(reason: ReasonId, amount: number, of?: string): Promise<void> {
    const { chart } = this.books.scheme.fund;
    const transfer = {
      id: `${this.scheme}-${reason}-${of ?? ""}`,
      reason,
      on: shanghaiDay(Date.now()),
      entries: entriesFor(chart, reason, fen(amount), of),
      persons: { madeBy: "a", checkedBy: "b" },
    };
    await this.books.books(({ view }) => taken(post(chart, view, transfer)));
  }

  /** Drawn up, checked and executed by these; something came back of it. */
  async paid(one: { readonly caseId: string; readonly claimId: string }, [maker, checker, payer]: readonly [number, number, number], payee: number) {
    const { no } = must(await this.as(maker, "POST", `/payables/${one.claimId}/instruction`, {})).body;
    must(await this.as(checker, "POST", `/instructions/${no}/countersign`, {}));
    must(await this.as(payer, "POST", `/instructions/${no}/paid`, {}));
    const receipt = { receiptNo: "密收回单一号", receivedOn: shanghaiDay(Date.now()), amount: "3210.98", costs: "0.00" };
    must(await this.as(payee, "POST", `/cases/${one.caseId}/recovery/receipts`, receipt));
    return no as string;
  }

  /** A loan that failed, claimed and consented to, or as far as it is said: of its parties, and by name alone of whoever pays for it. */
  async loses(what: string, loss: Failed, parties: readonly number[], payer: readonly number[] = []): Promise<Awaited<ReturnType<typeof failed>>> {
    const one = await failed(this.books, loss);
    const file = await env.DB.prepare(
      "SELECT l.id, l.contract_no AS contract, f.enterprise_name AS name, f.credit_code AS code FROM loan l JOIN case_file f ON f.id = l.case_id WHERE f.id = ?",
    )
      .bind(one.caseId)
      .first<{ id: string; contract: string; name: string; code: string }>();
    if (!file) throw new Error("no loan");
    const quoted = (texts: readonly string[]) => texts.map((text) => `"${text}"`);
    this.keeps(what, [...parties, ...payer], ...quoted([one.caseId, one.claimId, file.name]));
    this.keeps(`${what}, its terms`, parties, ...quoted([file.id, file.contract, file.code]), (loss.principal / 100).toFixed(2));
    return one;
  }

  /** The ids that an address of one thing is filled with, every one of the district. */
  async #ids(): Promise<Record<string, string[]>> {
    const found = await env.DB.batch(Object.values(IDS).map((text) => env.DB.prepare(text).bind(this.scheme)));
    return Object.fromEntries(
      Object.keys(IDS).map((name, at) => [name, (found[at]?.results ?? []).map((row) => String((row as { id: string }).id))]),
    );
  }

  cases = async (): Promise<readonly string[]> => (await this.#ids()).caseId ?? [];

  /** Every address that reads, and every list as its reader may narrow it to what is another's. */
  async paths(): Promise<string[]> {
    const ids = await this.#ids();
    const fill = (path: string): string[] => {
      const name = /:(\w+)/.exec(path)?.[1];
      return name === undefined ? [path] : (ids[name] ?? []).flatMap((id) => fill(path.replace(`:${name}`, id)));
    };
    const reads = (Object.values(api) as Route[]).filter(({ method, path }) => method === "GET" && !/^\/(health|districts|demo)/.test(path));
    const narrowed = this.secrets.flatMap(({ marks }) => marks).map((mark) => encodeURIComponent(mark.replaceAll('"', "")));
    const cases = ids.caseId ?? [];
    return [
      ...reads.flatMap(({ path }) => fill(path)),
      ...narrowed.flatMap((q) => [`/cases?q=${q}`, `/loans?q=${q}`]),
      ...["/cases?waiting=1", "/organisations?kind=enterprise"],
      ...cases.flatMap((id) => [`/fund/postings?caseId=${id}`, `/policies?caseId=${id}`, `/subsidies?caseId=${id}`]),
    ];
  }

  /** What one person is answered, as text: pages, files of a sheet unfolded, and what stands in a file of its own. */
  async #answer(token: string, path: string): Promise<string> {
    const headers = { authorization: `Bearer ${token}`, "x-scheme": this.scheme };
    const context = { waitUntil: () => {}, passThroughOnException: () => {} } as unknown as ExecutionContext;
    const answer = await app.fetch(new Request(`http://test/api${path}`, { headers }), env, context);
    if (answer.status >= 500) throw new Error(`${path}: ${answer.status}`);
    if (answer.status >= 400) return "";
    if (!/spreadsheetml/.test(answer.headers.get("content-type") ?? "")) return answer.text();
    const book = read(await answer.arrayBuffer(), { type: "array" });
    return JSON.stringify(Object.values(book.Sheets).map((sheet) => utils.sheet_to_json<unknown[]>(sheet, { header: 1 })));
  }

  /** All that one person is answered at these addresses. */
  async answers(place: number, paths: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const token = await this.token(place);
    const found = new Map<string, string>();
    for (const path of paths) found.set(path, await this.#answer(token, path));
    return found;
  }

  /** Which secrets this person is told, each with the address that told it first. */
  async told(place: number): Promise<ReadonlyMap<string, string>> {
    const token = await this.token(place);
    const found = new Map<string, string>();
    for (const path of await this.paths()) {
      const text = await this.#answer(token, path);
      for (const { what, marks } of this.secrets)
        for (const mark of marks) if (!found.has(what) && text.includes(mark)) found.set(what, `${mark} at ${decodeURIComponent(path)}`);
    }
    return found;
  }

  /** Which secrets this person may be told. */
  mayBeTold(place: number, kind: string): string[] {
    const desk = DESKS.includes(kind);
    return this.secrets.filter(({ may, private: hidden }) => may.includes(place) || (desk && !hidden)).map(({ what }) => what);
  }

  /** One person of each organisation of the demo, with the rivals. */
  people(): readonly (readonly [name: string, kind: string, place: number])[] {
    const all = DEMO_DISTRICTS[this.scheme]?.people ?? [];
    const firsts = all.filter(({ orgName }, at) => all.findIndex((one) => one.orgName === orgName) === at);
    return [
      ...firsts.map(({ orgKind, orgName, phone }) => [orgName, orgKind, Number(phone.slice(-2))] as const),
      ["another guarantor", "guarantor", GUARANTOR_B],
      ["another recommender", this.cast.recommenderKind, UNIT_B],
      ["another firm", "enterprise", FIRM_B],
    ];
  }
}
