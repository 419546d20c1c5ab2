/** 我的贷款: what is due next, what is owed, and what a claim and its recovery mean for the firm; `id` is the case, the firm's own without it. */

import { Text, View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import type { CaseView } from "../../../../shared/contract/case";
import { addDays, parseDate } from "../../../../shared/local-date";
import { plus } from "../../../../shared/money";
import { arrearsOn } from "../../../../shared/process/loan-life";
import { dueWords, today } from "../../case/due";
import { CaseEnding } from "../../case/ending";
import { claimSteps } from "../../case/file/claim";
import { type FileView, fileOf } from "../../case/file/file-of";
import { FollowUps } from "../../case/file/follow-ups";
import { LoanCard } from "../../case/file/loan";
import { RecoveryCard } from "../../case/file/recovery";
import { go, openCase } from "../../go";
import { useGuard } from "../../guard";
import { payTerm } from "../../term";
import { Button } from "../../ui/button";
import { Card, Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { yuanText } from "../../ui/money-text";
import { cls } from "../../ui/native";
import { Page } from "../../ui/page";
import { Empty, Loaded } from "../../ui/states";
import { Steps } from "../../ui/steps";
import { useLoad } from "../../use-load";
import { ownLoan } from "../own-loan";

type Claim = NonNullable<FileView["claim"]>;

/** What is owed up to and with the next instalment of which something is open; later ones that are due by now count too. */
function NextDue({ view, file }: { view: CaseView; file: FileView }) {
  const next = file.life.schedule.find((due) => due.state !== "paid");
  const life = fileOf(view)?.life;
  const due = parseDate(next?.dueOn ?? "");
  // Once the fund has paid, the plan of the recovery goes.
  if (!next || !life || !due.ok || (file.stage !== "live" && file.stage !== "claim")) return null;
  const words = dueWords(next.dueOn);
  const owed = arrearsOn(life, words.late ? today() : addDays(due.value, 1));
  return (
    <Card id="next-due">
      <View className="muted">{words.late ? "已经到期、还没有还的" : "下一期应还"}</View>
      <View className="sum num">{`${yuanText(plus(owed.principal, owed.interest))} 元`}</View>
      <Text className={cls(words.late ? "danger-text strong" : "strong")}>{words.late ? `已逾期：${words.says}` : words.says}</Text>
      <View className="small muted num">{`本金 ${yuanText(owed.principal)} 元，利息 ${yuanText(owed.interest)} 元`}</View>
      <View className="small muted">还款请直接还给放贷机构，由放贷机构登记。</View>
    </Card>
  );
}

/** A claim in plain words: it is between the institution and the fund, and waives nothing. */
const Meaning = ({ claim, over }: { claim: Claim /** The fund has paid. */; over: boolean }) => (
  <Section title={`${payTerm()}是什么意思`}>
    <Card id="claim-meaning">
      <Steps steps={claimSteps(claim)} />
      <View className="mt">
        {over
          ? `风险补偿资金已替企业向${claim.payee.name}承担了${claim.paid ? ` ${yuanText(claim.paid.amount)} 元` : "一部分"}损失。`
          : `${claim.payee.name}认为贷款可能收不回来，已申请由风险补偿资金承担一部分损失，现在是“${claim.stepSays}”。`}
      </View>
      <View>企业欠的钱没有减少，仍要全部偿还；收回的钱按比例返还资金。</View>
      <View>主动还款、按协调会定的计划还款，可以避免诉讼和失信记录。</View>
    </Card>
  </Section>
);

function Mine({ view }: { view: CaseView }) {
  const { file, loan } = view;
  if (!file || !loan) return null;
  const { claim, recovery } = file;
  const claimed = claim && claim.step !== "withdrawn";
  return (
    <Columns
      main={
        <>
          <NextDue view={view} file={file} />
          <LoanCard loan={loan} life={file.life} />
        </>
      }
      side={
        <>
          {claimed ? <Meaning claim={claim} over={file.stage !== "claim"} /> : null}
          {recovery && claimed ? <RecoveryCard recovery={recovery} /> : null}
          {view.actions.includes("fileSubsidy") ? (
            <Banner title="可以申请保费补贴">
              <Button id="to-subsidy" kind="plain" inline onTap={() => go("/enterprise/subsidy/index", { id: view.id })}>
                去申请
              </Button>
            </Banner>
          ) : null}
          <FollowUps notes={file.life.followUps} />
        </>
      }
    />
  );
}

export default function OwnLoan() {
  const now = useGuard();
  const caseId = useRouter().params.id;
  const load = useLoad(() => (now ? ownLoan(caseId) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  return (
    <Page
      title="我的贷款"
      lead={load.data?.loan ? `${load.data.loan.lender.name}，合同号 ${load.data.loan.contractNo}` : undefined}
      wide
      onRefresh={load.refresh}
    >
      <Loaded
        load={load}
        empty={(view) => view === null}
        none={
          <Empty title="还没有贷款" action="看我的申请" onAction={() => go("/enterprise/tasks/index")}>
            机构放款并登记以后，还款计划和要还的钱会在这里。
          </Empty>
        }
      >
        {(view) =>
          view ? (
            <>
              <CaseEnding view={view} />
              <Mine view={view} />
              <Button id="to-case" kind="plain" onTap={() => openCase(view.id)}>
                看案件全部经过
              </Button>
            </>
          ) : null
        }
      </Loaded>
    </Page>
  );
}
