/** The session library, wired to our tables: it makes and checks phone codes and creates sessions. Its own HTTP handler is never mounted. */
import { betterAuth } from "better-auth/minimal";
import { phoneNumber } from "better-auth/plugins/phone-number";
import { SESSION } from "../actor";
import { now } from "../clock";
import { sha256 } from "../digest";
import type { Settings } from "../settings";
import { inventedEmail, sessionLibraryTables } from "./store";

export const CODE_SECONDS = 300;
const TRIES_MOST = 5;

/** One instance a command: `send` receives the code it makes. */
export function authFor(db: D1Database, settings: Settings, send: (phone: string, code: string) => Promise<void>) {
  return betterAuth({
    secret: settings.AUTH_SECRET,
    baseURL: settings.PUBLIC_URL,
    database: sessionLibraryTables(db),
    session: { expiresIn: SESSION.enterprise / 1000 },
    advanced: { ipAddress: { disableIpTracking: true }, database: { generateId: () => crypto.randomUUID() } },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [
      phoneNumber({
        otpLength: 6,
        expiresIn: CODE_SECONDS,
        allowedAttempts: TRIES_MOST,
        sendOTP: ({ phoneNumber, code }) => send(phoneNumber, code),
        signUpOnVerification: { getTempEmail: () => inventedEmail(crypto.randomUUID()), getTempName: (phone) => `尾号${phone.slice(-4)}` },
      }),
    ],
  });
}

export const nobody = async (): Promise<void> => {};

const token256 = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** A session with a token of 256 bits, of which only the SHA-256 is kept. Its instants are the worker's, which judges them, not the library's own. */
export async function openSession(auth: ReturnType<typeof authFor>, personId: string, device: string): Promise<{ token: string; expiresAt: number }> {
  const token = token256();
  const { internalAdapter } = await auth.$context;
  const at = now();
  const instants = { createdAt: new Date(at), updatedAt: new Date(at), expiresAt: new Date(at + SESSION.enterprise) };
  const made = await internalAdapter.createSession(
    personId,
    false,
    { token: await sha256(token), userAgent: device.slice(0, 200), ...instants },
    true,
  );
  return { token, expiresAt: made.expiresAt.getTime() };
}

/** The person of a phone number that has been proven; a new one where it is not known. */
export async function personOfPhone(auth: ReturnType<typeof authFor>, phone: string): Promise<string> {
  const { adapter, internalAdapter } = await auth.$context;
  const where = [{ field: "phoneNumber", value: phone }];
  const known = await adapter.findOne<{ id: string }>({ model: "user", where });
  if (known) return known.id;
  const made = await internalAdapter.createUser(
    {
      name: `尾号${phone.slice(-4)}`,
      email: inventedEmail(crypto.randomUUID()),
      emailVerified: false,
      phoneNumber: phone,
      phoneNumberVerified: true,
    },
    { method: "phone-number" },
  );
  return made.id;
}
