/** A bank's own endpoint: takes webhooks, verifies them with the standard's library, and can be healthy, failing, slow or dead. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";

/** `flaky` answers 500 once for each id and takes the next attempt; `slow` answers after the sender's patience; `dead` drops the connection. */
export type Mode = "ok" | "flaky" | "failing" | "slow" | "dead" | "gone";

export interface Delivery {
  readonly id: string;
  /** The parsed payload, only of a signature that verifies. */
  readonly payload: unknown;
  /** How often this id has come, this time included: at-least-once delivery repeats. */
  readonly times: number;
}

export interface Receiver {
  readonly url: string;
  mode: Mode;
  /** Told to the bank when it sets its endpoint; several are valid while one is being rotated. */
  secrets: string[];
  /** One entry an id, in the order of the first verified attempt that was answered with 2xx. */
  readonly accepted: readonly Delivery[];
  readonly attempts: number;
  /** Attempts that came again after the id had been accepted. */
  readonly duplicates: number;
  /** Attempts whose signature or time did not verify. */
  readonly refused: number;
  /** Resolves when `count` ids have been accepted; throws after `seconds`. */
  waitFor(count: number, seconds?: number): Promise<readonly Delivery[]>;
  stop(): Promise<void>;
}

const SLOW_MS = 15_000;

/** Starts on a free local port. Without a secret every delivery is refused. */
export async function startReceiver(mode: Mode = "ok"): Promise<Receiver> {
  const accepted = new Map<string, { id: string; payload: unknown; times: number }>();
  const seen = new Map<string, number>();
  const count = { attempts: 0, duplicates: 0, refused: 0 };
  const timers = new Set<NodeJS.Timeout>();

  const server = createServer(async (request, response) => {
    count.attempts += 1;
    const current = receiver.mode;
    if (current === "dead") return void request.socket.destroy();
    const body = await read(request);
    const payload = verified(body, request, receiver.secrets);
    const id = String(request.headers["webhook-id"] ?? "");
    if (payload === undefined) {
      count.refused += 1;
      return answer(response, 401);
    }
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    if (current === "gone") return answer(response, 410);
    if (current === "failing" || (current === "flaky" && times === 1)) return answer(response, 500);
    take(id, payload, times);
    if (current !== "slow") return answer(response, 204);
    const timer = setTimeout(() => answer(response, 204), SLOW_MS);
    timers.add(timer);
  });

  function take(id: string, payload: unknown, times: number) {
    const before = accepted.get(id);
    if (!before) return void accepted.set(id, { id, payload, times });
    before.times = times;
    count.duplicates += 1;
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;

  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    mode,
    secrets: [],
    get accepted() {
      return [...accepted.values()];
    },
    get attempts() {
      return count.attempts;
    },
    get duplicates() {
      return count.duplicates;
    },
    get refused() {
      return count.refused;
    },
    async waitFor(wanted, seconds = 20) {
      const until = Date.now() + seconds * 1000;
      while (accepted.size < wanted) {
        if (Date.now() > until)
          throw new Error(`${accepted.size} of ${wanted} webhooks after ${seconds} s (${count.attempts} attempts, ${count.refused} refused)`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return receiver.accepted;
    },
    async stop() {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}

/** The payload when one of the secrets verifies id, time and body; undefined otherwise. */
function verified(body: string, request: IncomingMessage, secrets: readonly string[]): unknown {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  for (const secret of secrets) {
    try {
      return new Webhook(secret).verify(body, headers);
    } catch {
      // Another secret may still be the one.
    }
  }
  return undefined;
}

function answer(response: ServerResponse, status: number) {
  if (response.destroyed) return;
  response.writeHead(status).end();
}
