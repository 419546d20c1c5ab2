/** 条文里值得注意的地方: what the document brings about by its own words, worked out on the phone once the page stands. */

import { Text, View } from "@tarojs/components";
import { useEffect, useState } from "react";
import { LINT_KINDS, type LintFinding, type LintKind } from "../../../../shared/lint/finding";
import { lint } from "../../../../shared/lint/lint";
import type { Scheme } from "../../../../shared/schemes/scheme";
import { payTerm } from "../../term";
import { Article } from "../../ui/article";
import { Card, Section } from "../../ui/card";
import { Fold } from "../../ui/fold";
import { FINDING_WORDS, fallOf, findingText } from "./finding-words";

/** A document is read through once; on an old phone that takes long enough to be felt. */
const read = new WeakMap<Scheme, readonly LintFinding[]>();
const DRAWN = 80;

function useFindings(scheme: Scheme): readonly LintFinding[] | undefined {
  const [found, setFound] = useState(read.get(scheme));
  useEffect(() => {
    const later = setTimeout(() => {
      const findings = read.get(scheme) ?? lint(scheme);
      read.set(scheme, findings);
      setFound(findings);
    }, DRAWN);
    return () => clearTimeout(later);
  }, [scheme]);
  return found;
}

const One = ({ finding, onOpen }: { finding: LintFinding; onOpen?: (article: string) => void }) => {
  const fall = fallOf(finding);
  return (
    <View className="why-line">
      {fall?.lines.map(([loan, paid]) => (
        <View className="lrow-top num" key={loan}>
          <Text>{loan}</Text>
          <Text className="strong">{paid}</Text>
        </View>
      ))}
      <View className={fall ? "small" : ""}>{fall?.says ?? findingText(finding.says)}</View>
      {onOpen ? <Article article={finding.cites.article} onOpen={onOpen} /> : null}
    </View>
  );
};

interface KindProps {
  kind: LintKind;
  findings: readonly LintFinding[];
  open?: boolean;
  onOpen?: (article: string) => void;
}

const Kind = ({ kind, findings, open, onOpen }: KindProps) => (
  <Fold id={`finding-${kind}`} label={`${FINDING_WORDS[kind].title}（${findings.length} 处）`} open={open}>
    <View className="small muted">{FINDING_WORDS[kind].says}</View>
    <View className="why mt">
      {findings.map((finding) => (
        <One key={finding.says} finding={finding} onOpen={onOpen} />
      ))}
    </View>
  </Fold>
);

const Kinds = ({ findings, ...how }: Omit<KindProps, "kind">) => (
  <>
    {LINT_KINDS.map((kind) => {
      const own = findings.filter((finding) => finding.kind === kind);
      return own.length ? <Kind key={kind} kind={kind} findings={own} {...how} /> : null;
    })}
  </>
);

export function Findings({ scheme, onOpen }: { scheme: Scheme; onOpen: (article: string) => void }) {
  const found = useFindings(scheme);
  return (
    <Section title="条文里值得注意的地方" aside={found?.length ? `${found.length} 处` : undefined}>
      <Card id="findings">
        {found === undefined ? <View className="muted">正在推算…</View> : null}
        {found && !found.length ? (
          <View className="muted">
            没有发现。按整份文件推算过：{payTerm()}
            会不会因多贷一分而减少，表决会不会没有结果，恢复后会不会马上又暂停，有没有日子没有规定或有两个版本，有没有不起作用的上限。
          </View>
        ) : null}
        {found?.length ? (
          <>
            <View className="small muted">从文件自己的数字和规则推算得出，不是办理中的差错。怎样修改，由发文机关决定。</View>
            <Kinds findings={found} onOpen={onOpen} />
          </>
        ) : null}
      </Card>
    </Section>
  );
}

/** Of the articles that are shown alone. */
export function FindingsOf({ scheme, clauses }: { scheme: Scheme; clauses: readonly string[] }) {
  const found = useFindings(scheme)?.filter(({ cites }) => cites.clauses.some((id) => clauses.includes(id))) ?? [];
  return found.length ? (
    <Section title="这一条值得注意的地方" aside={`${found.length} 处`}>
      <Card id="findings">
        <Kinds findings={found} open />
      </Card>
    </Section>
  ) : null;
}
