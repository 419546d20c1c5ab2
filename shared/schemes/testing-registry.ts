/** What each folder tells the tests of itself: numbers it expects, worked cases, a district that lives at random. Written by worker/local/registry.mjs from the folders; a further document is one folder. */
import baotouMoney from "./baotou/cases/money.json";
import baotouPool from "./baotou/cases/pool.json";
import { expected as baotouExpected } from "./baotou/expected";
import { district as baotou } from "./baotou/testing-life";
import dongguanLoans from "./dongguan/cases/loans.json";
import dongguanMoney from "./dongguan/cases/money.json";
import { expected as dongguanExpected } from "./dongguan/expected";
import { district as dongguan } from "./dongguan/testing-life";
import kezhouLoans from "./kezhou/cases/loans.json";
import kezhouMoney from "./kezhou/cases/money.json";
import { expected as kezhouExpected } from "./kezhou/expected";
import { district as kezhou } from "./kezhou/testing-life";
import type { District } from "./testing-district";
import type { Expected } from "./testing-expected";
import type { WorkedExample } from "./worked-example";
import xinxiangLoans from "./xinxiang/cases/loans.json";
import xinxiangMoney from "./xinxiang/cases/money.json";
import { expected as xinxiangExpected } from "./xinxiang/expected";
import { district as xinxiang } from "./xinxiang/testing-life";
import yanqingAdmission from "./yanqing/cases/admission.json";
import yanqingMoney from "./yanqing/cases/money.json";
import { expected as yanqingExpected } from "./yanqing/expected";
import { district as yanqing } from "./yanqing/testing-life";

export const EXPECTED: Readonly<Record<string, Expected>> = {
  baotou: baotouExpected,
  dongguan: dongguanExpected,
  kezhou: kezhouExpected,
  xinxiang: xinxiangExpected,
  yanqing: yanqingExpected,
};

export const DISTRICTS: readonly District[] = [baotou, dongguan, kezhou, xinxiang, yanqing];

export const CASES = {
  baotou: [baotouMoney, baotouPool],
  dongguan: [dongguanLoans, dongguanMoney],
  kezhou: [kezhouLoans, kezhouMoney],
  xinxiang: [xinxiangLoans, xinxiangMoney],
  yanqing: [yanqingAdmission, yanqingMoney],
} as unknown as Readonly<Record<string, readonly (readonly WorkedExample[])[]>>;
