/** Runs a built weapp `dist` in Node under WeChat's restrictions: no DOM or fetch, no eval, `wx` stubbed, setData through JSON. */
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { makeWx } from "./wx-stub.mjs";
import { findAll, loadFile, outline, render, textOf } from "./wxml.mjs";

/** Browser names that exist in Node but not in WeChat's logic layer. */
const HIDDEN = (
  "window document frames self location navigator localStorage history screen alert confirm prompt XMLHttpRequest WebSocket fetch Headers Request Response " +
  "FormData Blob File URL URLSearchParams AbortController AbortSignal TextEncoder TextDecoder crypto performance structuredClone queueMicrotask process Buffer"
).split(" ");
/** Built-ins that old phones lack. */
const LACKING = ["Intl", "WebAssembly", "SharedArrayBuffer", "Atomics"];

const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** Sets `root.cn.[0].v` in page data, as setData does. */
function setPath(data, where, value) {
  const keys = where
    .replace(/\[(\d+)\]/g, ".$1")
    .split(".")
    .filter(Boolean);
  let at = data;
  keys.slice(0, -1).forEach((key, n) => {
    if (at[key] == null || typeof at[key] !== "object") at[key] = /^\d+$/.test(keys[n + 1]) ? [] : {};
    at = at[key];
  });
  at[keys.at(-1)] = value;
}

function makeContext(errors, fn) {
  const unref =
    (start) =>
    (callback, ms, ...rest) => {
      const timer = start(callback, ms, ...rest);
      timer.unref();
      return timer;
    };
  const say = (...parts) => errors.push(parts.map((part) => part?.stack ?? part?.message ?? String(part)).join(" "));
  const quiet = () => {};
  const context = vm.createContext(
    {
      console: { log: quiet, info: quiet, debug: quiet, warn: quiet, error: say },
      setTimeout: unref(setTimeout),
      clearTimeout,
      setInterval: unref(setInterval),
      clearInterval,
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  for (const name of LACKING) vm.runInContext(`delete globalThis.${name}`, context);
  // WeChat replaces Function by one whose products do nothing instead of throwing: both must be survived.
  if (fn === "noop")
    vm.runInContext(
      "{ const F = Function; const N = function () { return function () {} }; N.prototype = F.prototype; globalThis.Function = N }",
      context,
    );
  return context;
}

class Page {
  constructor(config, route) {
    Object.assign(this, { route, is: route, data: copy(config.data ?? {}), options: {} });
    for (const [name, value] of Object.entries({ ...config, ...config.methods })) if (typeof value === "function") this[name] = value.bind(this);
  }
  setData(changes, done) {
    for (const [where, value] of Object.entries(changes)) setPath(this.data, where, copy(value));
    if (done) setTimeout(() => done.call(this), 0);
  }
  selectComponent() {
    return null;
  }
  selectAllComponents() {
    return [];
  }
  getTabBar() {
    return null;
  }
  groupSetData(change) {
    change();
  }
  triggerEvent() {}
}

const settle = (ms = 30) => new Promise((done) => setTimeout(done, ms));

/** What a test may do with a page: look at its rendered tree and fire the events that the built WXML binds. */
function viewOf(dist, page) {
  const file = path.join(dist, `${page.route}.wxml`);
  const { usingComponents = {} } = JSON.parse(fs.readFileSync(path.join(dist, `${page.route}.json`), "utf8"));
  const components = {};
  for (const [name, source] of Object.entries(usingComponents)) {
    const wxml = `${source.startsWith("/") ? path.join(dist, source) : path.resolve(path.dirname(file), source)}.wxml`;
    if (fs.existsSync(wxml)) components[name] = loadFile(wxml);
  }
  const tree = () => render(file, page.data, components);
  const byId = (id) => findAll(tree(), (node) => node.at.id === id)[0];
  const get = (id) => {
    const node = byId(id);
    if (!node) throw new Error(`#${id} is not in the rendered tree:\n${outline(tree())}`);
    return node;
  };
  /** The node and what it stands in, from the inside out. */
  const pathTo = (id, nodes = tree()) => {
    for (const node of nodes) {
      if (node.at?.id === id) return [node];
      const inner = node.children ? pathTo(id, node.children) : null;
      if (inner) return [...inner, node];
    }
    return null;
  };
  /** As WeChat does: the node's own binding, then, for touches, that of every node around it. */
  const fire = (id, type, detail = {}) => {
    const [node, ...around] = pathTo(id) ?? [get(id)];
    const handlerOf = (each) => each.on?.[type.toLowerCase()];
    if (!handlerOf(node)) throw new Error(`<${node.tag} id=${id}> has no bind${type} in the built WXML`);
    const targetOf = (each) => ({ id: each.at.id, dataset: { sid: each.at["data-sid"] } });
    const common = { type, timeStamp: Date.now(), target: targetOf(node), detail, touches: [], changedTouches: [], mark: {} };
    const reached = /^(tap|touch|longpress)/.test(type) ? [node, ...around] : [node];
    for (const each of reached) if (handlerOf(each)) page[handlerOf(each)]({ ...common, currentTarget: targetOf(each) });
    return settle();
  };
  return {
    page,
    get,
    fire,
    has: (id) => Boolean(byId(id)),
    all: (test) => findAll(tree(), test),
    text: (id) => textOf(id ? get(id) : tree()),
    tap: (id) => fire(id, "tap", { x: 1, y: 1 }),
    input: (id, value) => fire(id, "input", { value, cursor: value.length }),
  };
}

/** Starts the app. `wx` overrides stubs; `storage` is what the phone remembers; `fn` is how Function misbehaves: `throw` or `noop`. */
export function boot(dist, { wx: overrides = {}, storage = {}, fn = "throw" } = {}) {
  const errors = [];
  const stack = [];
  const pages = {};
  const modules = {};
  const appJson = JSON.parse(fs.readFileSync(path.join(dist, "app.json"), "utf8"));
  const context = makeContext(errors, fn);
  let app;
  let current;
  const routeOf = (file) => path.relative(dist, file).replace(/\.js$/, "");
  const query = (text = "") => Object.fromEntries(new URLSearchParams(text));
  const open = (address) => {
    const [route, search] = address.replace(/^\//, "").split("?");
    if (!pages[route]) load(path.join(dist, route));
    const page = new Page(pages[route], route);
    page.options = query(search);
    stack.push(page);
    page.onLoad?.(page.options);
    page.onShow?.();
    setTimeout(() => page.onReady?.(), 0);
    return viewOf(dist, page);
  };
  const reopen = (address) => {
    for (const page of stack.splice(0)) page.onUnload?.();
    return open(address);
  };
  const wx = makeWx({ open, reopen, storage, first: appJson.pages[0], overrides });
  const given = {
    wx,
    App: (config) => {
      app = config;
    },
    Page: (config) => {
      pages[routeOf(current)] = config;
    },
    Component: (config) => {
      pages[routeOf(current)] = config;
    },
    Behavior: (config) => config,
    getApp: () => app,
    getCurrentPages: () => stack,
    global: {},
  };
  function load(name) {
    const file = name.endsWith(".js") ? name : `${name}.js`;
    if (modules[file]) return modules[file].exports;
    const module = { exports: {} };
    modules[file] = module;
    const before = current;
    current = file;
    const names = ["require", "module", "exports", ...Object.keys(given), ...HIDDEN];
    const run = vm.runInContext(`(function(${names.join(",")}){${fs.readFileSync(file, "utf8")}\n})`, context, { filename: file });
    run((other) => load(path.resolve(path.dirname(file), other)), module, module.exports, ...Object.values(given));
    current = before;
    return module.exports;
  }
  async function until(test, ms = 3000) {
    const end = Date.now() + ms;
    for (;;) {
      let value = false;
      try {
        value = await test();
      } catch {
        // not there yet
      }
      if (value) return value;
      if (Date.now() > end)
        throw new Error(
          `it never came true; errors: ${errors.slice(0, 3).join("\n")}; page: ${stack.length ? viewOf(dist, stack.at(-1)).text() : "none"}`,
        );
      await settle(10);
    }
  }
  const launch = { path: appJson.pages[0], query: {}, scene: 1001 };
  load(path.join(dist, "app"));
  app.onLaunch?.call(app, launch);
  app.onShow?.call(app, launch);
  return { open, until, settle, errors, appJson, current: () => viewOf(dist, stack.at(-1)) };
}
