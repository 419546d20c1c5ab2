/** The secrets that a local run makes up for itself; a deployment sets the same names by `wrangler secret put` (docs/deploy.md). */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const LOCAL_SECRETS = ["AUTH_SECRET", "BALLOT_KEY", "PERSON_KEY"];

/**
 * The secrets kept in `file`, completed with fresh ones where a name is new. Readable by the owner alone.
 * @param {string} file
 * @returns {Record<string, string>}
 */
export function localSecrets(file) {
  /** @type {Record<string, string>} */
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const all = Object.fromEntries(LOCAL_SECRETS.map((name) => [name, kept[name] ?? randomBytes(32).toString("base64")]));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  return all;
}

/**
 * Settings as a dotenv file, the only way to hand secrets to `wrangler dev` without showing them in the list of processes.
 * @param {string} file
 * @param {Record<string, string>} settings
 */
export function writeSettings(file, settings) {
  mkdirSync(path.dirname(file), { recursive: true });
  const lines = Object.entries(settings).map(([name, value]) => `${name}="${value}"`);
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
}
