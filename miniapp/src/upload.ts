/** Sending one file with its own progress: XMLHttpRequest on H5, Taro.uploadFile in the mini-program. */
import Taro from "@tarojs/taro";
import { PATHS } from "../../shared/contract/paths";
import { type Answer, addressOf, answered, authHeader, keyFor, refuse } from "./api";
import { districtOf } from "./district";
import { NetworkFailure } from "./http";
import type { Picked } from "./pick-file";
import { session } from "./session";

export interface Sending<T> {
  done: Promise<T>;
  abort: () => void;
}

type Uploads = "uploadStatement" | "importRepayments" | "importOpening";

interface UploadAsk {
  file: Picked;
  /** Form fields; the file's name is added, because the mini-program does not send one. */
  form: Record<string, string>;
  /** 0 to 100. */
  onProgress?: (percent: number) => void;
}

interface Raw {
  status: number;
  text: string;
}

function viaXhr(
  url: string,
  header: Record<string, string>,
  form: Record<string, string>,
  file: File,
  onProgress?: (percent: number) => void,
): Sending<Raw> {
  const request = new XMLHttpRequest();
  const done = new Promise<Raw>((resolve, reject) => {
    request.open("POST", url);
    for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.((event.loaded / event.total) * 100);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new NetworkFailure("upload"));
    request.onabort = () => reject(new NetworkFailure("abort"));
    const data = new FormData();
    for (const [name, value] of Object.entries(form)) data.append(name, value);
    data.append("file", file, file.name);
    request.send(data);
  });
  return { done, abort: () => request.abort() };
}

function viaTaro(
  url: string,
  header: Record<string, string>,
  form: Record<string, string>,
  path: string,
  onProgress?: (percent: number) => void,
): Sending<Raw> {
  let abort = () => {};
  const done = new Promise<Raw>((resolve, reject) => {
    const task = Taro.uploadFile({
      url,
      header,
      filePath: path,
      name: "file",
      formData: form,
      success: (reply) => resolve({ status: reply.statusCode, text: String(reply.data) }),
      fail: (failure) => reject(new NetworkFailure(failure.errMsg ?? "upload")),
    }) as unknown as {
      abort?: () => void;
      onProgressUpdate?: (tell: (event: { progress: number }) => void) => void;
      then?: (ok: undefined, no: () => void) => void;
    };
    task.then?.(undefined, () => undefined);
    task.onProgressUpdate?.((event) => onProgress?.(event.progress));
    abort = () => task.abort?.();
  });
  return { done, abort: () => abort() };
}

/** `upload("uploadStatement", { file, form: { caseId, kind, fiscalYear }, onProgress })`; a retry of the same file goes out under the same key. */
export function upload<N extends Uploads>(name: N, { file, form, onProgress }: UploadAsk): Sending<Answer<N>> {
  const url = addressOf(name);
  const fields = { ...form, filename: file.name };
  const intent = `${districtOf() ?? ""} ${session()?.actingAs ?? ""} ${PATHS[name][0]} ${url} ${JSON.stringify(fields)} ${file.size} ${file.path}`;
  const header = { Accept: "application/json", ...authHeader(), "Idempotency-Key": keyFor(intent) };
  const sending = file.file ? viaXhr(url, header, fields, file.file, onProgress) : viaTaro(url, header, fields, file.path, onProgress);
  const done = sending.done.then(({ status, text }) => {
    if (status < 500) answered(intent);
    if (status < 200 || status >= 300) throw refuse(name, status, text);
    return JSON.parse(text) as Answer<N>;
  });
  return { done, abort: sending.abort };
}
