/** Days, moments and periods as people read them. */

/** `2026-11-21` → `2026年11月21日`. */
export function dayText(day: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : day;
}

/** Milliseconds since 1970 → `11月21日 09:30`, in Beijing time wherever the phone is; with the year when it is not this year's. */
export function momentText(instant: number, now: number = Date.now()): string {
  const at = new Date(instant + 8 * 3600_000);
  const pad = (n: number) => String(n).padStart(2, "0");
  const year = at.getUTCFullYear() === new Date(now + 8 * 3600_000).getUTCFullYear() ? "" : `${at.getUTCFullYear()}年`;
  return `${year}${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
}

/** `2026Q4` → `2026年第四季度`. */
export function quarterText(quarter: string): string {
  const match = /^(\d{4})Q([1-4])$/.exec(quarter);
  return match ? `${match[1]}年第${"一二三四"[Number(match[2]) - 1]}季度` : quarter;
}

/** `2026H1` → `2026年上半年`. */
export function halfText(half: string): string {
  const match = /^(\d{4})H([12])$/.exec(half);
  if (match) return `${match[1]}年${match[2] === "1" ? "上" : "下"}半年`;
  return /^\d{4}Y1$/.test(half) ? `${half.slice(0, 4)}年度` : half;
}

/** Any period by its name: `2026M9` → `2026年9月`, `2026Q4`, `2026H1`, `2026Y1`. */
export function periodText(period: string): string {
  const match = /^(\d{4})M(\d{1,2})$/.exec(period);
  return match ? `${match[1]}年${match[2]}月` : quarterText(halfText(period));
}

/** `2026-11` → `11月`, with the year under it where it begins. */
export const monthText = (month: string, first: boolean): string => {
  const [year = "", number = ""] = month.split("-");
  return `${Number(number)}月${first || number === "01" ? `\n${year}年` : ""}`;
};

/** `2026-11` → `2026年11月`. */
export const longMonthText = (month: string): string => {
  const [year = "", number = ""] = month.split("-");
  return `${year}年${Number(number)}月`;
};

/** `2026Q4` → `四季度`, the year under it. */
export const shortQuarterText = (quarter: string): string => {
  const match = /^(\d{4})Q([1-4])$/.exec(quarter);
  return match ? `${"一二三四"[Number(match[2]) - 1]}季度\n${match[1]}年` : quarter;
};
