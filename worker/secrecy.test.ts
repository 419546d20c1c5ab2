/** Who may read what where a document keeps everything secret: every route that reads, walked by those who are no party. */
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../shared/contract/api";
import type { Route } from "../shared/contract/contract";
import { District, directLoan, firmCode, today } from "./loan/registration-story";

const SECRET = "新乡试验71号有限公司";
const xinxiang = new District("xinxiang", "138000001");
const [OFFICE, BANK_A, BANK_B, GUARANTOR, TELLER, REGULATOR, AUDITOR] = [4, 9, 10, 11, 12, 14, 13];
let caseId: string;
let contract: string;

beforeAll(async () => {
  await xinxiang.open();
  const loan = directLoan(71);
  contract = loan.contractNo;
  caseId = (await xinxiang.as(BANK_A, "POST", "/registrations", loan)).body.caseId;
  const month = `${today().slice(0, 4)}M${Number(today().slice(5, 7))}`;
  const bank = await xinxiang.orgOf(BANK_A);
  await xinxiang.as(2, "POST", `/organisations/${bank}/figures`, {
    period: month,
    badBalance: "6.00",
    allBalance: "100.00",
    badCount: 1,
    allCount: 9,
  });
  await xinxiang.as(OFFICE, "POST", "/bans", {
    rule: "enterprise_fraud",
    conduct: "diverted",
    creditCode: firmCode(71),
    name: SECRET,
    verifiedOn: today(),
    documentNo: "认定1号",
    reason: "挪用",
  });
}, 60_000);

/** Every path that reads, with this case where one is asked for. */
const paths = (): string[] =>
  (Object.values(api) as Route[])
    .filter(({ method, path }) => method === "GET" && !/^\/(health|demo)/.test(path))
    .map(({ path }) => path.replace(":caseId", caseId))
    .filter((path) => !path.includes(":"))
    .concat(`/cases?q=${encodeURIComponent("试验71")}`, `/loans?q=${encodeURIComponent("试验71")}`, `/cases?q=${firmCode(71)}`);

const leaks = async (place: number): Promise<string[]> => {
  const found: string[] = [];
  for (const path of paths()) {
    const answer = await xinxiang.as(place, "GET", path);
    const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
    if ([SECRET, firmCode(71), contract, caseId].some((secret) => answer.status < 400 && text.includes(secret))) found.push(path);
  }
  return found;
};

describe("新乡", () => {
  it.each([
    ["another bank", BANK_B],
    ["a guarantor that stands behind nothing of it", GUARANTOR],
    ["the account bank", TELLER],
    ["a firm", 1],
  ])("XX-064 %s reads nothing of the application by any route", async (_, place) => {
    expect(await leaks(place)).toEqual([]);
    expect((await xinxiang.as(place, "GET", `/cases/${caseId}`)).status).toBe(404);
  });

  it("XX-064 another bank reads no figure of the bank's", async () => {
    const { institutions } = (await xinxiang.as(BANK_B, "GET", "/watch")).body;
    expect(institutions.flatMap(({ figures }: { figures: unknown[] }) => figures)).toEqual([]);
  });

  it.each([
    ["regulator", REGULATOR],
    ["auditor", AUDITOR],
    ["office", OFFICE],
  ])("XX-057 the %s reads the case, as the article has it", async (_, place) => {
    expect((await xinxiang.as(place, "GET", `/cases/${caseId}`)).status).toBe(200);
    expect(await leaks(place)).toContain("/cases");
  });
});
