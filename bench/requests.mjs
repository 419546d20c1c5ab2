/** A case page and a submit through the production bundle, beside a bare Hono route that runs the very same statements. */
import { rmSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../.ci/run-ts.mjs";
import { builds, copyData, newData, serveBundle } from "./house.mjs";
import { inTurns } from "./measure.mjs";

const READ = { rounds: 9, times: 80, warmUp: 300 };
const SUBMIT = { rounds: 9, times: 14, warmUp: 30 };
const DRAFTS = SUBMIT.warmUp + SUBMIT.rounds * SUBMIT.times;

/** @typedef {import("./journey").Draft} Draft */

/** @param {string} origin @param {string} route @param {Record<string, string>} headers @param {string} [body] */
async function ask(origin, route, headers, body) {
  const method = body === undefined ? "GET" : "POST";
  const reply = await fetch(`${origin}${route}`, { method, headers, body: body ?? null });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${route} answered ${reply.status}: ${text.slice(0, 300)}`);
  return text;
}

const bearer = (/** @type {string} */ token) => ({ authorization: `Bearer ${token}` });

/** @param {string} origin @param {Draft} draft */
const submit = (origin, { caseId, token, revision }) =>
  ask(
    origin,
    `/api/applications/${caseId}/submit`,
    { ...bearer(token), "content-type": "application/json", "idempotency-key": `submit-${caseId}` },
    JSON.stringify({ revision }),
  );

/** One turn a draft: each can be handed in only once. @param {string} origin @param {readonly Draft[]} drafts */
function submitter(origin, drafts) {
  let next = 0;
  return () => {
    const draft = drafts[next++];
    if (!draft) throw new Error("the bench has run out of drafts");
    return submit(origin, draft);
  };
}

/** How many statements in how many batches, for the table's footnote. @param {import("./bare.mjs").Recording} recording */
const shape = ({ batches }) =>
  `${batches.length} D1 call${batches.length === 1 ? "" : "s"} of ${batches.map((batch) => batch.length).join(" and ")} statements`;

/** @returns {Promise<import("./measure.mjs").Compared[]>} */
export async function measureRequests() {
  console.log("building the production bundle");
  /** @type {typeof import("./journey")} */
  const journey = await import(pathToFileURL(await bundle("bench/journey.ts")).href);
  const modules = await builds();
  const data = await newData();
  /** @type {{ stop(): Promise<void> }[]} */
  const serving = [];
  const serve = async (/** @type {Record<string, string>} */ what, /** @type {string} */ over) => {
    const server = await serveBundle(what, path.join(data, over));
    serving.push(server);
    return server;
  };
  try {
    console.log(`preparing a funded case and ${DRAFTS} drafts through the API`);
    const first = await serve(modules.ours, "first");
    const people = await journey.seeded(first.origin);
    const funded = await journey.fundedCase(first.origin, people);
    const drafts = await journey.readyDrafts(first.origin, people, DRAFTS);
    await first.stop();
    for (const copy of ["recorded", "ours", "bare"]) copyData(data, "first", copy);

    console.log("recording their statements");
    const page = `/api/cases/${funded.caseId}`;
    const recorder = await serve(modules.recorded, "recorded");
    const shown = JSON.parse(await ask(recorder.origin, page, bearer(people.office)));
    for (const draft of drafts) await submit(recorder.origin, draft);
    const recordings = await ask(recorder.origin, "/recordings", {});
    await recorder.stop();
    /** @type {[string, import("./bare.mjs").Recording][]} */
    const all = JSON.parse(recordings);

    console.log("measuring");
    const ours = await serve(modules.ours, "ours");
    const bare = await serve(modules.bare, "bare");
    await ask(bare.origin, "/recordings", {}, recordings);
    const read = await inTurns(
      READ,
      () => ask(ours.origin, page, bearer(people.office)),
      () => ask(bare.origin, page, bearer(people.office)),
    );
    const write = await inTurns(SUBMIT, submitter(ours.origin, drafts), submitter(bare.origin, drafts));
    const [first1, last] = [all[0]?.[1], all.at(-1)?.[1]];
    if (!first1 || !last) throw new Error("nothing was recorded");
    const events = shown.timeline.length;
    return [
      {
        name: "case page",
        aim: { most: 1.3 },
        ...read,
        how: `GET of a funded case with ${events} events and ${shown.statements.length} files, ${shape(first1)}; ${rounds(READ)}`,
      },
      { name: "submit", aim: { most: 1.6 }, ...write, how: `POST of a ready draft, ${shape(last)}; ${rounds(SUBMIT)}` },
    ];
  } finally {
    await Promise.all(serving.map((server) => server.stop().catch(() => undefined)));
    rmSync(data, { recursive: true, force: true });
  }
}

const rounds = (/** @type {typeof READ} */ plan) =>
  `${plan.rounds} rounds of ${plan.times} requests each way, one at a time, after ${plan.warmUp} to warm up; beside it a bare Hono route with the same statements in the same batches and the same answer`;
