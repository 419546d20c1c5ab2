/** A scheme read otherwise: a copy on which one parameter has another value, wherever the scheme uses it. */
import { accept, type Outcome, refuse } from "../outcome";
import type { Parameter } from "../rule/parameter";
import type { Rule } from "../rule/rule";
import type { Scheme } from "./scheme";

const isParameter = (node: object): node is Parameter<unknown> => "key" in node && "versions" in node;

const withValue = (parameter: Parameter<unknown>, value: unknown): Parameter<unknown> => ({
  ...parameter,
  versions: parameter.versions.map((version) => ({ ...version, value })),
});

/** A rule's question holds its parameters inside, so the answer to its own asking is replaced instead. */
const ruleAs = (rule: Rule, read: <T>(parameter: Parameter<T>) => Parameter<T>): Rule => ({
  ...rule,
  test: (facts, value) => rule.test(facts, (parameter, on) => value(read(parameter), on)),
});

/** The same scheme with these parameters in other versions, by key, wherever the scheme uses them. */
export function amendedBy(scheme: Scheme, changed: ReadonlyMap<string, Parameter<unknown>>): Scheme {
  const read = <T>(parameter: Parameter<T>): Parameter<T> => (changed.get(parameter.key) as Parameter<T> | undefined) ?? parameter;
  const copy = (node: unknown): unknown => {
    if (node === null || typeof node !== "object") return node;
    if (Array.isArray(node)) return node.map(copy);
    if (isParameter(node)) return read(node);
    return Object.fromEntries(Object.entries(node).map(([name, part]) => [name, copy(part)]));
  };
  const { rules, ...rest } = scheme;
  return { ...(copy(rest) as Omit<Scheme, "rules">), rules: rules.map((rule) => ruleAs(rule, read)) };
}

/** The same scheme with one parameter in another version. */
export const amended = (scheme: Scheme, changed: Parameter<unknown>): Scheme => amendedBy(scheme, new Map([[changed.key, changed]]));

/** The same scheme with the parameter at another value on every day of its life. Refuses `field_invalid` for a parameter that the scheme does not have, or a value that is not among its options. */
export function readAs(scheme: Scheme, key: string, value: unknown): Outcome<Scheme> {
  const known = scheme.parameters.find((parameter) => parameter.key === key);
  if (!known) return refuse("field_invalid", { given: key });
  if (known.options && !known.options.includes(value)) return refuse("field_invalid", { given: String(value).slice(0, 40) }, known.cites);
  return accept(amended(scheme, withValue(known, value)));
}
