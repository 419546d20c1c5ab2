/** The people of the story at their own screens: logging in, and finding, typing, choosing and confirming by the ids that the screens carry. */
import type { Browser, Locator, Page } from "playwright-core";
import { type Person, person } from "../harness/browser";

/** A control or part by its id. Pages further down the stack stay in the document, hidden, so only what is in sight counts. */
export const part = (page: Page, id: string): Locator => page.locator(`[id="${id}"]`).filter({ visible: true });
export const tap = (page: Page, id: string): Promise<void> => part(page, id).click();
/** Waits until a part with these words is in sight. */
export const sees = (page: Page, id: string, words: string | RegExp = /./): Promise<void> => part(page, id).filter({ hasText: words }).waitFor();
export const seesText = (page: Page, words: string | RegExp): Promise<void> => page.getByText(words).filter({ visible: true }).first().waitFor();

const fieldId = (field: string) => `f-${field.replace(/[^\w-]/g, "-")}`;
const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));
/** As a person types: what a control that is still being put together swallows in its first moment is typed again. */
export async function fill(page: Page, field: string, text: string): Promise<void> {
  const control = part(page, fieldId(field));
  for (let times = 0; times < 3; times++) {
    await control.fill(text);
    await twoFrames(page);
    if (text === "" || (await control.inputValue()) !== "") return;
  }
  throw new Error(`${field} does not keep what is typed`);
}
/** One of a few cards, or a sentence to agree to. */
export const choose = (page: Page, field: string, value?: string): Promise<void> => tap(page, fieldId(field) + (value ? `-${value}` : ""));
/** A card by its words, where its id holds an id of the database. */
export const chooseCalled = (page: Page, role: "radio" | "checkbox", name: string): Promise<void> =>
  page.getByRole(role, { name, exact: true }).filter({ visible: true }).click();
export async function pick(page: Page, field: string, label: string): Promise<void> {
  await part(page, fieldId(field)).selectOption({ label });
}
/** Says yes to the question from the bottom edge. */
export const confirm = (page: Page): Promise<void> => tap(page, "confirm");

export async function fillAll(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, text] of Object.entries(texts)) await fill(page, field, text);
}

/** By phone and one-time code; the demo district shows the code on the page. A link may name the district on the way in. */
export async function login(page: Page, phone: string, scheme?: string): Promise<void> {
  await page.goto(scheme ? `/#/pages/login/index?scheme=${scheme}` : "/");
  await choose(page, "agree");
  await fill(page, "phone", phone);
  await tap(page, "send-code");
  const shown = page.getByText(/演示区验证码：\d{6}/);
  await shown.waitFor();
  const code = /\d{6}/.exec(await shown.innerText())?.[0] ?? "";
  await fill(page, "code", code);
  await tap(page, "login");
  await part(page, "login").waitFor({ state: "hidden" });
}

export async function enter(browser: Browser, origin: string, phone: string, options: { wide?: boolean; scheme?: string } = {}): Promise<Person> {
  const who = await person(browser, origin, options);
  who.page.setDefaultTimeout(15_000);
  await login(who.page, phone, options.scheme);
  return who;
}

/** Opened by its address, as from a link in a message: nothing of an earlier visit is left. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto("about:blank");
  await page.goto(`/#${path}`);
}
export const home = (page: Page): Promise<void> => open(page, "/pages/home/index");

/** Taps what leads to another page, and waits until this one is left. */
export async function follow(page: Page, id: string): Promise<void> {
  const link = part(page, id);
  await link.click();
  await link.waitFor({ state: "hidden" });
}

/** From 待办 into the case that waits for this person. */
export async function take(page: Page, caseId: string): Promise<void> {
  await home(page);
  await follow(page, `case-${caseId}`);
}

/** The token of whoever is logged in on this page, for steps that go by the API. */
export const tokenOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const kept = JSON.parse(localStorage.getItem("gongdan.session") ?? "{}") as { data: string };
    return (JSON.parse(kept.data) as { token: string }).token;
  });
