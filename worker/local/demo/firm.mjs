/** A firm's own way in, under the documents that have firms apply: its form, its papers, its recommender. */
import { identity } from "./desk.mjs";

/**
 * @typedef {object} Firm
 * @property {number} n makes phone, code and identity number
 * @property {string} name
 * @property {string} owner
 * @property {string} code
 * @property {string} need
 * @property {string} project
 * @property {string} purpose
 * @property {number} [place] the district's own demo firm signs in by its place
 */

/** The form filled and handed in; answers the case. @param {import("./desk.mjs").Desk} desk @param {Firm} firm @param {number} recommender @param {{ district: string, address: string, papers?: string[], more?: object }} local */
export async function applies(desk, firm, recommender, { district, address, papers = [], more = {} }) {
  const who = firm.place ?? `1370000${String(firm.n).padStart(4, "0")}`;
  if (!firm.place) await desk.as(who, "POST", "/identity/enterprises", { creditCode: firm.code, name: firm.name, ownerName: firm.owner });
  const { caseId } = await desk.as(who, "POST", "/applications", {});
  for (const kind of papers) await desk.paper(who, caseId, kind);
  const lastYear = Number(desk.today.slice(0, 4)) - 1;
  const changes = {
    registeredDistrict: district,
    registeredAddress: address,
    registration: "existing",
    establishedOn: "2018-03-01",
    industry: "industry",
    activity: "other",
    listedProcess: "no",
    representativeName: firm.owner,
    representativeId: identity(firm.n % 800),
    controllerName: firm.owner,
    controllerId: identity(firm.n % 800),
    years: [lastYear - 1, lastYear].map((fiscalYear, up) => ({
      fiscalYear,
      headcount: String(40 + up * 2),
      revenue: `${16 + up * 2}000000.00`,
      assets: `${22 + up * 3}000000.00`,
    })),
    projectDescription: firm.project,
    needAmount: firm.need,
    needPurpose: firm.purpose,
    needTermMonths: "12",
    focusField: "",
    focusProfiles: [],
    dishonestEnterprise: "no",
    dishonestRepresentative: "no",
    addressedTo: await desk.orgOf(recommender),
    consentTruth: true,
    consentPrivacy: true,
    consentBanks: true,
    ...more,
  };
  const { revision } = await desk.as(who, "PUT", `/applications/${caseId}/draft`, { revision: 0, changes });
  await desk.as(who, "POST", `/applications/${caseId}/submit`, { revision });
  return caseId;
}

/** Opened, a finding on each topic, passed. @param {import("./desk.mjs").Desk} desk @param {number} who @param {string} caseId @param {Readonly<Record<string, string>>} sources by topic @param {string} summary */
export async function checks(desk, who, caseId, sources, summary) {
  await desk.on(who, caseId, "screening");
  for (const [topic, sourceName] of Object.entries(sources))
    await desk.on(who, caseId, "screening/findings", {
      source: "internal",
      sourceName,
      queriedAt: desk.instant - 3600_000,
      subject: "enterprise",
      topic,
      result: "clear",
      detail: "未见不良记录",
    });
  if (summary) await desk.on(who, caseId, "screening/pass", { summary });
}

/** The lead of a bank that was pushed to, with the bank's offer on it. @param {import("./desk.mjs").Desk} desk @param {number} bank @param {string} caseId @param {{ amount: string, termMonths: string, mode: string, ratePercent: string }} offer */
export async function offers(desk, bank, caseId, offer) {
  const { leads } = await desk.as(bank, "GET", "/leads");
  const { id } = leads.find((/** @type {{ caseId: string }} */ one) => one.caseId === caseId);
  await desk.on(bank, caseId, `leads/${id}/offer`, { remark: "", ...offer });
  return id;
}
