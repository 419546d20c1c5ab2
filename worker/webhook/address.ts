/** Where a webhook may go: checked when it is set and again when it is sent. */
import { accept, type Outcome, refuse } from "../../shared/outcome";
import type { Settings } from "../settings";

/** https to an allow-listed host on its own port, no credentials, no address literals; in the demo http to anywhere too. */
export function webhookUrl(text: string, settings: Settings): Outcome<URL> {
  const refused = (reason: string) => refuse("url_not_allowed", { reason }, undefined, "url");
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return refused("malformed");
  }
  if (url.username || url.password || url.hash) return refused("malformed");
  if (settings.DEMO) return url.protocol === "https:" || url.protocol === "http:" ? accept(url) : refused("scheme");
  if (url.protocol !== "https:") return refused("scheme");
  if (url.port !== "" || /^[\d.]+$|[:[\]]/.test(url.hostname)) return refused("host");
  return settings.WEBHOOK_HOSTS.includes(url.hostname) ? accept(url) : refused("host");
}
