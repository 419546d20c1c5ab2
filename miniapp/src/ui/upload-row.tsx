/** One file: its name, its own bar, and what can be done with it. */
import { Text, View } from "@tarojs/components";
import { cls } from "./native";
import { Tap } from "./tap";

export interface UploadRowProps {
  id?: string;
  name: string;
  /** In bytes. */
  size?: number;
  state: "waiting" | "sending" | "done" | "failed";
  /** 0 to 100 while sending. */
  percent?: number;
  /** Which paper it is, in words. */
  kind?: string;
  error?: string;
  onRetry?: () => void;
  onRemove?: () => void;
  onOpen?: () => void;
}

/** `2.4 MB`; sizes are for reading only. */
export const sizeText = (bytes: number): string =>
  bytes >= 1048576 ? `${(bytes / 1048576).toFixed(1)} MB` : bytes >= 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${bytes} 字节`;

const words = (p: UploadRowProps) =>
  ({ waiting: "等待上传", sending: `正在上传 ${Math.floor(p.percent ?? 0)}%`, done: "已上传", failed: "没有传完" })[p.state];

export function UploadRow(p: UploadRowProps) {
  const percent = p.state === "done" ? 100 : (p.percent ?? 0);
  return (
    <View id={p.id} className="up">
      <View className="up-top">
        <Text className="up-name">{p.name}</Text>
        <Text className="small muted num">{[p.kind, p.size === undefined ? "" : sizeText(p.size)].filter(Boolean).join(" · ")}</Text>
      </View>
      {p.state === "done" ? null : (
        <View className="up-track" aria-role="progressbar" aria-label={`${p.name} ${words(p)}`}>
          <View className={cls("up-fill", p.state === "failed" && "bad")} style={{ width: `${percent}%` }} />
        </View>
      )}
      <View className={cls("small", p.state === "failed" ? "danger-text" : p.state === "done" ? "brand-text" : "muted")}>{p.error ?? words(p)}</View>
      <View className="up-acts">
        {p.onOpen && p.state === "done" ? (
          <Tap id={p.id && `${p.id}-open`} className="link" onTap={p.onOpen} label={`打开 ${p.name}`}>
            打开
          </Tap>
        ) : null}
        {p.onRetry && p.state === "failed" ? (
          <Tap id={p.id && `${p.id}-retry`} className="link" onTap={p.onRetry} label={`重新上传 ${p.name}`}>
            重新上传
          </Tap>
        ) : null}
        {p.onRemove ? (
          <Tap id={p.id && `${p.id}-remove`} className="link danger" onTap={p.onRemove} label={`删除 ${p.name}`}>
            {p.state === "sending" ? "取消" : "删除"}
          </Tap>
        ) : null}
      </View>
    </View>
  );
}
