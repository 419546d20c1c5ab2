/** What each viewer is told of a case, and what is kept from them. */
import { beforeAll, describe, expect, it } from "vitest";
import { applied, type Cast, cast, idOf, meeting, must, newFirm, pushed, screened, seatsOf, voted } from "../story";
import { call } from "../testing";

let who: Cast;
let meetingId: string;
let firms = 700;
const see = async (token: string, caseId: string) => must(await call("GET", `/cases/${caseId}`, undefined, { token })).body;

/** A screened case of a firm of its own. */
async function ready(need?: string): Promise<{ caseId: string; firm: string }> {
  firms += 1;
  const firm = await newFirm(firms, `看案企业${firms}`);
  const caseId = await applied(firm, firms, (await idOf(who.department)).orgId, need);
  await screened(who, caseId);
  return { caseId, firm };
}
const all = (choice: string) => ({ office: choice, finance: choice, department: choice, bankA: choice, bankB: choice });

beforeAll(async () => {
  who = await cast();
  meetingId = await meeting(who);
}, 60_000);

describe("who has it", () => {
  it("YQ-065 a firm is not told which unit has yet to vote; the panel is", async () => {
    const { caseId, firm } = await ready();
    const seats = await seatsOf(who, ["office", "finance", "department"]);
    must(await call("POST", `/cases/${caseId}/review`, { meetingId, seats }, { token: who.office }));
    must(await call("POST", `/cases/${caseId}/review/open`, {}, { token: who.office }));
    expect((await see(firm, caseId)).holder).toEqual({ kinds: ["office"], names: ["区发展和改革委员会"] });
    expect((await see(who.finance, caseId)).holder.names).toEqual(["区发展和改革委员会", "区财政局", "区经济和信息化局"]);
  });

  it("YQ-067 an institution sees neither to whom else a case went nor what they answered, also when it sat on the panel", async () => {
    const { caseId, firm } = await ready();
    must(await voted(who, caseId, meetingId, all("low")));
    const leads = await pushed(who, caseId, ["bankA", "bankB"]);
    const body = { reasonCode: "collateral", reason: "缺少抵押物" };
    must(await call("POST", `/cases/${caseId}/leads/${leads.bankB}/decline`, body, { token: who.bankB }));
    const [bank, own] = [await see(who.bankA, caseId), await see(firm, caseId)];
    const typed = (view: { timeline: { type: string; facts: Record<string, string> }[] }, type: string) =>
      view.timeline.filter((event) => event.type === type);
    expect(bank.holder.names).toEqual(["海坨银行延庆支行"]);
    expect(typed(bank, "lead_declined")).toEqual([]);
    expect(typed(bank, "pushed").map((event) => event.facts)).toEqual([{ pushNo: "1" }]);
    expect(typed(own, "lead_declined")).toHaveLength(1);
    expect(typed(own, "pushed")[0]?.facts.institutions).toBe("海坨银行延庆支行、松山银行延庆支行");
  });
});

it("YQ-045 who approves a high tier sees how many places of the year are held; the firm does not", async () => {
  const [first, second] = [await ready("5000000.00"), await ready("5000000.00")];
  for (const { caseId } of [first, second]) must(await voted(who, caseId, meetingId, all("high")));
  const year = new Date(Date.now() + 8 * 3600_000).getUTCFullYear();
  const quota = { year, used: 0, max: 2, held: false, article: "二（四）" };
  expect((await see(who.government, second.caseId)).quota).toEqual(quota);
  must(await call("POST", `/cases/${first.caseId}/approve`, { documentNo: "延政办〔2026〕1号" }, { token: who.government }));
  expect((await see(who.government, second.caseId)).quota).toEqual({ ...quota, used: 1 });
  expect((await see(who.government, first.caseId)).quota).toBeUndefined();
  expect((await see(second.firm, second.caseId)).quota).toBeUndefined();
});

it("YQ-067 the inbox counts all leads of the institution, whatever the filter shows", async () => {
  const { body } = await call("GET", "/leads?status=funded", undefined, { token: who.bankB });
  expect([body.leads, body.counts]).toEqual([[], { declined: 1 }]);
});
