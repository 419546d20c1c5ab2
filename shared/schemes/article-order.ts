/** Articles as printed, put in the order of their document: `二（一）` before `二（三）2`, `第九条` before `第十条`. */

const DIGITS = "零一二三四五六七八九";
const FIRST = 0;
const NOTES = 98;
const END = 99;

/** `二十七` → 27, for the numbers up to 99 that articles carry. */
function numberOf(word: string): number {
  const [tens, ones] = word.includes("十") ? word.split("十") : ["", word];
  const ten = word.includes("十") ? (tens ? DIGITS.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

function partOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === "标题" || word === "引言") return FIRST;
  if (word === "脚注") return NOTES;
  return word === "末段" ? END : numberOf(word);
}

/** Where several articles are named together, the first one says the place. */
const keyOf = (article: string): number[] =>
  (article.split(/[/、]/)[0] ?? "").match(/\d+|标题|引言|脚注|末段|[零一二三四五六七八九十]+/g)?.map(partOf) ?? [END];

export function byArticle(left: string, right: string): number {
  const [a, b] = [keyOf(left), keyOf(right)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    // What has no further number is the article's own opening.
    const difference = (a[at] ?? -1) - (b[at] ?? -1);
    if (difference) return difference;
  }
  return 0;
}
