/** What a screen shows when there is nothing, not yet anything, or a failure; and Loaded, which chooses among them. */
import { View } from "@tarojs/components";
import type { ReactNode } from "react";
import { failureWords } from "../failure";
import type { Load } from "../use-load";
import { UnderScheme } from "./article";
import { Button } from "./button";
import { Refusals } from "./errors";

interface EmptyProps {
  /** What is not there. */
  title: string;
  /** What the reader can do, or what will bring something here. */
  children?: ReactNode;
  action?: string;
  onAction?: () => unknown;
}

export const Empty = ({ title, children, action, onAction }: EmptyProps) => (
  <View className="card none">
    <View className="none-art" aria-hidden="true">
      <View className="none-line" />
    </View>
    <View className="h2">{title}</View>
    {children ? <View className="muted">{children}</View> : null}
    {action && onAction ? <Button onTap={onAction}>{action}</Button> : null}
  </View>
);

const count = (n: number) => Array.from({ length: n }, (_, at) => at);
const WIDTHS = ["60%", "92%", "78%", "86%", "48%"];

/** Grey lines with a word for screen readers. */
export const Skeleton = ({ lines = 3, cards = 2 }: { lines?: number; cards?: number }) => (
  <View aria-role="status" aria-label="正在加载">
    {count(cards).map((card) => (
      <View className="card" key={`card-${card}`}>
        {count(lines).map((line) => (
          <View className="skel" key={`line-${line}`} style={{ width: WIDTHS[(card + line) % WIDTHS.length] }} />
        ))}
      </View>
    ))}
    <View className="pager small">正在加载…</View>
  </View>
);

/** What went wrong, inside something: each refusal with its article, else what to do. */
export function WentWrong({ error }: { error: unknown }) {
  const { refusals, advice } = failureWords(error);
  return refusals.length ? <Refusals refusals={refusals} /> : <View>{advice}</View>;
}

export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => unknown }) {
  const words = failureWords(error);
  return (
    <View className="card none" aria-role="alert">
      <View className="none-art bad" aria-hidden="true">
        !
      </View>
      <View className="h2">{words.title}</View>
      <View className="muted">
        <WentWrong error={error} />
      </View>
      {words.reference ? <View className="small muted">{`联系工作人员时请报编号 ${words.reference}`}</View> : null}
      {onRetry ? (
        <Button kind="secondary" onTap={onRetry} busyText="正在重试…">
          重试
        </Button>
      ) : null}
    </View>
  );
}

/** The document of what was loaded: a case, or something with a case in it. */
function schemeIn(data: unknown): string | undefined {
  const { scheme, view } = (data ?? {}) as { scheme?: { id?: string }; view?: unknown };
  return scheme?.id ?? (view ? schemeIn(view) : undefined);
}

interface LoadedProps<T> {
  load: Load<T>;
  /** When true for the data, `none` is shown. */
  empty?: (data: T) => boolean;
  none?: ReactNode;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** Skeleton, failure, nothing, or the data: stale data stays on screen while a refresh runs or fails. */
export function Loaded<T>({ load, empty, none, skeleton, children }: LoadedProps<T>) {
  if (load.data === undefined) return load.error ? <Failure error={load.error} onRetry={load.refresh} /> : (skeleton ?? <Skeleton />);
  return (
    <>
      {load.error ? <Stale error={load.error} onRetry={load.refresh} /> : null}
      <UnderScheme id={schemeIn(load.data)}>{empty?.(load.data) ? none : children(load.data)}</UnderScheme>
    </>
  );
}

const Stale = ({ error, onRetry }: { error: unknown; onRetry: () => unknown }) => (
  <View className="ban warn" aria-role="alert">
    <View className="ban-title">没有取到最新内容，下面是上次的内容</View>
    <WentWrong error={error} />
    <Button kind="plain" inline onTap={onRetry}>
      重试
    </Button>
  </View>
);
