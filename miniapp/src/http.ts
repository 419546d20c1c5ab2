/** One request to the API on either target: fetch on H5, Taro.request in the mini-program. Fails with NetworkFailure only when no answer came. */
import Taro from "@tarojs/taro";

export interface HttpReply {
  status: number;
  text: string;
}

export class NetworkFailure extends Error {
  override name = "NetworkFailure";
}

export interface HttpRequest {
  method: "GET" | "POST" | "PUT";
  url: string;
  header: Record<string, string>;
  body?: string;
}

const TIMEOUT = 20_000;

async function viaFetch({ method, url, header, body }: HttpRequest): Promise<HttpReply> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT);
  try {
    const reply = await fetch(url, { method, headers: header, body, signal: abort.signal, credentials: "same-origin" });
    return { status: reply.status, text: await reply.text() };
  } catch (cause) {
    throw new NetworkFailure(String(cause));
  } finally {
    clearTimeout(timer);
  }
}

const viaTaro = ({ method, url, header, body }: HttpRequest): Promise<HttpReply> =>
  new Promise((resolve, reject) => {
    const task = Taro.request<string>({
      url,
      method,
      header,
      data: body,
      // The platform must not parse: amounts and problems are read by us.
      dataType: "text" as "json",
      responseType: "text",
      timeout: TIMEOUT,
      success: (reply) =>
        resolve({ status: reply.statusCode, text: typeof reply.data === "string" ? reply.data : JSON.stringify(reply.data ?? null) }),
      fail: (failure) => reject(new NetworkFailure(failure?.errMsg ?? "fail")),
    });
    // Taro's task is a promise too; its failure has been told above.
    (task as unknown as Promise<unknown>)?.then?.(undefined, () => undefined);
  });

export const http = (request: HttpRequest): Promise<HttpReply> => (process.env.TARO_ENV === "h5" ? viaFetch(request) : viaTaro(request));
