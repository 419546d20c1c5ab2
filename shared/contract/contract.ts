/** What a route takes and answers, said once in zod: the worker parses with it, the API document is made from it, the phone takes its types. */
import type { z } from "zod";
import { PATHS, type RouteName } from "./paths";

export interface RouteShape {
  /** One plain Chinese sentence for the API document. */
  readonly summary: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly reply: z.ZodType;
  /** `multipart` takes form fields (in `body`) and one `file`; `file` answers bytes. Everything else is JSON. */
  readonly form?: "multipart" | "file";
}

export interface Route extends RouteShape {
  readonly name: RouteName;
  readonly method: "GET" | "POST" | "PUT";
  /** Below `/api`, with `:name` for parameters. */
  readonly path: string;
}

export type Named<N extends RouteName, S extends RouteShape> = S & {
  readonly name: N;
  readonly method: (typeof PATHS)[N][0];
  readonly path: (typeof PATHS)[N][1];
};

/** `route("castBallot", { summary: "投票", body: z.strictObject({ choice }), reply: z.object({ … }) })`; bodies are strict objects. */
export function route<const N extends RouteName, const S extends RouteShape>(name: N, shape: S): Named<N, S> {
  const [method, path] = PATHS[name];
  return { ...shape, name, method, path } as unknown as Named<N, S>;
}

/** What the handler receives after parsing. */
export type Body<R> = R extends { readonly body: infer B extends z.ZodType } ? z.output<B> : undefined;
export type Query<R> = R extends { readonly query: infer Q extends z.ZodType } ? z.output<Q> : undefined;
/** What the phone sends. */
export type BodyInput<R> = R extends { readonly body: infer B extends z.ZodType } ? z.input<B> : undefined;
export type QueryInput<R> = R extends { readonly query: infer Q extends z.ZodType } ? z.input<Q> : undefined;
export type Reply<R extends { readonly reply: z.ZodType }> = z.output<R["reply"]>;

type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsOf<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;
/** The path parameters by name, e.g. `{ caseId: string }`. */
export type Params<R extends { readonly path: string }> = { readonly [K in ParamsOf<R["path"]>]: string };
