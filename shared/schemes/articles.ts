/** A document by its articles: what each asks, the numbers that carry it, the rules and steps that go by it; and looking for words in them. */
import type { Citation } from "../citation";
import type { Parameter } from "../rule/parameter";
import type { Rule } from "../rule/rule";
import { byArticle } from "./article-order";
import type { Clause } from "./clause";
import type { Scheme } from "./scheme";

export interface Step {
  readonly says: string;
  readonly cites: Citation;
}

export interface ArticleOf {
  readonly article: string;
  readonly clauses: readonly Clause[];
  readonly parameters: readonly Parameter<unknown>[];
  readonly rules: readonly Rule[];
  readonly steps: readonly Step[];
}

/** Steps of the procedures, duties around a loan and time limits: what a document says beside its conditions. */
const stepsOf = (scheme: Scheme): readonly Step[] => [
  ...scheme.admission.steps,
  ...scheme.claim.steps,
  ...(scheme.obligations ?? []),
  ...scheme.deadlines,
];

const once = <T extends Step>(steps: readonly T[]): readonly T[] =>
  steps.filter((step, at) => steps.findIndex(({ says }) => says === step.says) === at);

export function articlesOf(scheme: Scheme): readonly ArticleOf[] {
  const names = [...new Set(scheme.clauses.map((clause) => clause.article))].sort(byArticle);
  const parameters = [...scheme.parameters, ...(scheme.benchmarks ?? [])];
  const keys = new Map(parameters.map((parameter) => [parameter.key, parameter]));
  return names.map((article) => {
    const clauses = scheme.clauses.filter((clause) => clause.article === article);
    const ids = new Set(clauses.map((clause) => clause.id));
    const here = ({ cites }: { readonly cites: Citation }) => cites.article === article || cites.clauses.some((id) => ids.has(id));
    return {
      article,
      clauses,
      parameters: [...keys.values()].filter(here),
      rules: scheme.rules.filter(here),
      steps: once(stepsOf(scheme).filter(here)),
    };
  });
}

/** Of the articles that a link names: itself, those that are named together with it, else the nearest above or below it. */
export function named(articles: readonly ArticleOf[], asked: string): readonly ArticleOf[] {
  const parts = (article: string) => article.split(/[/、]/);
  const own = articles.filter(({ article }) => article === asked);
  if (own.length) return own;
  const shared = articles.filter(({ article }) => parts(article).some((part) => parts(asked).includes(part)));
  if (shared.length) return shared;
  return articles.filter(({ article }) => article.startsWith(asked) || asked.startsWith(article));
}

const wordsOf = ({ article, clauses, parameters, rules, steps }: ArticleOf): string =>
  [
    article,
    ...clauses.flatMap((clause) => [clause.id, clause.says, clause.standing.kind === "enforced" ? "" : clause.standing.why]),
    ...parameters.flatMap(({ says, reading }) => [says, reading?.id ?? "", reading?.chosen ?? "", ...(reading?.others ?? [])]),
    ...rules.map((rule) => rule.says),
    ...steps.map((step) => step.says),
  ].join("\n");

/** Articles in which every one of the words stands, wherever in it. */
export function found(articles: readonly ArticleOf[], text: string): readonly ArticleOf[] {
  const words = text.split(/\s+/).filter(Boolean);
  return articles.filter((each) => {
    const all = wordsOf(each);
    return words.every((word) => all.includes(word));
  });
}
