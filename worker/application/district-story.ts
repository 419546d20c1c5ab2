/** A firm's way in under each document, told through the API of a demo district. Imported by tests only. */
import { District } from "../loan/registration-story";
import { identityOf, PDF, years } from "../story";
import { type Answer, call } from "../testing";

/** What a district's common form takes, with what the place adds. */
export const draftFor = (addressedTo: string, more: Record<string, unknown>) => ({
  registeredAddress: "光明路1号",
  registration: "existing",
  establishedOn: "2018-03-01",
  industry: "industry",
  activity: "other",
  listedProcess: "no",
  representativeName: "艾力",
  representativeId: identityOf(3),
  controllerName: "艾力",
  controllerId: identityOf(3),
  years: years().map((fiscalYear) => ({ fiscalYear, headcount: "42", revenue: "18000000.00", assets: "25000000.00" })),
  projectDescription: "食品加工生产线",
  needAmount: "3000000.00",
  needPurpose: "采购原料",
  needTermMonths: "12",
  focusField: "",
  focusProfiles: [],
  dishonestEnterprise: "no",
  dishonestRepresentative: "no",
  addressedTo,
  consentTruth: true,
  consentPrivacy: true,
  consentBanks: true,
  ...more,
});

export interface Place {
  readonly scheme: string;
  readonly stem: string;
  readonly registeredDistrict: string;
  /** Places of the firm, the recommender. */
  readonly recommender: number;
  readonly papers: readonly string[];
  readonly more?: Record<string, unknown>;
}

const VOUCHED = [
  "cleanRecord",
  "stableCashflow",
  "taxNormal",
  "mainBusiness",
  "tradeGenuine",
  "contractsMatch",
  "noRiskEvent",
  "equityClear",
  "repaymentSource",
];

export const KEZHOU: Place = {
  scheme: "kezhou",
  stem: "138000002",
  registeredDistrict: "克孜勒苏柯尔克孜自治州阿图什市",
  recommender: 2,
  papers: ["purchase_orders", "sales_contracts"],
  more: {
    focusField: "cotton_textile",
    attested: Object.fromEntries(VOUCHED.map((key) => [key, "yes"])),
    monthlyStaff: ["42", "42", "42", "41", "42", "42"],
    localStaffPercent: "80",
  },
};
export const BAOTOU: Place = { scheme: "baotou", stem: "138000004", registeredDistrict: "包头市青山区", recommender: 2, papers: [] };
export const DONGGUAN: Place = { scheme: "dongguan", stem: "138000003", registeredDistrict: "东莞市", recommender: 2, papers: [] };

/** The district's people on one case. */
export class Way extends District {
  caseId = "";

  constructor(readonly place: Place) {
    super(place.scheme, place.stem);
  }

  async upload(kind: string): Promise<Answer> {
    const form = new FormData();
    form.set("caseId", this.caseId);
    form.set("kind", kind);
    form.set("filename", `${kind}.pdf`);
    form.set("file", new File([PDF, new TextEncoder().encode(`% ${kind} ${this.caseId}`)], `${kind}.pdf`, { type: "application/pdf" }));
    return call("POST", "/statements", form, { token: await this.token(1), scheme: this.scheme });
  }

  /** A draft with its papers, not handed in yet. */
  async draft(more: Record<string, unknown> = {}): Promise<Answer> {
    const { registeredDistrict, papers, recommender, more: own } = this.place;
    this.caseId = (await this.as(1, "POST", "/applications", {})).body.caseId as string;
    const to = await this.orgOf(recommender);
    const changes = draftFor(to, { registeredDistrict, ...own, ...more });
    for (const kind of papers) await this.upload(kind);
    return this.as(1, "PUT", `/applications/${this.caseId}/draft`, { revision: 0, changes });
  }

  async submit(revision?: number): Promise<Answer> {
    const latest = revision ?? ((await this.as(1, "GET", `/applications/${this.caseId}`)).body.revision as number);
    return this.as(1, "POST", `/applications/${this.caseId}/submit`, { revision: latest });
  }

  on = (who: number, verb: string, body: unknown = {}): Promise<Answer> => this.as(who, "POST", `/cases/${this.caseId}/${verb}`, body);
  see = (who: number): Promise<Answer> => this.as(who, "GET", `/cases/${this.caseId}`);

  finding = (who: number, topic: string): Promise<Answer> =>
    this.on(who, "screening/findings", {
      source: "external",
      sourceName: "部门数据",
      queriedAt: Date.now() - 60_000,
      subject: "enterprise",
      topic,
      result: "clear",
      detail: "没有记录",
    });

  /** Opened, a finding on each topic, passed. */
  async checked(who: number, topics: readonly string[]): Promise<Answer> {
    await this.on(who, "screening");
    for (const topic of topics) await this.finding(who, topic);
    return this.on(who, "screening/pass", { summary: "符合条件" });
  }
}
