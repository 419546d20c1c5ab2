/** Refusals: files that are handed in. */

import type { Figures } from "../../../../shared/outcome";
import { given, type Sentences, told } from "../told";

/** Sizes of files for reading: `（24.3 MB，最多 20 MB）`. */
const megabytes = (f: Figures): string => {
  const text = (bytes: string) => `${(Number(bytes) / 1048576).toFixed(1).replace(/\.0$/, "")} MB`;
  const parts = [f.bytes ? text(f.bytes) : "", f.most ? `最多 ${text(f.most)}` : ""].filter(Boolean);
  return parts.length ? `（${parts.join("，")}）` : "";
};

export const UPLOAD = {
  file_missing: () => "没有收到文件。请选择一个文件再上传。",
  file_type: (f) => `这种文件不能上传${given(f)}。请上传 pdf、jpg、png 或 xlsx 文件；改后缀名没有用，要另存为这些格式。`,
  file_too_big: (f) => `文件太大${megabytes(f)}。请压缩，或拆成几个文件分别上传。`,
  file_empty: () => "这是一个空文件。请打开看看内容，重新保存后再传。",
  file_encrypted: () => "文件有密码，无法查看。请去掉密码后再上传。",
  file_harmful: () => "文件里带有宏、脚本或自动运行的内容，不能上传。请另存为普通 pdf 或不带宏的 xlsx。",
  file_unreadable: () => "文件打不开，可能已损坏。请在手机或电脑上打开确认，重新保存后再传。",
  file_interrupted: () => "上传中断了，文件没有传完。请点“重新上传”。",
  file_too_many: (f) => `文件太多${told(f)}。请先删除不需要的文件。`,
  file_quota: (f) => `这件申请的存储空间已用完${told(f)}。请删除不需要的文件后再传。`,
} satisfies Sentences;
