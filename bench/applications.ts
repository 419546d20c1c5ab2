/** Invented applications for the eligibility bench, the same ones in every run: most are sound, each fault comes up often enough to matter. */
import { addDays, day, type LocalDate } from "../shared/local-date";
import { fen } from "../shared/money";
import type { DocumentKind, Facts } from "../shared/rule/facts";

export const ON = day("2026-11-20");

/** A linear congruential generator: a bench needs the same draws each time, not good ones. */
function drawer(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const STATEMENTS: readonly DocumentKind[] = ["balance_sheet", "income_statement", "cash_flow"];
const PAPERS: readonly DocumentKind[] = ["business_licence", "social_insurance", "tax_filings"];

function application(draw: (below: number) => number): Facts {
  const rarely = (times = 12) => draw(times) === 0;
  const ago = (most: number): LocalDate => addDays(ON, -draw(most));
  const year = (fiscalYear: number) => ({
    fiscalYear,
    ...(rarely(30) ? {} : { headcount: 5 + draw(1400) }),
    ...(rarely(30) ? {} : { revenue: fen(50_000_000 + draw(4_000_000) * 1000) }),
    assets: fen(100_000_000 + draw(3_000_000) * 1000),
  });
  const use = { creditCode: "91110119MADEMA012Y", name: "北京妫水新材料有限公司", disbursedOn: ago(300), path: "同一法定代表人" };
  const absent = rarely() ? draw(PAPERS.length) : -1;
  const statements = [2024, 2025].flatMap((fiscalYear) => STATEMENTS.map((kind) => ({ kind, fiscalYear })));
  return {
    appliedOn: ON,
    ...(rarely(40) ? {} : { registeredDistrict: rarely() ? "北京市昌平区" : "北京市延庆区" }),
    registration: rarely(20) ? "revoked" : "existing",
    establishedOn: addDays(ON, -(rarely() ? draw(700) : 800 + draw(6000))),
    projectDescription: rarely(30) ? " " : "储能电池壳体生产线",
    industry: draw(2) === 0 ? "industry" : "software_it_services",
    years: [year(2024), year(2025)],
    ...(rarely(40) ? {} : { activity: rarely() ? "finance" : "other" }),
    listedProcess: rarely(20),
    ...(rarely(40) ? {} : { dishonestEnterprise: rarely(20) }),
    dishonestRepresentative: rarely(25),
    ...(rarely(40) ? {} : { conduct: rarely(6) ? [{ subject: "enterprise", occurredOn: ago(1500), detail: "行政处罚", major: draw(2) === 0 }] : [] }),
    ...(rarely(40) ? {} : { need: fen(rarely() ? 500_000_001 : 10_000_000 + draw(400_000) * 1000) }),
    focusField: draw(3) === 0 ? "retail" : "green_energy",
    focusProfiles: draw(3) === 0 ? [] : ["high_growth"],
    papers: [...PAPERS.filter((_, at) => at !== absent).map((kind) => ({ kind })), ...(rarely() ? statements.slice(1) : statements)],
    ownLoans: rarely(25) ? [use] : [],
    groupLoans: rarely(25) ? [use] : [],
    suspectedTies: rarely(10) ? [{ name: use.name, path: use.path }] : [],
    bars: rarely(10) ? [{ listedOn: ago(1600), subject: "企业" }] : [],
  };
}

export function applications(count: number): Facts[] {
  const draw = drawer(20261121);
  return Array.from({ length: count }, () => application(draw));
}
