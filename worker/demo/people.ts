/** The invented districts of the demo, by document. */
import { baotou } from "./district/baotou";
import type { DemoDistrict } from "./district/district";
import { dongguan } from "./district/dongguan";
import { kezhou } from "./district/kezhou";
import { xinxiang } from "./district/xinxiang";
import { yanqing } from "./district/yanqing";

export const DEMO_DISTRICTS: Readonly<Record<string, DemoDistrict>> = { yanqing, xinxiang, kezhou, dongguan, baotou };
