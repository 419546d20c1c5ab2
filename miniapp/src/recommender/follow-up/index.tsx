/** 登记走访: one firm after its loan; `id` is the case. What was noted before stands beside the form. */

import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useState } from "react";
import { call } from "../../api";
import { Flags } from "../../case/file/flags";
import { FollowUpForm } from "../../case/file/follow-up-form";
import { FollowUps } from "../../case/file/follow-ups";
import { FileHead } from "../../case/file/head";
import { LoanCard } from "../../case/file/loan";
import { openCase } from "../../go";
import { useGuard } from "../../guard";
import { partyName } from "../../party-name";
import { Button } from "../../ui/button";
import { Columns, Section } from "../../ui/card";
import { Banner } from "../../ui/errors";
import { Page } from "../../ui/page";
import { showPart } from "../../ui/show-part";
import { Empty, Loaded } from "../../ui/states";
import { useLoad } from "../../use-load";

export default function FollowUpPage() {
  const now = useGuard();
  const caseId = useRouter().params.id ?? "";
  const [done, setDone] = useState(false);
  const load = useLoad(() => (now && caseId ? call("getCase", { params: { caseId } }) : null), [caseId, now?.actingAs]);
  if (!now) return null;
  const finish = async () => {
    await load.refresh();
    setDone(true);
    showPart("follow-up-done");
  };
  return (
    <Page title="登记走访" wide onRefresh={load.refresh}>
      <Loaded load={load} empty={(view) => !view.file || !view.loan} none={<Empty title="没有找到这笔贷款">请从“贷后跟踪”进入。</Empty>}>
        {(view) =>
          view.file && view.loan ? (
            <>
              {done ? (
                <View id="follow-up-done">
                  <Banner tone="good" title="走访已登记">
                    有异常的，已随即报送{partyName("office")}。
                  </Banner>
                </View>
              ) : null}
              <FileHead view={view} file={view.file} />
              <Flags flags={view.file.flags} />
              <Columns
                main={
                  <>
                    {view.actions.includes("recordFollowUp") ? (
                      <Section title="这次走访">
                        <FollowUpForm view={view} onDone={finish} />
                      </Section>
                    ) : (
                      <Banner title="现在不用登记走访">由推荐单位和承保的保险公司登记。</Banner>
                    )}
                    <FollowUps notes={view.file.life.followUps} />
                  </>
                }
                side={<LoanCard loan={view.loan} life={view.file.life} />}
              />
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
