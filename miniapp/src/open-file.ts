/** Opens a paper: a download on H5, WeChat's own viewer in the mini-program. */
import Taro from "@tarojs/taro";
import { addressOf, authHeader } from "./api";
import { NetworkFailure } from "./http";
import { problemOf } from "./problem";

async function inBrowser(url: string, name: string): Promise<void> {
  const reply = await fetch(url, { headers: authHeader() }).catch((cause) => {
    throw new NetworkFailure(String(cause));
  });
  if (!reply.ok) throw problemOf(reply.status, await reply.text());
  const address = URL.createObjectURL(await reply.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

async function inWechat(url: string, mediaType: string): Promise<void> {
  const { tempFilePath, statusCode } = await Taro.downloadFile({ url, header: authHeader() });
  if (statusCode >= 300) throw problemOf(statusCode, "");
  if (mediaType.startsWith("image/")) await Taro.previewImage({ urls: [tempFilePath] });
  else await Taro.openDocument({ filePath: tempFilePath, showMenu: true });
}

/** Any address that answers bytes, e.g. an export. */
export const openBytes = (url: string, name: string, mediaType: string): Promise<void> =>
  process.env.TARO_ENV === "h5" ? inBrowser(url, name) : inWechat(url, mediaType);

export const openStatement = (statementId: string, name: string, mediaType: string): Promise<void> =>
  openBytes(addressOf("downloadStatement", { params: { statementId } }), name, mediaType);
