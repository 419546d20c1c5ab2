/** Choosing files: from a chat or the album in the mini-program, any file on H5. */
import Taro from "@tarojs/taro";

/** `path` is a temporary path in the mini-program and a blob: URL on H5; `file` is there on H5. */
export interface Picked {
  name: string;
  size: number;
  path: string;
  file?: File;
}

export interface PickOptions {
  count?: number;
  /** Without the dot. */
  extensions?: readonly string[];
  maxBytes?: number;
  /** Files that cannot be taken come too, for a screen that says so at each: ask `pickFault`. */
  all?: boolean;
}

/** `cancel` needs no words on screen; the others carry a sentence. */
export class PickFailure extends Error {
  override name = "PickFailure";
  constructor(
    readonly kind: "cancel" | "type" | "size" | "empty" | "privacy" | "fail",
    message: string,
  ) {
    super(message);
  }
}

export const STATEMENT_EXTENSIONS = ["pdf", "jpg", "jpeg", "png", "xlsx"] as const;
const MIB = 1048576;

/** Why a file cannot be taken; null when it can. */
export function pickFault(file: Picked, { extensions, maxBytes }: PickOptions): PickFailure | null {
  const extension = file.name.split(".").pop()?.toLowerCase() ?? "";
  if (extensions && !extensions.includes(extension))
    return new PickFailure("type", `“${file.name}”的格式不支持。请选择 ${extensions.join("、")} 文件。`);
  if (file.size === 0) return new PickFailure("empty", `“${file.name}”是空文件。请检查后重新选择。`);
  if (maxBytes && file.size > maxBytes)
    return new PickFailure(
      "size",
      `“${file.name}”有 ${(file.size / MIB).toFixed(1)} MB，超过 ${Math.floor(maxBytes / MIB)} MB。请压缩或拆分后再传。`,
    );
  return null;
}

function check(files: Picked[], options: PickOptions): Picked[] {
  const fault = options.all ? null : files.map((file) => pickFault(file, options)).find((found) => found !== null);
  if (fault) throw fault;
  return files.slice(0, options.count ?? 1);
}

function asFailure(cause: unknown): PickFailure {
  if (cause instanceof PickFailure) return cause;
  const text = String((cause as { errMsg?: string })?.errMsg ?? cause);
  if (/cancel/.test(text)) return new PickFailure("cancel", "没有选择文件。");
  if (/privacy|scope is not declared/.test(text)) return new PickFailure("privacy", "需要先同意隐私保护指引，才能选择文件。");
  return new PickFailure("fail", "没有取到文件，请再选一次。");
}

/** Taro passes chooseMessageFile and chooseMedia straight to wx, so they need callbacks. */
async function pickInWechat(options: PickOptions): Promise<Picked[]> {
  const reply = await new Promise<Taro.chooseMessageFile.SuccessCallbackResult>((success, fail) => {
    Taro.chooseMessageFile({
      count: options.count ?? 1,
      type: "file",
      extension: options.extensions ? [...options.extensions] : undefined,
      success,
      fail,
    });
  });
  return reply.tempFiles.map((file) => ({ name: file.name, size: file.size, path: file.path }));
}

async function photoInWechat(options: PickOptions): Promise<Picked[]> {
  const reply = await new Promise<Taro.chooseMedia.SuccessCallbackResult>((success, fail) => {
    Taro.chooseMedia({ count: options.count ?? 1, mediaType: ["image"], sourceType: ["album", "camera"], success, fail });
  });
  return reply.tempFiles.map((file, at) => ({
    name: `照片${at + 1}.${file.tempFilePath.split(".").pop() ?? "jpg"}`,
    size: file.size,
    path: file.tempFilePath,
  }));
}

const pickInBrowser = (options: PickOptions): Promise<Picked[]> =>
  new Promise((resolve, reject) => {
    const input = document.createElement("input");
    input.type = "file";
    input.id = "pick-file";
    input.style.display = "none";
    input.multiple = (options.count ?? 1) > 1;
    if (options.extensions) input.accept = options.extensions.map((extension) => `.${extension}`).join(",");
    input.addEventListener("cancel", () => {
      input.remove();
      reject(new PickFailure("cancel", "没有选择文件。"));
    });
    input.addEventListener("change", () => {
      const files = Array.from(input.files ?? []);
      input.remove();
      resolve(files.map((file) => ({ name: file.name, size: file.size, path: URL.createObjectURL(file), file })));
    });
    // WeChat's webview on iOS ignores an input that is not in the document.
    document.body.appendChild(input);
    input.click();
  });

/** Opens the file chooser; throws PickFailure. In the mini-program only files that are in a chat can be chosen: say so on the screen. */
export async function pickFile(options: PickOptions = {}): Promise<Picked[]> {
  try {
    return check(await (process.env.TARO_ENV === "weapp" ? pickInWechat(options) : pickInBrowser(options)), options);
  } catch (cause) {
    throw asFailure(cause);
  }
}

/** A photo taken now or from the album (on H5 the browser's chooser offers both). */
export async function pickPhoto(options: PickOptions = {}): Promise<Picked[]> {
  const photos = { ...options, extensions: ["jpg", "jpeg", "png"] };
  try {
    return check(await (process.env.TARO_ENV === "weapp" ? photoInWechat(photos) : pickInBrowser(photos)), photos);
  } catch (cause) {
    throw asFailure(cause);
  }
}

/** What to say beside a file button on this target. */
export const PICK_HINT =
  process.env.TARO_ENV === "weapp"
    ? "微信里只能选聊天中的文件：请先把文件发给“文件传输助手”。照片可以直接拍。"
    : "支持 pdf、jpg、png、xlsx；照片请保证文字清楚。";
