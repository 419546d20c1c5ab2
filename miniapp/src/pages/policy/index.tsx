/** The policy page, for everybody: a document article by article. `scheme` is the document, by default the reader's own; `article` shows one. */
import { View } from "@tarojs/components";
import { useRouter } from "@tarojs/taro";
import { useMemo, useState } from "react";
import { type ArticleOf, articlesOf, found, named } from "../../../../shared/schemes/articles";
import { SCHEMES } from "../../../../shared/schemes/registry";
import type { Scheme } from "../../../../shared/schemes/scheme";
import { acting, useSession } from "../../session";
import { Button } from "../../ui/button";
import { Banner } from "../../ui/errors";
import { SearchBar } from "../../ui/lists";
import { Page } from "../../ui/page";
import { Empty } from "../../ui/states";
import { ArticleCard } from "./article-card";
import { DocumentCard, Documents } from "./document";

interface Sought {
  readonly article: string;
  readonly text: string;
}

const NOTHING: Sought = { article: "", text: "" };

function shownOf(articles: readonly ArticleOf[], { article, text }: Sought): readonly ArticleOf[] {
  if (article) return named(articles, article);
  return text ? found(articles, text) : articles;
}

function Articles({ scheme, asked }: { scheme: Scheme; asked: string }) {
  const articles = useMemo(() => articlesOf(scheme), [scheme]);
  const [sought, setSought] = useState<Sought>({ ...NOTHING, article: asked });
  const shown = shownOf(articles, sought);
  const narrowed = Boolean(sought.article || sought.text);
  return (
    <>
      <SearchBar label="条文编号或词语" value={sought.text} onSearch={(text) => setSought({ ...NOTHING, text })} />
      {narrowed ? (
        <View id="found">
          <Banner>{sought.article ? `只显示“${sought.article}”` : `含有“${sought.text}”的条文 ${shown.length} 条`}</Banner>
          <Button id="all-articles" kind="secondary" onTap={() => setSought(NOTHING)}>
            {`看全部 ${articles.length} 条`}
          </Button>
        </View>
      ) : null}
      {shown.length ? (
        <View id="articles" className="stack">
          {shown.map((one) => (
            <ArticleCard key={`${one.article}${sought.article}${sought.text}`} one={one} scheme={scheme} open={narrowed} />
          ))}
        </View>
      ) : (
        <Empty title="没有找到这样的条文">换一个词，或者看全部条文。</Empty>
      )}
    </>
  );
}

export default function Policy() {
  const now = useSession();
  const { scheme: given = "", article = "" } = useRouter().params;
  const [chosen, setChosen] = useState("");
  const id = [chosen, decodeURIComponent(given), acting(now)?.schemeId ?? ""].find((each) => Object.hasOwn(SCHEMES, each));
  const scheme = id ? SCHEMES[id] : undefined;
  if (!scheme)
    return (
      <Page title="政策条文" lead="请选择一份文件">
        <Documents onChoose={setChosen} />
      </Page>
    );
  return (
    <Page title="政策条文" lead={scheme.name}>
      <DocumentCard scheme={scheme} />
      <Articles key={scheme.id} scheme={scheme} asked={decodeURIComponent(article)} />
    </Page>
  );
}
