/** The frame of every screen: title, width, large text, bottom action bar and pull to refresh. */
import { View } from "@tarojs/components";
import Taro, { getCurrentInstance, usePullDownRefresh } from "@tarojs/taro";
import { type ReactNode, useEffect } from "react";
import { scaleStyle, useTextScale } from "../text-scale";
import { cls, H5 } from "./native";
import { Tap } from "./tap";

interface PageProps {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Two columns' width from 900 px (use with Columns, tables and long lists). */
  wide?: boolean;
  /** One of the three tabs: no way back is shown. */
  root?: boolean;
  /** Buttons that stay at the bottom. */
  bar?: ReactNode;
  /** Pull to refresh in the mini-program, where the page's config enables it; Taro's H5 version swallows taps, the browser reloads there. */
  onRefresh?: () => unknown;
  children: ReactNode;
}

/** One step back, or home when the page was opened by its address. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: "/pages/home/index" });
};

export function Page({ title, lead, wide, root, bar, onRefresh, children }: PageProps) {
  const { scale, elder } = useTextScale();
  useEffect(() => {
    if (H5) document.title = `${title} · 共担`;
    else if (getCurrentInstance().page) void Taro.setNavigationBarTitle({ title });
  }, [title]);
  usePullDownRefresh(async () => {
    await onRefresh?.();
    Taro.stopPullDownRefresh();
  });
  return (
    <View className={cls("pg", elder && "elder", Boolean(bar) && "barred")} style={scaleStyle(scale)}>
      {H5 && !root ? (
        <View className={cls("pg-top", wide && "wide")}>
          <Tap className="pg-back" onTap={goBack} label="返回上一页">
            <View className="pg-chev" aria-hidden="true" />
            返回
          </Tap>
        </View>
      ) : null}
      <View className={cls("pg-in", wide && "wide")}>
        <View className="h1" aria-role="heading">
          {title}
        </View>
        {lead ? <View className="lead">{lead}</View> : null}
        <View className="stack mt">{children}</View>
      </View>
      {bar ? (
        <View className="bar">
          <View className={cls("bar-in", wide && "wide")}>{bar}</View>
        </View>
      ) : null}
    </View>
  );
}
