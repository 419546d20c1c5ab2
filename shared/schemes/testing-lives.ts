/** Every document that this build carries, as a district that lives at random. */
import { district as baotou } from "./baotou/testing-life";
import { district as dongguan } from "./dongguan/testing-life";
import { district as kezhou } from "./kezhou/testing-life";
import type { District } from "./testing-district";
import { district as xinxiang } from "./xinxiang/testing-life";
import { district as yanqing } from "./yanqing/testing-life";

export const DISTRICTS: readonly District[] = [yanqing, xinxiang, kezhou, dongguan, baotou];
