/** The pool as a level: what is in the account, what finance still owes of the quota, and the lines at which it pauses and starts again. */
import { View } from "@tarojs/components";
import type { FundView } from "../../../shared/contract/fund";
import { Cited } from "../ui/article";
import { Card } from "../ui/card";
import { Key } from "../ui/columns";
import { yuanText } from "../ui/money-text";
import { Picture } from "../ui/picture";
import { shareOf } from "../ui/proportion";
import { BASIS_WORDS } from "../words/fund";
import { dayText } from "../words/time";

const WIDTH = 132;
const HEIGHT = 220;
const TOP = 12;
const FULL = 196;
const LEFT = 14;
const INNER = 92;

const y = (share: number) => TOP + FULL * (1 - share);
const line = (at: number, look: string, dash: string) =>
  `<path d="M4 ${at}H${LEFT + INNER + 8}" class="${look}" fill="none" stroke-width="3"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`;

/** A tank: cash plain at the bottom, quota hatched on top; the pause a dashed line with a mark pointing down, the restart a solid one with a mark pointing up. */
function tank(fund: FundView): string {
  const cash = shareOf(fund.cash, fund.size);
  const all = shareOf(fund.available, fund.size);
  const { breaker } = fund;
  const left = breaker ? shareOf(breaker.left, fund.size) : 0;
  const stop = breaker?.state === "ACTIVE" ? y(Math.max(0, all - left)) : null;
  const again = breaker?.restartAt ? y(shareOf(breaker.restartAt, fund.size)) : null;
  const body = (from: number, to: number, look: string, fill = "") =>
    `<rect x="${LEFT}" y="${y(to).toFixed(1)}" width="${INNER}" height="${(FULL * (to - from)).toFixed(1)}" class="${look}"${fill}/>`;
  const hatch =
    '<defs><pattern id="h" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V8" class="gap" stroke-width="5"/></pattern></defs>';
  return [
    hatch,
    body(0, 1, "void"),
    body(0, cash, "fill"),
    body(cash, all, "more"),
    `<rect x="${LEFT}" y="${y(all).toFixed(1)}" width="${INNER}" height="${(FULL * (all - cash)).toFixed(1)}" fill="url(#h)"/>`,
    `<rect x="${LEFT}" y="${TOP}" width="${INNER}" height="${FULL}" rx="6" class="edge" fill="none" stroke-width="2.5"/>`,
    stop === null ? "" : `${line(stop, "stop", "8 5")}<path d="M${LEFT + INNER + 8} ${stop - 6}h12l-6 11z" class="ink"/>`,
    again === null ? "" : `${line(again, "again", "")}<path d="M${LEFT + INNER + 8} ${again + 6}h12l-6 -11z" class="ink"/>`,
  ].join("");
}

function Pace({ breaker }: { breaker: NonNullable<FundView["breaker"]> }) {
  if (breaker.state === "PAUSED") return null;
  const { forecast } = breaker;
  return (
    <View id="forecast">
      {forecast ? (
        <>
          <View className="strong">{`照此速度，约 ${forecast.days} 天后暂停（${dayText(forecast.on)}）`}</View>
          <View className="small muted">{`按最近 ${forecast.overDays} 天的支付推算，${BASIS_WORDS[breaker.basis]}`}</View>
        </>
      ) : (
        <View className="strong">近期没有支付，暂时推算不出暂停的日子</View>
      )}
    </View>
  );
}

const Line = ({ look, says, amount, note, cites }: { look: string; says: string; amount: string; note?: string; cites?: string }) => (
  <View className="mt">
    <Key look={look}>{says}</Key>
    <View className="strong num">{`${yuanText(amount)} 元`}</View>
    {note || cites ? (
      <View className="small muted num">
        <Cited article={cites}>{note}</Cited>
      </View>
    ) : null}
  </View>
);

/** The accounts of the district's own document that hold money, by its own names. */
const heldIn = ({ accounts }: FundView, what: "cash" | "quota"): string =>
  accounts
    .filter(({ holds }) => holds === what)
    .map(({ says }) => says)
    .join("、");

export function Level({ fund }: { fund: FundView }) {
  const { breaker, free } = fund;
  const [cash, quota] = [heldIn(fund, "cash"), heldIn(fund, "quota")];
  const size = `${fund.sized ? "资金规模" : "已注入"} ${yuanText(fund.size)} 元`;
  const held = (all: string, still: string) => (all === still ? undefined : `没有被占用的 ${yuanText(still)} 元`);
  const label = [
    size,
    `可用 ${yuanText(fund.available)} 元`,
    [`其中${cash} ${yuanText(fund.cash)} 元`, ...(quota ? [`${quota} ${yuanText(fund.quota)} 元`] : [])].join("，"),
    breaker?.state === "ACTIVE" ? `距暂停还可支付 ${yuanText(breaker.left)} 元` : "",
  ].filter(Boolean);
  return (
    <Card id="level">
      <View className="muted">可用资金</View>
      <View className="sum num">{`${yuanText(fund.available)} 元`}</View>
      <View className="small muted num">{size}</View>
      <View className="pool mt">
        <Picture label={label.join("，")} className="pool-tank" width={WIDTH} height={HEIGHT} body={tank(fund)} />
        <View className="pool-told">
          {quota ? <Line look="out hatch" says={quota} amount={fund.quota} note={held(fund.quota, free.quota)} /> : null}
          <Line look="" says={cash} amount={fund.cash} note={held(fund.cash, free.cash)} />
          {breaker?.state === "ACTIVE" ? (
            <Line
              look="line"
              says="再支付这么多就暂停（▼）"
              amount={breaker.left}
              note={`暂停线 ${yuanText(breaker.pauseAt)} 元`}
              cites={breaker.pauseArticle}
            />
          ) : null}
          {breaker?.restartAt ? (
            <Line look="line again" says="暂停后可用资金回到这里就重启（▲）" amount={breaker.restartAt} cites={breaker.restartArticle} />
          ) : null}
        </View>
      </View>
      {breaker ? (
        <View className="mt">
          <Pace breaker={breaker} />
        </View>
      ) : null}
    </Card>
  );
}
