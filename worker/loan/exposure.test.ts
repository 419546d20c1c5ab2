/** The worst case beside what the fund has: told before a vote and before a push to whoever sits there, never a bar. */
import { beforeAll, describe, expect, it } from "vitest";
import { ago, moved } from "../fund/testing-books";
import { applied, type Cast, cast, idOf, meeting, must, newFirm, screened, seatsOf } from "../story";
import { call, env, phoneOf, tokenOf } from "../testing";
import { lent } from "./loan-story";

let who: Cast;
let lentCase: string;
let caseId: string;
beforeAll(async () => {
  who = await cast();
  ({ caseId: lentCase } = await lent(who, 951));
  caseId = await applied(await newFirm(952, "北京敞口有限公司"), 952, (await idOf(who.department)).orgId, "4000000.00");
  await screened(who, caseId);
  await moved("open-cash", "deposit", lentCase, "", 200_000_000, ago(0));
  await moved("open-quota", "quota_grant", lentCase, "", 150_000_000, ago(0));
}, 60_000);

const asks = (token: string, id = caseId) => call("GET", `/cases/${id}/exposure`, undefined, { token });

describe("YQ-006 YQ-A40 before a vote", () => {
  it("each choice is told with what it adds to what is committed, against cash and quota together", async () => {
    expect(must(await asks(who.office)).body).toEqual({
      available: "3500000.00",
      committed: "1500000.00",
      cases: [
        { choice: "high", says: expect.any(String), ratio: "1.00", adds: "4000000.00", worst: "5500000.00", over: "2000000.00" },
        { choice: "medium", says: expect.any(String), ratio: "0.50", adds: "2000000.00", worst: "3500000.00", over: "0.00" },
        { choice: "low", says: expect.any(String), ratio: "0.20", adds: "800000.00", worst: "2300000.00", over: "0.00" },
      ],
      paused: false,
      article: "一（一）",
    });
  });
  it("to whoever is to sit on the panel, an institution too; to nobody else", async () => {
    const guarantor = await tokenOf(phoneOf(9));
    expect((await asks(guarantor)).status).toBe(404);
    const seats = await seatsOf(who, ["office", "finance", "department", "bankA", "guarantor"]);
    must(await call("POST", `/cases/${caseId}/review`, { meetingId: await meeting(who), seats }, { token: who.office }));
    for (const token of [who.finance, who.department, who.bankA, guarantor]) expect((await asks(token)).body.cases).toHaveLength(3);
    expect((await asks(who.bankB)).status).toBe(404);
    expect((await asks(who.firm)).status).toBe(403);
  });
});

describe("YQ-006 before a push", () => {
  it("the choice that was made is told alone; over is told and stops nothing", async () => {
    must(await call("POST", `/cases/${caseId}/review/open`, {}, { token: who.office }));
    for (const name of ["office", "finance", "department", "bankA", "guarantor"] as const)
      must(await call("POST", `/cases/${caseId}/review/ballot`, { choice: "medium", reason: "依据经营状况" }, { token: who[name] }));
    must(await call("POST", `/cases/${caseId}/review/close`, { recoveryOwner: (await idOf(who.office)).orgId }, { token: who.office }));
    await moved("less", "interest", lentCase, "", 1, ago(0));
    const { body } = must(await asks(who.office));
    expect(body.cases).toMatchObject([{ choice: "medium", adds: "2000000.00", worst: "3500000.00", over: "0.00" }]);
    expect(body.available).toBe("3500000.01");
    const institutions = [(await idOf(who.bankA)).orgId];
    must(await call("POST", `/cases/${caseId}/push`, { institutions, preferenceReason: "按企业意向" }, { token: who.office }));
  });
  it("a loan that stands is among what is committed and adds nothing", async () => {
    expect(must(await asks(who.office, lentCase)).body).toMatchObject({ committed: "1500000.00", cases: [] });
  });
  it("says when the fund is paused", async () => {
    await env.DB.prepare("INSERT INTO breaker_state (scheme_id, state, epoch, seq) VALUES ('yanqing', 'PAUSED', 1, 1)").run();
    expect(must(await asks(who.office)).body.paused).toBe(true);
  });
});
