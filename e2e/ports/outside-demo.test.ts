/** The worker as a district would run it, the demo setting off: codes go to a gateway, WeChat answers over HTTP, the demo is not there. */
import { createServer, type Server as HttpServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Server, startServer } from "../harness/server";

interface Heard {
  readonly path: string;
  readonly token: string;
  readonly body: { phone?: string; code?: string };
}

const heard: Heard[] = [];
let gateway: HttpServer;
let worker: Server;

const read = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
};

/** Plays the SMS gateway and WeChat's servers: one account, one phone. */
async function startGateway(): Promise<string> {
  gateway = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://gateway");
    const body = await read(request);
    heard.push({ path: url.pathname, token: String(request.headers.authorization ?? ""), body: body ? JSON.parse(body) : {} });
    const answers: Record<string, unknown> = {
      "/sms": {},
      "/sns/jscode2session": url.searchParams.get("js_code") === "used" ? { errcode: 40163 } : { openid: "an account", session_key: "k" },
      "/cgi-bin/stable_token": { access_token: "t", expires_in: 7200 },
      "/wxa/business/getuserphonenumber": { errcode: 0, phone_info: { purePhoneNumber: "13611112222", countryCode: "86" } },
    };
    response.writeHead(url.pathname in answers ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(answers[url.pathname] ?? {}));
  });
  await new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
}

const post = async (path: string, body: unknown, token = "") => {
  const headers = {
    "content-type": "application/json",
    "idempotency-key": crypto.randomUUID(),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  };
  const reply = await fetch(`${worker.origin}/api${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  // biome-ignore lint/suspicious/noExplicitAny: the test looks at replies freely
  return { status: reply.status, body: (await reply.json()) as any };
};

beforeAll(async () => {
  const base = await startGateway();
  const settings = {
    DEMO: "",
    SMS_URL: `${base}/sms`,
    SMS_TOKEN: "gateway-token",
    WECHAT_BASE_URL: base,
    WECHAT_APP_ID: "wx-test",
    WECHAT_SECRET: "s",
  };
  worker = await startServer({ seed: false, settings });
});
afterAll(async () => {
  await worker?.stop();
  gateway?.close();
});

it("sends the code to the gateway, never in the reply, and lets it in once", async () => {
  const asked = await post("/identity/codes", { phone: "13611110000" });
  expect(asked).toEqual({ status: 200, body: { sent: true, validSeconds: 300 } });
  const sms = heard.find((one) => one.path === "/sms");
  expect(sms).toMatchObject({ token: "Bearer gateway-token", body: { phone: "13611110000" } });
  const code = sms?.body.code ?? "";
  expect(code).toMatch(/^\d{6}$/);
  expect((await post("/identity/sessions", { phone: "13611110000", code })).status).toBe(200);
  expect((await post("/identity/sessions", { phone: "13611110000", code })).body.code).toBe("code_wrong");
  expect((await post("/identity/codes", { phone: "13611110000" })).body.code).toBe("rate_limited");
});

it("logs in by WeChat over HTTP: the phone the first time, the account alone after that", async () => {
  expect((await post("/identity/wechat-sessions", { loginCode: "a" })).body.code).toBe("not_registered");
  const first = await post("/identity/wechat-sessions", { loginCode: "b", phoneCode: "p" });
  expect([first.status, first.body.person.phone]).toEqual([200, "13611112222"]);
  const second = await post("/identity/wechat-sessions", { loginCode: "c" });
  expect([second.status, second.body.person.personId]).toEqual([200, first.body.person.personId]);
  expect((await post("/identity/wechat-sessions", { loginCode: "used" })).body.code).toBe("code_wrong");
});

it("knows no demo: its people and its seed answer like any unknown path", async () => {
  expect((await fetch(`${worker.origin}/api/demo/people`)).status).toBe(404);
  expect((await post("/demo/seed", {})).status).toBe(404);
  expect((await fetch(`${worker.origin}/api/nowhere`)).status).toBe(404);
});
