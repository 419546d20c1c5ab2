/** Chromium out of the npm package, without root: a phone and a wide screen in Chinese, each person in a context of their own. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";

const SHOTS = path.resolve(import.meta.dirname, "../.shots");
const LANGUAGE = { locale: "zh-CN", timezoneId: "Asia/Shanghai" } as const;
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, ...LANGUAGE };
const WIDE = { viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1, ...LANGUAGE };

/** In one process all contexts share one cache of local storage, so that a second person would find the first one's session; and the story wants the web's own security. */
const UNWANTED = ["--single-process", "--disable-web-security", "--allow-running-insecure-content"];

/** Uses the browser that `CHROMIUM_PATH` names where the packaged one does not run (it is built for Linux). */
export async function launch(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  const packaged = process.platform === "linux" && process.arch === "x64";
  if (!given && !packaged) throw new Error("the packaged Chromium is for Linux on x64: name an installed one in CHROMIUM_PATH");
  const ownArgs = given ? ["--no-sandbox", "--disable-gpu"] : chromium.args.filter((arg) => !UNWANTED.includes(arg));
  return playwright.launch({
    executablePath: given ?? (await chromium.executablePath()),
    headless: true,
    args: [...ownArgs, "--lang=zh-CN", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Page errors and failed assets since the start; a story ends by finding this empty. */
  readonly faults: readonly string[];
}

/** One person's own phone (or, with `wide`, desk): nothing is shared with another context. */
export async function person(browser: Browser, origin: string, options: { wide?: boolean; dark?: boolean } = {}): Promise<Person> {
  const context = await browser.newContext({ ...(options.wide ? WIDE : PHONE), colorScheme: options.dark ? "dark" : "light", baseURL: origin });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`page error: ${error.message}`));
  page.on("requestfailed", (request) => {
    // A page that is left drops its own requests.
    if (request.failure()?.errorText !== "net::ERR_ABORTED")
      faults.push(`failed: ${request.method()} ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
  });
  return { context, page, faults };
}

/** Runs in the page: a page scrolls inside a part of its own, so the document itself is never longer than the screen. */
const lengthOfPage = () =>
  Math.ceil(
    Math.max(0, ...[...document.querySelectorAll(".pg")].filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().height)),
  );

/** A picture of what the person sees in `e2e/.shots/<name>.png`; answers its path. `full` takes the whole length of the page. */
export async function shot(page: Page, name: string, full = false): Promise<string> {
  mkdirSync(SHOTS, { recursive: true });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const file = path.join(SHOTS, `${name}.png`);
  const size = page.viewportSize();
  const height = full && size ? await page.evaluate(lengthOfPage) : 0;
  const longer = size && height > size.height;
  if (longer) await page.setViewportSize({ width: size.width, height });
  await page.screenshot({ path: file, animations: "disabled", caret: "hide", scale: longer ? "css" : "device" });
  if (longer) await page.setViewportSize(size);
  return file;
}
