/** A batch is whole under every document: of the commands that the four later ones brought, and of the money by each one's own turn, whichever statement fails, nothing stays. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { api } from "../shared/contract/api";
import type { Route } from "../shared/contract/contract";
import type { RouteName } from "../shared/contract/paths";
import { ORG_KINDS } from "../shared/process/party";
import { schemeOf } from "../shared/schemes/registry";
import { breakEach } from "./breaking";
import { type Act, WALKS } from "./districts-walk";
import { routeOf } from "./money-walk";
import { PERMITS, permits } from "./permission";
import { env } from "./testing";

/** How many statements each command wrote at most, by document. */
const walked = new Map<string, Map<RouteName, number>>();

const breaking =
  (of: Map<RouteName, number>): Act =>
  async (path, body, { token, scheme }) => {
    const { length, answer } = await breakEach("POST", path, body, token, scheme);
    const route = routeOf("POST", path);
    if (!route) throw new Error(`${path} is no route`);
    of.set(route, Math.max(of.get(route) ?? 0, length));
    return answer.body;
  };

beforeAll(() => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
});

describe("whichever statement fails, nothing stays", () => {
  it.each(Object.entries(WALKS))("of any command of %s", { timeout: 240_000 }, async (name, walk) => {
    const of = new Map<RouteName, number>();
    walked.set(name, of);
    await walk(breaking(of));
    // each writes at least its effect and its answer
    expect([...of].filter(([, length]) => length < 2)).toEqual([]);
    expect(of.get("confirmPaid")).toBeGreaterThanOrEqual(8);
  });

  it("of every command that 延庆 does not know", () => {
    const asked = (Object.values(api) as Route[]).filter(({ method }) => method !== "GET").map(({ name }) => name);
    const knows = (name: RouteName, scheme: string) => ORG_KINDS.some((kind) => permits(PERMITS[name], kind, schemeOf(scheme)));
    const later = asked.filter((name) => !knows(name, "yanqing") && Object.keys(WALKS).some((scheme) => knows(name, scheme)));
    // a try writes nothing
    const missing = later.filter((name) => name !== "tryRegistration" && ![...walked.values()].some((of) => of.has(name)));
    expect(later.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });
});
