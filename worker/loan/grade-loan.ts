/** The lender tells the five-class grade, and hears whether it has made the loan a bad one. */
import { api } from "../../shared/contract/api";
import { gradeLoan as decide } from "../../shared/process/loan-life";
import { turnedBad } from "../../shared/process/loan-told";
import { events, fileVerb } from "./file-verb";
import { readTyped } from "./read-loan";

export const gradeLoan = fileVerb(api.gradeLoan, {
  decide: ({ body }, { loanFile, scheme, act }) => {
    const read = readTyped(body, [], ["on"]);
    if (!read.ok) return read;
    const known = turnedBad(scheme.claim, loanFile.life, loanFile.life, act.on);
    return known.ok ? events(decide(loanFile.life, body.grade, read.value.days.on, act)) : known;
  },
  reply: (after, _, { scheme, loanFile, act }) => {
    const bad = turnedBad(scheme.claim, loanFile.life, after.life, act.on);
    return { turnedBad: bad.ok && bad.value };
  },
});
