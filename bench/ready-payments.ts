/** Brings drafts to where only the account bank's word is missing: loans that failed, claims that the government agreed to, instructions of two persons. All through the API. */
import type { Draft, People, Seat } from "./journey";

// biome-ignore lint/suspicious/noExplicitAny: replies are looked at freely here
type Call = (method: string, path: string, token: string, body?: unknown) => Promise<any>;

const PRINCIPAL = "10000.00";
const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** The books, drawn up by one and checked by another. */
export async function openBooks(call: Call, people: People): Promise<void> {
  const tranches = [{ amount: "15000000.00" }, { amount: "15000000.00" }];
  const { id } = await call("POST", "/fund/vouchers", people.office, { kind: "open", tranches, on: today() });
  await call("POST", `/fund/vouchers/${id}/check`, people.second, {});
}

/** Answers the instruction's number. */
async function ready(call: Call, people: People, draft: Draft, at: number): Promise<string> {
  const [office, finance, department, bank] = people.seats as readonly [Seat, Seat, Seat, Seat];
  const { caseId } = draft;
  const post = (path: string, token: string, body: unknown = {}) => call("POST", `/cases/${caseId}${path}`, token, body);
  const panel = [office, finance, department];
  const seats = panel.map(({ orgId, personId }) => ({ orgId, personId }));
  await call("POST", `/applications/${caseId}/submit`, draft.token, { revision: draft.revision });
  await post("/adopt", people.department, { letterNo: `延科推〔2026〕试${at}号`, profile: "经营稳定", loanNeed: "流动资金" });
  await post("/screening", people.office, { consult: [bank.orgId] });
  const finding = {
    source: "external",
    sourceName: "中国执行信息公开网",
    queriedAt: Date.now() - 60_000,
    subject: "enterprise",
    topic: "dishonest",
    result: "clear",
    detail: "未查到",
  };
  await post("/screening/findings", people.office, finding);
  await post("/screening/opinion", bank.token, { verdict: "support", detail: "现金流稳定" });
  await post("/screening/pass", people.office, { summary: "未见重大风险" });
  const { meetingId } = await call("POST", "/meetings", people.office, { title: "联审会", heldOn: today(), place: "会议室" });
  await post("/review", people.office, { meetingId, seats });
  await post("/review/open", people.office);
  for (const seat of panel) await post("/review/ballot", seat.token, { choice: "medium", reason: "依据经营状况" });
  await post("/review/close", people.office, { recoveryOwner: office.orgId });
  const { leads } = await post("/push", people.office, { institutions: [bank.orgId], preferenceReason: "按企业意向" });
  const terms = { ratePercent: "3.85", termMonths: "12", mode: "bank" };
  await post(`/leads/${leads[0].id}/offer`, bank.token, { amount: PRINCIPAL, remark: "", ...terms });
  await post(`/leads/${leads[0].id}/loan`, bank.token, { contractNo: `SF-${at}`, principal: PRINCIPAL, disbursedOn: today(), ...terms });
  await post("/loan/grade", bank.token, { grade: "loss", on: today() });
  const paper = new FormData();
  paper.set("caseId", caseId);
  paper.set("kind", "npl_application");
  paper.set("filename", "npl.pdf");
  paper.set(
    "file",
    new File(
      [
        `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n% ${caseId}`,
      ],
      "npl.pdf",
      { type: "application/pdf" },
    ),
  );
  await call("POST", "/statements", bank.token, paper);
  await post("/claim", bank.token, { grade: "loss", overdueDays: 95, letterNo: `认${at}`, principal: PRINCIPAL, interest: "0", covered: "0" });
  await post("/claim/check", people.office, { summary: "材料齐全" });
  await post("/claim/panel", people.office, { meetingId, seats, successors: [] });
  await post("/claim/ballot/open", people.office);
  for (const seat of panel) await post("/claim/ballot", seat.token, { choice: "agreed", reason: "认定依据充分" });
  await post("/claim/ballot/close", people.office, { opinion: "同意代偿" });
  await post("/claim/report", people.office, { documentNo: `报${at}` });
  await post("/claim/consent", people.government, { documentNo: `函${at}` });
  const { file } = await call("GET", `/cases/${caseId}`, people.office);
  const { no } = await call("POST", `/payables/${file.claim.id}/instruction`, people.office, {});
  await call("POST", `/instructions/${no}/countersign`, people.second, {});
  return no;
}

export async function readyPayments(call: Call, people: People, drafts: readonly Draft[]): Promise<string[]> {
  const numbers: string[] = [];
  // one after another: each waits for the fund's one order of postings
  for (const [at, draft] of drafts.entries()) numbers.push(await ready(call, people, draft, at));
  return numbers;
}
