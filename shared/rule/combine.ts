/** Questions made of questions: all of several, only for some modes of lending, only told. */
import type { Parameter } from "./parameter";
import type { Answer, Rule } from "./rule";

type Test = Rule["test"];

/** The first answer that is not met, in the order given; a warning only where nothing stands in the way. */
export const everyOf =
  (...tests: readonly Test[]): Test =>
  (facts, value) => {
    const answers = tests.map((test) => test(facts, value));
    const of = (verdict: string) => answers.find((answer) => answer.verdict === verdict);
    const figures = Object.assign({}, ...answers.map((answer) => answer.figures ?? {}));
    return of("unmet") ?? of("missing") ?? of("warning") ?? { verdict: "met", figures };
  };

/** One of several is enough; where none is met, the last one's answer is the answer. */
export const eitherOf =
  (...tests: readonly [Test, ...Test[]]): Test =>
  (facts, value) => {
    const answers = tests.map((test) => test(facts, value));
    return answers.find((answer) => answer.verdict === "met") ?? (answers.at(-1) as Answer);
  };

/** Asked only where the document is read so. */
export const whereReadAs =
  <T>(reading: Parameter<T>, wanted: T, test: Test): Test =>
  (facts, value) =>
    value(reading) === wanted ? test(facts, value) : { verdict: "met" };

/** Asked only of a loan of one of these modes. */
export const inModes =
  (modes: readonly string[], test: Test): Test =>
  (facts, value) =>
    facts.loan && !modes.includes(facts.loan.mode) ? { verdict: "met" } : test(facts, value);

/** Asked only once there is a loan. */
export const onceLent =
  (test: Test): Test =>
  (facts, value) =>
    facts.loan ? test(facts, value) : { verdict: "met" };

/** What another question would refuse is only told. */
export const toldOnly =
  (test: Test): Test =>
  (facts, value) => {
    const answer = test(facts, value);
    return answer.verdict === "unmet" || answer.verdict === "missing" ? { ...answer, verdict: "warning" } : answer;
  };
