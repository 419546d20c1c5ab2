/** Districts in one database do not touch each other: all that anybody of one is told, by every route, is the same to the letter before and after the others have lived their whole lives beside it. */
import { beforeAll, describe, expect, it, vi } from "vitest";
import { KEZHOU } from "../application/district-story";
import { type Act, WALKS } from "../districts-walk";
import { type Send, walkTheMoney, walkTheOpening } from "../money-walk";
import { World } from "../secrecy-world";
import { cast, must, openedFund } from "../story";
import { call, env } from "../testing";

const kezhou = new World({ place: KEZHOU, bankA: 11, bankB: 12, guarantor: 13, office: 4, recommenderKind: "township" });
const YANQING = { scheme: "yanqing", stem: "138000000", registeredDistrict: "", recommender: 2, papers: [] };
const yanqing = new World({ place: YANQING, bankA: 7, bankB: 8, guarantor: 9, office: 4, recommenderKind: "department" });

/** One person of each kind of organisation. */
const people = (world: World) =>
  world
    .people()
    .filter(([, kind], at, all) => all.findIndex((one) => one[1] === kind) === at)
    .map(([, kind, place]) => [kind, place] as const);

type Told = ReadonlyMap<number, ReadonlyMap<string, string>>;
/** Sessions come and go with whoever signs in. */
const LASTS = (path: string) => !/^\/identity\/sessions/.test(path);

async function told(world: World, paths: readonly string[]): Promise<Told> {
  const found = new Map<number, ReadonlyMap<string, string>>();
  for (const [, place] of people(world)) found.set(place, await world.answers(place, paths));
  return found;
}

const plainly: Act = async (path, body, as) => must(await call("POST", path, body, as)).body;
const before: { paths: string[]; told: Told }[] = [];

beforeAll(async () => {
  vi.spyOn(env.OUTBOX, "sendBatch").mockImplementation(async () => ({}) as never);
  await WALKS.kezhou(plainly);
  const paths = (await kezhou.paths()).filter(LASTS);
  before.push({ paths, told: await told(kezhou, paths) });

  const who = await cast();
  const send: Send = async (path, body, token) => must(await call("POST", path, body, { token })).body;
  await walkTheOpening(who, send);
  must(await call("PUT", "/webhook", { url: "http://receiver.invalid/push" }, { token: who.bankA }));
  await openedFund(who);
  await walkTheMoney(who, send);
  const ours = (await yanqing.paths()).filter(LASTS);
  before.push({ paths: ours, told: await told(yanqing, ours) });

  for (const walk of [WALKS.xinxiang, WALKS.dongguan, WALKS.baotou]) await walk(plainly);
}, 240_000);

describe.each([
  ["克州", kezhou, 0],
  ["延庆", yanqing, 1],
] as const)("%s", (_, world, at) => {
  it.each(people(world))("%s is told the same as before the others came", async (_kind, place) => {
    const { paths, told: first } = before[at] ?? { paths: [], told: new Map() };
    const now = await world.answers(place, paths);
    const changed = paths.filter((path) => now.get(path) !== first.get(place)?.get(path));
    expect(changed).toEqual([]);
    expect([...now.values()].filter((text) => text.length > 2).length).toBeGreaterThan(10);
  });
});
