/** `npm run bench`: what our checks, traces and history cost beside the same work done bare. Prints ratios; speed never fails it. */
import { availableParallelism, loadavg } from "node:os";
import { pathToFileURL } from "node:url";
import { bundle } from "../.ci/run-ts.mjs";
import { measureBalances } from "./balances.mjs";
import { row } from "./measure.mjs";
import { measurePayments } from "./payments.mjs";
import { measureRequests } from "./requests.mjs";

const began = Date.now();
const busy = loadavg()[0] ?? 0;
/** @type {typeof import("./eligibility")} */
const { measureEligibility } = await import(pathToFileURL(await bundle("bench/eligibility.ts")).href);
/** @type {typeof import("./group")} */
const { measureGroup } = await import(pathToFileURL(await bundle("bench/group.ts")).href);
/** @type {typeof import("./replay")} */
const { measureReplay } = await import(pathToFileURL(await bundle("bench/replay.ts")).href);

/** @type {import("./measure.mjs").Compared[]} */
const results = [
  ...(await measureRequests()),
  await measurePayments(),
  await measureBalances(),
  await measureEligibility(),
  await measureGroup(),
  measureReplay(),
];

console.log(`\n${row(["", "ours (median)", "beside (median)", "ratio (median)", "spread", "aim", ""])}`);
for (const one of results) {
  const met = one.aim.most === undefined ? one.ratio.median >= (one.aim.least ?? 0) : one.ratio.median <= one.aim.most;
  const aim = one.aim.most === undefined ? `≥ ${one.aim.least} × as fast` : `≤ ${one.aim.most} × its time`;
  const spread = `${one.ratio.least.toFixed(2)} – ${one.ratio.most.toFixed(2)}`;
  const times = [one.ours, one.beside].map((micros) => (micros >= 1000 ? `${(micros / 1000).toFixed(2)} ms` : `${micros.toFixed(1)} µs`));
  console.log(row([one.name, ...times, `${one.ratio.median.toFixed(2)} ×`, spread, aim, met ? "aim met" : "missed"]));
}
for (const one of results) console.log(`\n${one.name}: ${one.how}`);
console.log(
  `\n${((Date.now() - began) / 1000).toFixed(0)} s on Node ${process.versions.node}, ${availableParallelism()} cores, load ${busy.toFixed(1)} before it began${busy > 1 ? ": too busy for the ratios to be trusted" : ""}`,
);
