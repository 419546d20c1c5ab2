/** The numbers that the acting person's district has set, kept on the device: previews go by the last that is known, and are told anew on the way in, for another role and after each approval. */
import Taro from "@tarojs/taro";
import type { Amendment } from "../../shared/schemes/amendment";
import { call } from "./api";
import { NetworkFailure } from "./http";
import { Problem } from "./problem";
import { amend } from "./scheme";

const keyOf = (schemeId: string) => `gongdan.amendments.${schemeId}`;

function known(schemeId: string): Amendment[] {
  try {
    return JSON.parse(Taro.getStorageSync(keyOf(schemeId)) || "[]") as Amendment[];
  } catch {
    return [];
  }
}

/** By what was known when the device was last here, before anybody is asked. */
export const recallAmendments = (schemeId: string): void => amend(schemeId, known(schemeId));

/** Without an answer the last known numbers stay: the worker decides by its own. */
export async function followAmendments(schemeId: string): Promise<void> {
  try {
    const { inForce } = await call("listAmendments");
    const amendments = inForce.map(({ key, value, from, documentNo }) => ({ key, value, from, ...(documentNo ? { documentNo } : {}) }) as Amendment);
    Taro.setStorageSync(keyOf(schemeId), JSON.stringify(amendments));
    amend(schemeId, amendments);
  } catch (error) {
    if (!(error instanceof NetworkFailure || error instanceof Problem)) throw error;
  }
}
