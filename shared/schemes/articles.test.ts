/** Whoever follows a citation finds the article: every one that a document's data or files name has a card of its own. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { articlesOf, found, named } from "./articles";
import { SCHEMES } from "./registry";

/** Articles of every citation that hangs anywhere on a part of a document. */
function citedIn(part: unknown, seen = new Set<unknown>()): readonly string[] {
  if (part === null || typeof part !== "object" || seen.has(part)) return [];
  seen.add(part);
  const below = Object.values(part).flatMap((each) => citedIn(each, seen));
  return "article" in part && "clauses" in part && typeof part.article === "string" ? [part.article, ...below] : below;
}

/** Those that stand inside a function and so hang on nothing. */
function citedInFiles(id: string): readonly string[] {
  const folder = path.join(import.meta.dirname, id);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [...readFileSync(path.join(folder, file), "utf8").matchAll(/\bcite\(\s*"([^"]+)"/g)].map(([, article]) => article ?? ""));
}

describe.each(Object.values(SCHEMES))("articles of $id", (scheme) => {
  const articles = articlesOf(scheme);
  const cited = [...new Set([...citedIn(scheme), ...citedInFiles(scheme.id)])];

  it("has a card for every citation, and exactly its own", () => {
    expect(cited.length).toBeGreaterThan(10);
    expect(
      cited.filter(
        (article) =>
          named(articles, article)
            .map((one) => one.article)
            .join() !== article,
      ),
    ).toEqual([]);
  });

  it("shows every requirement on one card and every number on at least one", () => {
    expect(articles.flatMap(({ clauses }) => clauses.map(({ id }) => id)).sort()).toEqual(scheme.clauses.map(({ id }) => id).sort());
    const shown = new Set(articles.flatMap(({ parameters }) => parameters.map(({ key }) => key)));
    expect(scheme.parameters.filter(({ key }) => !shown.has(key)).map(({ key }) => key)).toEqual([]);
  });

  it("finds an article by the words of a requirement, and nothing by words that nobody wrote", () => {
    for (const one of articles) expect(found(articles, one.clauses[0]?.says ?? "")).toContain(one);
    expect(found(articles, "没有人写过的词")).toEqual([]);
    expect(named(articles, "第九百条")).toEqual([]);
  });
});

it("opens what is named together with an article, or the nearest above it", () => {
  const yanqing = articlesOf(SCHEMES.yanqing as (typeof SCHEMES)[string]);
  expect(named(yanqing, "四（三）/二（一）").map(({ article }) => article)).toEqual(expect.arrayContaining(["二（一）"]));
  expect(named(yanqing, "三（六）9").map(({ article }) => article)).toEqual(["三（六）"]);
});
