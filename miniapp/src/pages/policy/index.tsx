/** The policy page, for everybody: a document article by article. `scheme` is the document, by default the reader's own; `article` shows one. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useMemo, useState } from "react";
import { type ArticleOf, articlesOf, found, named } from "../../../../shared/schemes/articles";
import { SCHEMES } from "../../../../shared/schemes/registry";
import type { Scheme } from "../../../../shared/schemes/scheme";
import { schemeOf } from "../../scheme";
import { acting, useSession } from "../../session";
import { Button } from "../../ui/button";
import { Banner } from "../../ui/errors";
import { Fold } from "../../ui/fold";
import { SearchBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { showPart } from "../../ui/show-part";
import { Empty } from "../../ui/states";
import { Tap } from "../../ui/tap";
import { useAgreed } from "./agreed";
import { ArticleCard } from "./article-card";
import { DocumentCard, Documents } from "./document";
import { Findings, FindingsOf } from "./findings";
import { useYear } from "./year";

interface Sought {
  readonly article: string;
  readonly text: string;
}

const NOTHING: Sought = { article: "", text: "" };

function shownOf(articles: readonly ArticleOf[], { article, text }: Sought): readonly ArticleOf[] {
  if (article) return named(articles, article);
  return text ? found(articles, text) : articles;
}

const Contents = ({ articles, onOpen }: { articles: readonly ArticleOf[]; onOpen: (article: string) => void }) => (
  <Fold id="contents" label="目录">
    <View className="chips">
      {articles.map(({ article }) => (
        <Tap key={article} className="chip" role="link" onTap={() => onOpen(article)}>
          {article}
        </Tap>
      ))}
    </View>
  </Fold>
);

function Articles({ scheme, asked }: { scheme: Scheme; asked: string }) {
  const articles = useMemo(() => articlesOf(scheme), [scheme]);
  const year = useYear(scheme.id);
  const agreed = useAgreed(scheme.id);
  const [sought, setSought] = useState<Sought>({ ...NOTHING, article: asked });
  const shown = shownOf(articles, sought);
  const narrowed = Boolean(sought.article || sought.text);
  const openOne = (one: string) => {
    setSought({ ...NOTHING, article: one });
    showPart("found");
  };
  return (
    <>
      {narrowed ? null : <Findings scheme={scheme} onOpen={openOne} />}
      <SearchBar label="条文编号或词语" value={sought.text} onSearch={(text) => setSought({ ...NOTHING, text })} />
      {narrowed ? (
        <View id="found">
          <Banner>{sought.article ? `只显示“${sought.article}”` : `含有“${sought.text}”的条文 ${shown.length} 条`}</Banner>
          <Button id="all-articles" kind="secondary" onTap={() => setSought(NOTHING)}>
            {`看全部 ${articles.length} 条`}
          </Button>
        </View>
      ) : (
        <Contents articles={articles} onOpen={openOne} />
      )}
      {shown.length ? (
        <View id="articles" className="stack">
          {shown.map((one) => (
            <ArticleCard
              key={`${one.article}${sought.article}${sought.text}`}
              one={one}
              scheme={scheme}
              open={narrowed}
              year={year}
              agreed={agreed}
            />
          ))}
        </View>
      ) : (
        <Empty title="没有找到这样的条文">换一个词，或者看全部条文。</Empty>
      )}
      {sought.article ? <FindingsOf scheme={scheme} clauses={shown.flatMap(({ clauses }) => clauses.map(({ id }) => id))} /> : null}
    </>
  );
}

export default function Policy() {
  const now = useSession();
  const { scheme: given = "", article = "" } = useRouter().params;
  const [chosen, setChosen] = useState("");
  const [choosing, setChoosing] = useState(false);
  const choose = (one: string) => {
    setChosen(one);
    setChoosing(false);
  };
  const id = [chosen, decodeURIComponent(given), acting(now)?.schemeId ?? ""].find((each) => Object.hasOwn(SCHEMES, each));
  const scheme = id ? schemeOf(id) : undefined;
  if (!scheme || choosing)
    return (
      <Page title="政策条文" lead="请选择一份文件">
        <Documents onChoose={choose} />
      </Page>
    );
  return (
    <Page title="政策条文" lead={scheme.name}>
      <DocumentCard scheme={scheme} />
      <Button id="other-document" kind="plain" inline onTap={() => setChoosing(true)}>
        看其他地方的文件
      </Button>
      <Articles key={scheme.id} scheme={scheme} asked={chosen ? "" : decodeURIComponent(article)} />
    </Page>
  );
}
