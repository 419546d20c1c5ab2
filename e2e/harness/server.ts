/** The real worker, as `npm start` serves it, on a free port over an empty folder: the demo setting on, the demo people seeded and nothing else. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { localSecrets } from "../../worker/local/secrets.mjs";
import { applyMigrations, fireCron, serve } from "../../worker/local/serve.mjs";

export interface DemoPerson {
  readonly phone: string;
  readonly name: string;
  readonly title: string;
  readonly orgKind: string;
  readonly orgName: string;
}

export interface Server {
  /** Serves both the pages and `/api`. */
  readonly origin: string;
  readonly people: readonly DemoPerson[];
  /** The file that takes the worker's own log lines. */
  readonly logFile: string;
  /** What Cloudflare's cron would do every five minutes. */
  fireCron(): Promise<boolean>;
  /** The same worker over the same data so many days from now. */
  daysAhead(days: number): Promise<void>;
  /** Ends every process that was started and removes the folder. */
  stop(): Promise<void>;
}

const DAY = 86_400_000;

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

async function answered(what: string, reply: Response): Promise<unknown> {
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${what} answered ${reply.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** `settings` are added to the demo's own, e.g. `{ DEMO: "" }` to try the worker without it; `seed: false` leaves the database empty; `scheme` builds that district. */
export async function startServer(options: { settings?: Record<string, string>; seed?: boolean; scheme?: string } = {}): Promise<Server> {
  const state = mkdtempSync(path.join(tmpdir(), "gongdan-story-"));
  const port = await freePort();
  await applyMigrations(state);
  const secrets = localSecrets(path.join(state, "secrets.json"));
  const settings = { DEMO: "on", PUBLIC_URL: `http://localhost:${port}`, ...secrets, ...options.settings };
  let worker = await serve({ port, state, settings });
  const daysAhead = async (days: number) => {
    await worker.stop();
    worker = await serve({ port, state, settings, ahead: days * DAY });
  };
  const stop = async () => {
    await worker.stop();
    rmSync(state, { recursive: true, force: true });
  };
  try {
    const people = options.seed === false ? [] : await seed(worker.origin, options.scheme);
    return { origin: worker.origin, people, logFile: worker.logFile, fireCron: () => fireCron(port), daysAhead, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function seed(origin: string, scheme?: string): Promise<DemoPerson[]> {
  const named: Record<string, string> = scheme ? { "x-scheme": scheme } : {};
  const headers = { "content-type": "application/json", "idempotency-key": "story-seed", ...named };
  await answered("seeding", await fetch(`${origin}/api/demo/seed`, { method: "POST", headers, body: "{}" }));
  const { people } = (await answered("the demo people", await fetch(`${origin}/api/demo/people`, { headers: named }))) as { people: DemoPerson[] };
  return people;
}
