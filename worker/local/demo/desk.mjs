/** One demo district as its people reach it: each signs in once and sends what a screen would send. */
import { randomUUID } from "node:crypto";

const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const ORG_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const DAY = 86_400_000;

/** A made-up credit code that holds by GB 32100 for the n-th firm of a place. @param {number} n @param {string} [place] */
export function creditCode(n, place = "110119") {
  const body = `MAD${String(n).padStart(5, "0")}`;
  const sum = [...body].reduce((total, letter, at) => total + (ORG_WEIGHTS[at] ?? 0) * "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(letter), 0);
  const rest = 11 - (sum % 11);
  const first = `91${place}${body}${rest === 10 ? "X" : rest === 11 ? "0" : rest}`;
  const check = (31 - ([...first].reduce((total, letter, at) => total + (WEIGHTS[at] ?? 0) * ALPHABET.indexOf(letter), 0) % 31)) % 31;
  return first + ALPHABET[check];
}

/** A made-up identity number whose check character holds. @param {number} n */
export function identity(n) {
  const first = `110229198${n % 10}0315${String(100 + n)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return first + "10X98765432"[[...first].reduce((sum, digit, at) => sum + (weights[at] ?? 0) * Number(digit), 0) % 11];
}

/** @param {string} text */
export const pdf = (text) =>
  new Blob([
    `%PDF-1.4\n% ${text}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  ]);

/** The day in Shanghai, so many days after the worker's own. @param {number} [ahead] */
export const dayOf = (ahead = 0) => new Date(Date.now() + 8 * 3600_000 + ahead * DAY).toISOString().slice(0, 10);
/** @param {string} on @param {number} days */
export const plus = (on, days) => new Date(Date.parse(on) + days * DAY).toISOString().slice(0, 10);
/** The same day so many months on, the last of the month where it has no such day. @param {string} on @param {number} months */
export function monthsOn(on, months) {
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** @typedef {{ token: string, orgId: string, personId: string }} Person */

export class Desk {
  /** @type {Map<number | string, Promise<Person>>} */
  #people = new Map();

  /** @param {number} port @param {string} scheme @param {string} stem the first nine digits of its people's phones @param {number} ahead days by which the worker's clock differs from ours */
  constructor(port, scheme, stem, ahead = 0) {
    this.port = port;
    this.scheme = scheme;
    this.stem = stem;
    this.today = dayOf(ahead);
    this.instant = Date.now() + ahead * DAY;
  }

  /** @param {string} method @param {string} path @param {unknown} [body] @param {string} [token] */
  async send(method, path, body, token) {
    const form = body instanceof FormData;
    const reply = await fetch(`http://127.0.0.1:${this.port}/api${path}`, {
      method,
      headers: {
        "x-scheme": this.scheme,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(method === "GET" ? {} : { "idempotency-key": randomUUID() }),
        ...(form || method === "GET" ? {} : { "content-type": "application/json" }),
      },
      ...(method === "GET" ? {} : { body: form ? body : JSON.stringify(body ?? {}) }),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${this.scheme}: ${method} ${path} answered ${reply.status}: ${text.slice(0, 600)}`);
    return JSON.parse(text);
  }

  /** @param {string} phone @returns {Promise<Person>} */
  async #login(phone) {
    const { demoCode } = await this.send("POST", "/identity/codes", { phone });
    const { token } = await this.send("POST", "/identity/sessions", { phone, code: demoCode });
    const { person, memberships } = await this.send("GET", "/identity/me", undefined, token);
    return { token, orgId: memberships[0]?.orgId ?? "", personId: person.personId ?? person.id };
  }

  /** Somebody by the last two digits of the phone, or by a whole phone. @param {number | string} who */
  person(who) {
    const known = this.#people.get(who) ?? this.#login(typeof who === "string" ? who : `${this.stem}${String(who).padStart(2, "0")}`);
    this.#people.set(who, known);
    return known;
  }

  /** @param {number | string} who */
  orgOf = async (who) => (await this.person(who)).orgId;

  /** @param {number | string} who @param {string} method @param {string} path @param {unknown} [body] */
  as = async (who, method, path, body) => this.send(method, path, body, (await this.person(who)).token);

  /** @param {number | string} who @param {string} caseId @param {string} verb @param {unknown} [body] */
  on = (who, caseId, verb, body = {}) => this.as(who, "POST", `/cases/${caseId}/${verb}`, body);

  /** @param {number | string} who @param {string} caseId @param {string} kind @param {string} [year] */
  async paper(who, caseId, kind, year) {
    const form = new FormData();
    form.set("caseId", caseId);
    form.set("kind", kind);
    if (year) form.set("fiscalYear", year);
    form.set("filename", `${kind}${year ?? ""}.pdf`);
    form.set("file", pdf(`${kind} ${year ?? ""} ${caseId}`), `${kind}.pdf`);
    await this.as(who, "POST", "/statements", form);
  }

  /** A voucher of one person, booked by another. @param {readonly [number, number]} two @param {object} body */
  async books([maker, checker], body) {
    const { id } = await this.as(maker, "POST", "/fund/vouchers", body);
    await this.as(checker, "POST", `/fund/vouchers/${id}/check`, {});
  }

  /** A movement of the fund's own. @param {readonly [number, number]} two @param {string} reason @param {string} amount @param {string} documentNo @param {object} [more] */
  moves = (two, reason, amount, documentNo, more = {}) => this.books(two, { kind: "movement", reason, amount, documentNo, on: this.today, ...more });

  /** What is owed around a loan. @param {number} who @param {string} caseId @param {string} obligation @param {string} detail @param {object} [more] */
  does = (who, caseId, obligation, detail, more = {}) => this.on(who, caseId, "obligations", { obligation, on: this.today, detail, ...more });

  /** @param {number} who @param {string} caseId */
  turnsBad = (who, caseId) => this.on(who, caseId, "loan/grade", { grade: "doubtful", on: this.today });

  /** A payment order drawn up by one person and checked by another; answers its number. @param {string} caseId @param {readonly number[]} two */
  async orders(caseId, [maker = 0, checker = 0]) {
    const { payables } = await this.as(maker, "GET", "/payables");
    const { id } = payables.find((/** @type {{ caseId: string }} */ one) => one.caseId === caseId);
    const { no } = await this.as(maker, "POST", `/payables/${id}/instruction`, {});
    await this.as(checker, "POST", `/instructions/${no}/countersign`, {});
    return no;
  }

  /** Ordered by two, executed by the third. @param {string} caseId @param {readonly [number, number, number]} three */
  async pays(caseId, [maker, checker, payer]) {
    const no = await this.orders(caseId, [maker, checker]);
    await this.as(payer, "POST", `/instructions/${no}/paid`, {});
  }
}

/** @param {string} from @param {string} until */
export const daysBetween = (from, until) => Math.round((Date.parse(until) - Date.parse(from)) / DAY);

/** What a claim says beside its papers. @param {string} principal @param {number} overdueDays @param {object} [more] */
export const filing = (principal, overdueDays, more = {}) => ({
  grade: "doubtful",
  overdueDays,
  letterNo: "",
  principal,
  interest: "0",
  covered: "0",
  ...more,
});
