/** A look at a screen as its reader sees it: a picture, nothing wider than the phone, no English left over. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { shot } from "../harness/browser";

/** Latin words that belong on a Chinese screen: addresses, names of files, codes of firms and contracts, and what the webhook page quotes. */
const ALLOWED = [
  /https?:\/\/[^\s）]+/g,
  /[^\s，。；：]+\.(pdf|xlsx|jpe?g|png)/gi,
  /[（(]?xlsx[）)]?/g,
  /\b9\d{7}[0-9A-Z]{10}\b/g,
  /\b[A-Z]{2,}[A-Z0-9]*-[0-9A-Z-]+\b/g,
  /whsec_[A-Za-z0-9+/=]+/g,
  /Standard Webhooks|webhook-(id|timestamp|signature)|HTTPS?/gi,
];

interface Seen {
  readonly lines: readonly string[];
  readonly width: number;
  readonly inner: number;
  /** Parts that stick out to the right, although nothing lets them scroll. */
  readonly wide: readonly string[];
  readonly dates: readonly string[];
}

/** Runs in the page. */
function inspect(): Seen {
  const shown = (element: Element | null) => element !== null && (element as HTMLElement).checkVisibility();
  const lines: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent?.closest("script, style, code, pre") || !shown(parent)) continue;
    lines.push(node.textContent ?? "");
  }
  const wide: string[] = [];
  for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
    if (element.offsetParent !== null) {
      for (const name of ["aria-label", "placeholder", "title"]) if (element.hasAttribute(name)) lines.push(element.getAttribute(name) ?? "");
      const scrolls = (at: HTMLElement | null): boolean =>
        at !== null && (/auto|scroll|hidden/.test(getComputedStyle(at).overflowX) || scrolls(at.parentElement));
      if (element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element.parentElement))
        wide.push(`${element.tagName}.${element.className}`);
    }
  }
  const dates = lines.filter((line) => /\b\d{1,2}\/\d{1,2}\/\d{4}\b|mm\/dd/i.test(line));
  return { lines, width: document.documentElement.scrollWidth, inner: innerWidth, wide: wide.slice(0, 5), dates };
}

const english = (line: string) => /[A-Za-z]{4,}/.test(ALLOWED.reduce((rest, allowed) => rest.replace(allowed, " "), line));

/** Nothing is on its way any more. */
export const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    () =>
      ![...document.querySelectorAll<HTMLElement>(".skel, [aria-busy=true], .taro__toast, .taro_page_transition")].some((each) =>
        each.checkVisibility(),
      ),
  );

export async function check(page: Page, name: string): Promise<void> {
  await settled(page);
  const seen = await page.evaluate(inspect);
  expect({ name, english: seen.lines.filter(english), dates: seen.dates, wide: seen.wide }).toEqual({ name, english: [], dates: [], wide: [] });
  expect(seen.width, `${name} is wider than the screen`).toBeLessThanOrEqual(seen.inner);
}

/** Checks the screen and leaves its picture, by default its whole length. */
export async function look(page: Page, name: string, full = true): Promise<void> {
  await check(page, name);
  await shot(page, name, full);
}
