/** What a document asks of a loan beside its record, each by its own list: the form asks this and nothing else. */
import type { LoanAnswers, LoanAsk } from "../../../shared/process/loan-ask";
import { today } from "../case/due";
import { Article } from "../ui/article";
import { ChecksField, ChoiceField } from "../ui/choices";
import { type Fault, Field } from "../ui/field";
import { DateField } from "../ui/pickers";

const NONE = "none";
const YES_NO = [
  { value: "yes", label: "是" },
  { value: "no", label: "不是" },
];

export type Answers = Record<string, string | string[]>;

interface AskedProps {
  asks: readonly LoanAsk[];
  answers: LoanAnswers;
  change: (key: string, value: string | string[]) => void;
  at: (key: string) => Fault;
  /** Papers for a departure that the rules have asked for. */
  wanted: readonly string[];
}

const text = (answers: LoanAnswers, key: string): string => (typeof answers[key] === "string" ? (answers[key] as string) : "");

/** What was chosen; nothing at all is told apart from not answered yet. */
const chosen = (answers: LoanAnswers, key: string): string[] => {
  const given = answers[key];
  return given === undefined ? [] : typeof given === "string" ? [given] : given.length > 0 ? [...given] : [NONE];
};

/** `none` and any other leave each other out. */
const picked = (before: readonly string[], now: readonly string[]): string[] =>
  now.includes(NONE) && !before.includes(NONE) ? [] : now.filter((one) => one !== NONE);

function Several({ ask, answers, change, at }: Omit<AskedProps, "asks" | "wanted"> & { ask: Extract<LoanAsk, { kind: "several" | "fees" }> }) {
  const values = chosen(answers, ask.key);
  const rated = ask.kind === "fees" ? ask.rated.filter((kind) => values.includes(kind)) : [];
  return (
    <>
      <ChecksField
        name={ask.key}
        label={ask.says}
        hint={<Article article={ask.cites.article} />}
        values={values}
        options={[...ask.options.map(({ id, says }) => ({ value: id, label: says })), { value: NONE, label: ask.none }]}
        onChange={(now) => change(ask.key, picked(values, now))}
        error={at(ask.key)}
      />
      {rated.map((kind) => (
        <Field
          key={kind}
          // the box that opens it carries the shorter id
          name={`${ask.key}.${kind}.rate`}
          label={`${ask.options.find(({ id }) => id === kind)?.says ?? ""}年费率`}
          kind="decimal"
          unit="%"
          maxLength={8}
          value={text(answers, `${ask.key}.${kind}`)}
          onChange={(rate) => change(`${ask.key}.${kind}`, rate)}
          error={at(`${ask.key}.${kind}`)}
        />
      ))}
    </>
  );
}

type OneProps = Omit<AskedProps, "asks"> & { ask: LoanAsk };

function Asked({ ask, answers, change, at, wanted }: OneProps) {
  const { key, says, cites } = ask;
  const frame = { name: key, label: says, error: at(key), hint: <Article article={cites.article} />, value: text(answers, key) };
  const put = (value: string) => change(key, value);
  if (ask.kind === "several" || ask.kind === "fees") return <Several ask={ask} answers={answers} change={change} at={at} />;
  if (ask.kind === "choice")
    return <ChoiceField {...frame} options={ask.options.map((one) => ({ value: one.id, label: one.says }))} onChange={put} />;
  if (ask.kind === "yes") return <ChoiceField {...frame} options={YES_NO} onChange={put} />;
  if (ask.kind === "day") return <DateField {...frame} max={today()} onChange={put} />;
  if (ask.kind === "exception" && !wanted.includes(key) && !frame.value) return null;
  return <Field {...frame} maxLength={200} onChange={put} />;
}

export const AskedFields = ({ asks, ...rest }: AskedProps) => (
  <>
    {asks.map((ask) => (
      <Asked key={ask.key} ask={ask} {...rest} />
    ))}
  </>
);
