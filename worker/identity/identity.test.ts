import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { load, rows } from "../database";
import { call, env, phoneOf, tokenOf } from "../testing";

beforeAll(async () => {
  expect((await call("POST", "/demo/seed")).body).toEqual({ seeded: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const codeFor = async (phone: string) => (await call("POST", "/identity/codes", { phone })).body.demoCode as string;
const login = (phone: string, code: string) => call("POST", "/identity/sessions", { phone, code });
const later = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ["Date"] });

describe("codes", () => {
  it("lets a staff member in and says for whom they act", async () => {
    const token = await tokenOf(phoneOf(4));
    const { body } = await call("GET", "/identity/me", undefined, { token });
    expect(body.acting).toMatchObject({ orgKind: "office", schemeId: "yanqing" });
    expect(body.person.name).toBe("赵允");
  });
  it("refuses a wrong code, and the right one after five wrong ones", async () => {
    const code = await codeFor(phoneOf(2));
    const wrong = code === "000000" ? "000001" : "000000";
    for (let tried = 0; tried < 5; tried++) expect((await login(phoneOf(2), wrong)).body.code).toBe("code_wrong");
    expect((await login(phoneOf(2), code)).body.code).toBe("code_expired");
  });
  it("refuses a code used before, also when two use it at once", async () => {
    const code = await codeFor(phoneOf(3));
    const both = await Promise.all([login(phoneOf(3), code), login(phoneOf(3), code)]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 401]);
    expect((await login(phoneOf(3), code)).body.code).toBe("code_wrong");
  });
  it("refuses an older code once a newer one is out", async () => {
    const old = await codeFor(phoneOf(3));
    const fresh = await codeFor(phoneOf(3));
    if (old !== fresh) expect((await login(phoneOf(3), old)).status).toBe(401);
    expect((await login(phoneOf(3), fresh)).status).toBe(200);
  });
  it("refuses a code after five minutes", async () => {
    const code = await codeFor(phoneOf(5));
    later(301_000);
    expect((await login(phoneOf(5), code)).status).toBe(401);
  });
  it("outside the demo sends the code, tells it to nobody else, and only once a minute", async () => {
    const sent = vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("{}"));
    const printed = vi.spyOn(console, "log");
    const settings = { DEMO: "off", SMS_URL: "https://sms.invalid/send", SMS_TOKEN: "t" };
    const first = await call("POST", "/identity/codes", { phone: "13911112222" }, { settings });
    expect(first.body).toEqual({ sent: true, validSeconds: 300 });
    const code = (JSON.parse(sent.mock.calls[0]?.[1]?.body as string) as { code: string }).code;
    expect(code).toMatch(/^\d{6}$/);
    expect(printed.mock.calls.flat().join("\n")).not.toMatch(new RegExp(`${code}|13911112222`));
    const second = await call("POST", "/identity/codes", { phone: "13911112222" }, { settings });
    expect([second.status, second.body.code]).toEqual([429, "rate_limited"]);
    expect(sent).toHaveBeenCalledTimes(1);
  });
  it("tells when the gateway fails", async () => {
    vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("no", { status: 500 }));
    const settings = { DEMO: "off", SMS_URL: "https://sms.invalid/send" };
    expect((await call("POST", "/identity/codes", { phone: "13911113333" }, { settings })).body.code).toBe("upstream_failed");
  });
  it("reads full-width digits and refuses what is no mobile number", async () => {
    expect((await call("POST", "/identity/codes", { phone: "１３８００００００１４" })).status).toBe(200);
    expect((await call("POST", "/identity/codes", { phone: "12345" })).body.refusals[0]).toMatchObject({ code: "phone_invalid", field: "phone" });
  });
});

describe("sessions", () => {
  it("keeps tokens only as hashes, of 256 bits", async () => {
    const token = await tokenOf(phoneOf(6));
    expect(token).toMatch(/^[\w-]{43}$/);
    const { kept } = await load(env.DB, { kept: rows<{ token: string }>(env.DB, sql`SELECT token FROM session`) });
    expect(kept.every((row) => /^[0-9a-f]{64}$/.test(row.token))).toBe(true);
    expect((await call("GET", "/identity/me", undefined, { token: kept[0]?.token as string })).status).toBe(401);
  });
  it("are listed and revoked", async () => {
    const [here, there] = [await tokenOf(phoneOf(7)), await tokenOf(phoneOf(7))];
    const { body } = await call("GET", "/identity/sessions", undefined, { token: here });
    const other = body.sessions.find((one: { current: boolean }) => !one.current);
    expect(body.sessions).toHaveLength(2);
    expect((await call("POST", `/identity/sessions/${other.sessionId}/revoke`, {}, { token: here })).status).toBe(200);
    expect((await call("GET", "/identity/me", undefined, { token: there })).status).toBe(401);
    expect((await call("GET", "/identity/me", undefined, { token: here })).status).toBe(200);
  });
  it("of another person cannot be revoked and look as if there were none", async () => {
    const mine = await tokenOf(phoneOf(8));
    const theirs = await tokenOf(phoneOf(9));
    const { body } = await call("GET", "/identity/sessions", undefined, { token: theirs });
    const refused = await call("POST", `/identity/sessions/${body.sessions[0].sessionId}/revoke`, {}, { token: mine });
    const none = await call("POST", "/identity/sessions/none/revoke", {}, { token: mine });
    expect([refused.status, refused.body.code]).toEqual([none.status, none.body.code]);
  });
  it("end at logout", async () => {
    const token = await tokenOf(phoneOf(8));
    expect((await call("POST", "/identity/logout", {}, { token })).status).toBe(200);
    expect((await call("GET", "/identity/me", undefined, { token })).status).toBe(401);
  });
  it("of staff end after 30 idle minutes, or 12 hours in use; of enterprises after 30 days", async () => {
    const [staff, owner] = [await tokenOf(phoneOf(10)), await tokenOf(phoneOf(1))];
    const start = Date.now();
    later(29 * 60_000);
    expect((await call("GET", "/identity/me", undefined, { token: staff })).status).toBe(200);
    vi.setSystemTime(start + 60 * 60_000);
    expect((await call("GET", "/identity/me", undefined, { token: staff })).status).toBe(401);
    vi.setSystemTime(start);
    const busy = await tokenOf(phoneOf(11));
    for (let at = 0; at < 12 * 60; at += 25) {
      vi.setSystemTime(start + at * 60_000);
      expect((await call("GET", "/identity/me", undefined, { token: busy })).status).toBe(200);
    }
    vi.setSystemTime(start + 12 * 3_600_000 + 1000);
    expect((await call("GET", "/identity/me", undefined, { token: busy })).status).toBe(401);
    vi.setSystemTime(start + 29 * 86_400_000);
    expect((await call("GET", "/identity/me", undefined, { token: owner })).status).toBe(200);
    vi.setSystemTime(start + 31 * 86_400_000);
    expect((await call("GET", "/identity/me", undefined, { token: owner })).status).toBe(401);
  });
});

describe("people", () => {
  it("an unknown phone may register an enterprise and nothing else", async () => {
    const token = await tokenOf("13700000001");
    expect((await call("GET", "/organisations", undefined, { token })).status).toBe(403);
    const bad = await call("POST", "/identity/enterprises", { creditCode: "91350100M000100Y4I", name: "甲公司" }, { token });
    expect(bad.body.refusals[0]).toMatchObject({ code: "credit_code_invalid", field: "creditCode" });
    const firm = { creditCode: "91350100M000100Y43", name: "甲公司", ownerName: "甲" };
    const done = await call("POST", "/identity/enterprises", firm, { token });
    expect([done.status, done.body.orgKind]).toEqual([201, "enterprise"]);
    expect((await call("GET", "/identity/me", undefined, { token })).body.person.name).toBe("甲");
    const again = await call(
      "POST",
      "/identity/enterprises",
      { creditCode: "91350100 m000100y43", name: "乙公司" },
      { token: await tokenOf("13700000002") },
    );
    expect([again.status, again.body.code]).toEqual([409, "already_exists"]);
  });
  it("staff are registered by the office, and out at once when disabled", async () => {
    const office = await tokenOf(phoneOf(4));
    const { body } = await call("GET", "/organisations?kind=bank", undefined, { token: office });
    const person = { phone: "13600000001", name: "新人", orgId: body.organisations[0].orgId, title: "经理" };
    const made = await call("POST", "/identity/staff", person, { token: office });
    expect(made.status).toBe(201);
    expect((await call("POST", "/identity/staff", person, { token: office })).body.code).toBe("phone_taken");
    const token = await tokenOf("13600000001");
    expect((await call("GET", "/identity/me", undefined, { token })).body.acting.orgKind).toBe("bank");
    expect((await call("POST", `/identity/staff/${made.body.membershipId}/disable`, {}, { token: office })).status).toBe(200);
    expect((await call("GET", "/identity/me", undefined, { token })).status).toBe(401);
    expect((await login("13600000001", await codeFor("13600000001"))).body.code).toBe("person_disabled");
    expect((await call("POST", "/identity/staff", person, { token: office })).status).toBe(201);
    expect((await login("13600000001", await codeFor("13600000001"))).status).toBe(200);
  });
  it("only the office registers staff; another's membership cannot be put on", async () => {
    const bank = await tokenOf(phoneOf(7));
    expect((await call("GET", "/identity/staff", undefined, { token: bank })).body.code).toBe("role_forbidden");
    const office = await tokenOf(phoneOf(4));
    const { body } = await call("GET", "/identity/staff", undefined, { token: office });
    const theirs = body.staff.find((one: { orgKind: string }) => one.orgKind === "office").membershipId;
    expect((await call("GET", "/identity/staff", undefined, { token: bank, actingAs: theirs })).status).toBe(403);
  });
});

describe("WeChat", () => {
  const settings = { WECHAT_BASE_URL: "https://wechat.invalid", WECHAT_APP_ID: "app", WECHAT_SECRET: "s" };
  const wechat = (phone: unknown) =>
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
      const { pathname, searchParams } = new URL(String(input));
      if (pathname === "/sns/jscode2session")
        return Response.json(searchParams.get("js_code") === "good" ? { openid: "o", session_key: "k" } : { errcode: 40029 });
      if (pathname === "/cgi-bin/stable_token") return Response.json({ access_token: "t", expires_in: 7200 });
      return Response.json(phone);
    });
  it("logs the holder of the phone in", async () => {
    wechat({ errcode: 0, phone_info: { purePhoneNumber: phoneOf(12), countryCode: "86" } });
    const { status, body } = await call("POST", "/identity/wechat-sessions", { loginCode: "good", phoneCode: "p" }, { settings });
    expect([status, body.memberships[0].orgKind]).toEqual([200, "account_bank"]);
  });
  it("knows an account again by its login code alone, and nobody by one that was never bound", async () => {
    wechat({ errcode: 0, phone_info: { purePhoneNumber: phoneOf(12), countryCode: "86" } });
    await call("POST", "/identity/wechat-sessions", { loginCode: "good", phoneCode: "p" }, { settings });
    const again = await call("POST", "/identity/wechat-sessions", { loginCode: "good" }, { settings });
    expect([again.status, again.body.person.phone]).toEqual([200, phoneOf(12)]);
    vi.spyOn(globalThis, "fetch").mockImplementation(async () => Response.json({ openid: "a stranger", session_key: "k" }));
    expect((await call("POST", "/identity/wechat-sessions", { loginCode: "good" }, { settings })).body.code).toBe("not_registered");
  });
  it("makes a person of an unknown phone, refuses a used code, and says when WeChat fails", async () => {
    const answers = wechat({ errcode: 0, phone_info: { purePhoneNumber: "13500000009", countryCode: "86" } });
    const made = await call("POST", "/identity/wechat-sessions", { loginCode: "good", phoneCode: "p" }, { settings });
    expect([made.status, made.body.memberships]).toEqual([200, []]);
    expect((await call("POST", "/identity/wechat-sessions", { loginCode: "bad", phoneCode: "p" }, { settings })).body.code).toBe("code_wrong");
    answers.mockImplementation(async () => new Response("<html>", { status: 502 }));
    expect((await call("POST", "/identity/wechat-sessions", { loginCode: "good", phoneCode: "p" }, { settings })).body.code).toBe("upstream_failed");
  });
});
