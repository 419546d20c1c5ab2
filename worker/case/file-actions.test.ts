/** What a case's page offers on a funded loan is what the worker would take: every viewer, every verb, at every stage, against a database that takes no write. */
import { beforeAll, describe, expect, it } from "vitest";
import type { RouteName } from "../../shared/contract/paths";
import { PATHS } from "../../shared/contract/paths";
import { addMonths, type LocalDate, shanghaiDay } from "../../shared/local-date";
import type { OrgKind } from "../../shared/process/party";
import { schemeOf } from "../../shared/schemes/registry";
import { checked, filed, filing, type Lent, lent, opens, panelled, RATERS, reported, seen, votes, withdraws } from "../claim/claim-story";
import { observed } from "../observed";
import { PERMITS, permits } from "../permission";
import { coordinates, declares, ending, endsLegal, money, noResult, paid, recovers, sent, sues, suit } from "../recovery/recovery-story";
import { type Cast, cast, idOf, meeting, must, openedFund, seatsOf } from "../story";
import { call, env } from "../testing";

let who: Cast;
let viewers: readonly (readonly [OrgKind, string])[];
let meetingId: string;
const today = (): LocalDate => shanghaiDay(Date.now());

beforeAll(async () => {
  who = await cast();
  await openedFund(who);
  meetingId = await meeting(who);
  viewers = [
    ["office", who.office],
    ["finance", who.finance],
    ["government", who.government],
    ["department", who.department],
    ["bank", who.bankA],
    ["guarantor", who.guarantor],
  ];
}, 60_000);

/** Verbs on a funded case with what somebody in the right would send; those of insured loans are their own tests'. */
const bodies = async (one: Lent): Promise<Partial<Record<RouteName, unknown>>> => {
  const { file } = await seen(who.office, one.caseId);
  const receipt = file.recovery?.receipts[0];
  return {
    setSchedule: { instalments: [{ dueOn: addMonths(today(), 6), principal: "3000000.00", interest: "0" }] },
    recordRepayment: { repaymentNo: "新", on: today(), principal: "0", interest: "1.00" },
    undoRepayment: { repaymentNo: file.life.repayments[0]?.id ?? "无", reason: "录错" },
    extendLoan: { maturesOn: addMonths(today(), 18), reason: "展期" },
    gradeLoan: { grade: "loss", on: today() },
    fileClaim: filing({ principal: file.life.outstanding }),
    withdrawClaim: { reason: "撤回" },
    checkClaim: { summary: "齐全" },
    returnClaim: { reason: "退回", documentNo: "1号" },
    setClaimPanel: { meetingId, seats: await seatsOf(who, RATERS), successors: [] },
    openClaimBallot: {},
    castClaimBallot: { choice: "agreed", reason: "依据" },
    closeClaimBallot: { opinion: "意见" },
    reportClaim: { documentNo: "1号" },
    consentClaim: { documentNo: "1号" },
    coordinate: noResult(),
    forceLegal: { reason: "列入失信名单" },
    startLegal: suit(),
    recordRecovery: money("新", "1.00"),
    declareReturn: sent(receipt?.id ?? "无", receipt?.due ?? "1.00"),
    receiveReturn: { receiptNo: receipt?.id ?? "无" },
    endLegal: ending(),
    confirmLoss: { amount: file.recovery?.figures?.out ?? "1.00" },
    approveLoss: {},
    determineBreach: { type: "other", documentNo: "1号", detail: "逾期不报", orgId: (await idOf(who.bankA)).orgId },
    recordFollowUp: { on: today(), text: "走访", abnormal: false },
  };
};

/** Fails every batch that writes: what reaches it was taken by the rules. */
const shut = () => observed(env.DB, { instead: () => [env.DB.prepare("SELECT json('{')")] }).db;

type Asked = Readonly<Record<string, unknown>>;

/** Verbs that the worker takes of this viewer now, and those that the page offers. Who may never call a verb is the permits' own test. */
async function both(viewer: OrgKind, token: string, one: Lent, asked: Asked): Promise<{ taken: string[]; offered: string[] }> {
  const view = await call("GET", `/cases/${one.caseId}`, undefined, { token });
  const may = Object.keys(asked).filter((name) => permits(PERMITS[name as RouteName], viewer, schemeOf("yanqing")));
  const answers = await Promise.all(
    may.map((name) => {
      const path = PATHS[name as RouteName][1].replace(":caseId", one.caseId);
      return call("POST", path, asked[name], { token, settings: { DB: shut() } });
    }),
  );
  // a ballot that somebody has not cast yet stands in the way of closing, not of whose turn it is
  const taken = may.filter((_, at) => answers[at]?.status === 500 || answers[at]?.body.code === "ballots_missing");
  const offered = (view.body.actions ?? []).filter((name: string) => name in asked);
  return { taken: taken.sort(), offered: offered.sort() };
}

/** Taken from who insists, and not offered: what was told already, and a meeting or an order to go to law once a suit is on file. */
const needless = ({ legal, ended, confirmed }: Record<string, unknown>): readonly string[] => [
  ...(legal ? ["coordinate", "forceLegal"] : []),
  ...(ended ? ["endLegal"] : []),
  ...(confirmed ? ["confirmLoss"] : []),
];

async function agree(one: Lent): Promise<void> {
  const again = needless((await seen(who.office, one.caseId)).file.recovery ?? {});
  const asked = await bodies(one);
  for (const [viewer, token] of [...viewers, ["enterprise", one.firm] as const]) {
    const { taken, offered } = await both(viewer, token, one, asked);
    expect({ viewer, verbs: offered }).toEqual({ viewer, verbs: taken.filter((name) => !again.includes(name)) });
  }
}

describe("YQ-070 YQ-079 what is offered is what is taken", { timeout: 60_000 }, () => {
  it("of a claim on its way from the loan to the payable", async () => {
    const one = await lent(who, 871);
    must(
      await call(
        "POST",
        `/cases/${one.caseId}/loan/repayments`,
        { repaymentNo: "一", on: today(), principal: "1.00", interest: "0" },
        { token: who.bankA },
      ),
    );
    await filed(who.bankA, one.caseId, { principal: "2999999.00" });
    must(await withdraws(who.bankA, one.caseId, { reason: "再看" }));
    await agree(one);
    await filed(who.bankA, one.caseId, { principal: "2999999.00" });
    await agree(one);
    await checked(who, one.caseId);
    await agree(one);
    await panelled(who, one.caseId);
    await agree(one);
    must(await opens(who.office, one.caseId));
    must(await votes(who.finance, one.caseId, { choice: "agreed", reason: "依据" }));
    await agree(one);
    for (const unit of ["office", "department"] as const) must(await votes(who[unit], one.caseId, { choice: "agreed", reason: "依据" }));
    must(await call("POST", `/cases/${one.caseId}/claim/ballot/close`, { opinion: "同意" }, { token: who.office }));
    await agree(one);
    await reported(who, one.caseId);
    await agree(one);
    must(await call("POST", `/cases/${one.caseId}/claim/consent`, { documentNo: "1号" }, { token: who.government }));
    await agree(one);
  });
  it("of a recovery from the payment to the last approval", async () => {
    const one = await paid(who, 872);
    await agree(one);
    must(await coordinates(who.office, one.caseId, noResult()));
    await agree(one);
    must(await sues(who.bankA, one.caseId, suit()));
    must(await recovers(who.bankA, one.caseId, money("回-1", "600000.00")));
    await agree(one);
    must(await declares(who.bankA, one.caseId, sent("回-1", "300000.00")));
    await agree(one);
    must(await call("POST", `/cases/${one.caseId}/recovery/returns/receive`, { receiptNo: "回-1" }, { token: who.office }));
    must(await endsLegal(who.bankA, one.caseId, ending()));
    await agree(one);
    must(await call("POST", `/cases/${one.caseId}/recovery/loss`, { amount: "900000.00" }, { token: who.bankA }));
    await agree(one);
    must(await call("POST", `/cases/${one.caseId}/recovery/loss/approve`, {}, { token: who.office }));
    await agree(one);
  });
  it("of a guaranteed loan: the lender tells of the loan, the guarantor claims", async () => {
    const one = await lent(who, 873, { guarantor: true });
    await filed(who.guarantor, one.caseId);
    must(await withdraws(who.guarantor, one.caseId, { reason: "再看" }));
    await agree(one);
    const offered = async (token: string) => (await seen(token, one.caseId)).actions;
    expect(await offered(who.guarantor)).toContain("fileClaim");
    expect(await offered(who.bankA)).not.toContain("fileClaim");
    expect(await offered(who.bankA)).toContain("recordRepayment");
  });
});
