/** Telling what is wrong: Banner, Refusals (sentence and article), ErrorSummary (all at once, linked to the fields). */
import { Text, View } from "@tarojs/components";
import Taro from "@tarojs/taro";
import type { ReactNode } from "react";
import { refusalSentence, type ShownRefusal } from "../failure";
import { Article, Cited } from "./article";
import { fieldId } from "./field";
import { cls, H5 } from "./native";
import { Tap } from "./tap";

interface BannerProps {
  tone?: "info" | "good" | "warn" | "danger";
  title?: string;
  children?: ReactNode;
}

export const Banner = ({ tone = "info", title, children }: BannerProps) => (
  <View className={cls("ban", tone)} aria-role={tone === "danger" ? "alert" : "status"}>
    {title ? <View className="ban-title">{title}</View> : null}
    {children ? <View>{children}</View> : null}
  </View>
);

/** One refusal: what is wrong with its figures, then `依据：二（一）`. */
export const Refusal = ({ refusal }: { refusal: ShownRefusal }) => (
  <View className="ref">
    <Cited article={refusal.article}>
      <Text>{refusalSentence(refusal)}</Text>
    </Cited>
  </View>
);

export const Refusals = ({ refusals }: { refusals: readonly ShownRefusal[] }) => (
  <View>
    {refusals.map((refusal, at) => (
      <Refusal key={`${refusal.code}-${refusal.field ?? at}`} refusal={refusal} />
    ))}
  </View>
);

/** Scrolls to a field and puts the cursor there where the platform can. */
export function jumpTo(name: string): void {
  const id = fieldId(name);
  if (!H5) {
    void Taro.pageScrollTo({ selector: `#${id}-field`, duration: 200, offsetTop: -16 });
    return;
  }
  document.getElementById(`${id}-field`)?.scrollIntoView({ block: "center" });
  document.getElementById(id)?.focus({ preventScroll: true });
}

export interface FieldError {
  /** The field's name; without it the line is not a link. */
  field?: string;
  message: string;
  article?: string;
}

/** Shown at the top of a form after a try: every problem, each a link to its field. */
interface ErrorSummaryProps {
  errors: readonly FieldError[];
  title?: string;
  /** Where a line leads when its field stands on another page; by default to the field on this one. */
  onField?: (field: string) => void;
}

export function ErrorSummary({ errors, title, onField = jumpTo }: ErrorSummaryProps) {
  if (!errors.length) return null;
  return (
    <View id="error-summary" className="ban danger" aria-role="alert">
      <View className="ban-title">{title ?? `有 ${errors.length} 处需要修改`}</View>
      {errors.map((error) => {
        const field = error.field;
        return field ? (
          <View key={`${field}${error.message}`}>
            <Tap className="link danger" role="link" onTap={() => onField(field)}>
              {error.message}
            </Tap>
            {error.article ? <Article article={error.article} /> : null}
          </View>
        ) : (
          <View className="ref" key={error.message}>
            <Cited article={error.article}>
              <Text>{error.message}</Text>
            </Cited>
          </View>
        );
      })}
    </View>
  );
}
