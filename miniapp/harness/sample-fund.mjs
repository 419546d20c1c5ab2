/** A small made-up fund for the harness: its pool, one payable, one instruction that waits for the second person. */
const at = (day, time = "09:30") => Date.parse(`${day}T${time}:00+08:00`);

export const fund = {
  openedOn: "2026-06-01",
  size: "30000000.00",
  sized: true,
  accounts: [
    { id: "account", says: "专户存款", balance: "13800000.00", held: "5000000.00", holds: "cash", article: "二（二）2" },
    { id: "quota", says: "未拨额度", balance: "15000000.00", held: "0.00", holds: "quota", article: "二（二）1" },
  ],
  cash: "13800000.00",
  quota: "15000000.00",
  available: "28800000.00",
  free: { cash: "8800000.00", quota: "15000000.00" },
  counts: { paid: "1200000.00", subsidised: "0.00", returned: "300000.00", writtenOff: "0.00" },
  breaker: {
    state: "ACTIVE",
    epoch: 1,
    pauseAt: "21000000.00",
    restartAt: "15000000.00",
    basis: "gross",
    left: "19800000.00",
    forecast: { days: 2970, on: "2035-01-12", overDays: 180 },
    pauseArticle: "三（八）",
    restartArticle: "三（八）",
    changes: [],
  },
  exposure: { committed: "8700000.00", worst: "8700000.00", available: "28800000.00", over: "0.00", article: "一（一）" },
  months: ["2026-10", "2026-11"].map((month, n) => ({
    month,
    available: "28800000.00",
    paid: n ? "1200000.00" : "0.00",
    returned: n ? "300000.00" : "0.00",
  })),
  apart: [],
  placements: [],
  keeping: [],
  replenishment: null,
  limits: [],
  waiting: 1,
  flags: [],
  check: { at: at("2026-11-21", "02:00"), events: 11, ok: true, findings: [] },
};

export const instruction = {
  no: "YQF-2026-0002",
  on: "2026-11-21",
  status: "DRAWN_UP",
  caseId: "c1",
  caseNo: "YQ-2026-000011",
  enterprise: "北京妫水民宿管理有限公司",
  reason: "compensation",
  payableId: "pay1",
  payee: { id: "b1", name: "北京农商银行延庆支行" },
  amount: "1234567.89",
  path: "DIRECT",
  account: "1234567.89",
  quota: "0.00",
  unfunded: "0.00",
  consentNo: "延政办〔2026〕52号",
  madeBy: "赵敏",
  history: [{ status: "DRAWN_UP", by: "赵敏", org: "延庆区发展改革委", at: at("2026-11-21") }],
  article: "二（二）4",
  actions: ["countersignInstruction", "cancelInstruction"],
};

export const organisations = [
  { orgId: "o-office", kind: "office", name: "延庆区发展改革委", creditCode: null, status: "active" },
  { orgId: "o-teller", kind: "account_bank", name: "玉渡银行延庆支行", creditCode: null, status: "active" },
];
