/** A document read through as a whole: what its own words and numbers bring about that nobody will have meant, each with its article. */
import type { Scheme } from "../schemes/scheme";
import { cliffs } from "./cliff";
import type { LintFinding } from "./finding";
import { idleLimits } from "./idle-limit";
import { restarts } from "./restart";
import { resumes } from "./resume";
import { ties } from "./tie";
import { timeline } from "./timeline";

/** Every finding, in the order of the kinds. */
export const lint = (scheme: Scheme): readonly LintFinding[] => [
  ...cliffs(scheme),
  ...ties(scheme),
  ...restarts(scheme),
  ...resumes(scheme),
  ...timeline(scheme),
  ...idleLimits(scheme),
];
