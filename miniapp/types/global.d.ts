/** What the build defines and what TypeScript cannot see by itself. */
/// <reference types="@tarojs/taro" />
declare module "*.css";
/** The one function of it that we use; its own types are not installed. */
declare module "react-dom" {
  export function createPortal(children: import("react").ReactNode, container: Element): import("react").ReactElement;
}
declare const __API__: string;
declare const __TEMPLATES__: string[];
declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: "weapp" | "h5";
    NODE_ENV: "development" | "production";
  }
}
declare const process: { env: NodeJS.ProcessEnv };
