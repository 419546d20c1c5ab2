/** Loans that institutions enter, told through the API of a demo district. Imported by tests only. */
import { checkCharacter } from "../../shared/enterprise/credit-code";
import { addDays, type LocalDate, shanghaiDay } from "../../shared/local-date";
import { type Answer, call, tokenOf } from "../testing";

export const today = (): LocalDate => shanghaiDay(Date.now());
export const daysAgo = (days: number): LocalDate => addDays(today(), -days);

/** A made-up code of a place's firm. */
export const firmCode = (n: number, place = "410700"): string => {
  const first17 = `91${place}MA${String(n).padStart(7, "0")}`;
  return first17 + checkCharacter(first17);
};

/** One district's people: `as(9, "POST", path, body)` is its ninth person. */
export class District {
  readonly #tokens = new Map<number, Promise<string>>();

  constructor(
    readonly scheme: string,
    readonly stem: string,
  ) {}

  open = () => call("POST", "/demo/seed", {}, { scheme: this.scheme });

  token(place: number): Promise<string> {
    const known = this.#tokens.get(place) ?? tokenOf(`${this.stem}${String(place).padStart(2, "0")}`);
    this.#tokens.set(place, known);
    return known;
  }

  async as(place: number, method: string, path: string, body?: unknown): Promise<Answer> {
    return call(method, path, body, { token: await this.token(place), scheme: this.scheme });
  }

  orgOf = async (place: number): Promise<string> => (await this.as(place, "GET", "/identity/me")).body.memberships[0].orgId as string;
}

let contracts = 0;

/** A small firm's loan that meets every rule of 新乡. */
export const directLoan = (n: number, more: Record<string, unknown> = {}) => {
  contracts += 1;
  return {
    creditCode: firmCode(n),
    name: `新乡试验${n}号有限公司`,
    mode: "credit",
    contractNo: `备字${contracts}号`,
    principal: "2000000.00",
    ratePercent: "4.35",
    termMonths: "12",
    disbursedOn: daysAgo(5),
    orderNo: `P-${contracts}`,
    firm: {
      registeredDistrict: "河南省新乡市红旗区",
      industry: "software_it_services",
      fiscalYear: String(Number(today().slice(0, 4)) - 1),
      headcount: "20",
      revenue: "5000000.00",
      assets: "4000000.00",
      activity: "other",
      inDirectory: "no",
    },
    answers: { purpose: "production_operation" },
    ...more,
  };
};

export const codesOf = ({ body }: Answer): string[] => ((body.refusals ?? []) as { code: string }[]).map(({ code }) => code);
export const at = ({ body }: Answer, code: string) =>
  ((body.refusals ?? []) as { code: string; figures: Record<string, string>; article?: string; field?: string }[]).find((one) => one.code === code);
