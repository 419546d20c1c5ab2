/** A small reader of the WXML that Taro writes: import, template is/data, wx:for, wx:if/elif/else, wxs and {{ }}; gives a tree with the bound events. */
import fs from "node:fs";
import path from "node:path";
import vm from "node:vm";

const TOKEN = /<!--[\s\S]*?-->|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[\w:@.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;
const EMPTY_TAGS = new Set(["wxs", "import"]);

function parse(source) {
  const root = { tag: "#root", attributes: {}, children: [] };
  const open = [root];
  for (const [, closed, tag, attributes, selfClosed, text] of source.matchAll(TOKEN)) {
    if (closed) {
      while (open.length > 1 && open.pop().tag !== closed);
    } else if (tag) {
      const node = { tag, attributes: {}, children: [] };
      for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE)) node.attributes[name] = double ?? single ?? true;
      open.at(-1).children.push(node);
      if (!selfClosed && !EMPTY_TAGS.has(tag)) open.push(node);
    } else if (text?.trim()) open.at(-1).children.push({ text });
  }
  return root;
}

const compiled = new Map();
function evaluate(expression, scope) {
  if (!compiled.has(expression)) compiled.set(expression, new Function("$", `with($){return (${expression})}`));
  // Every name is "there", so that an unknown one is undefined instead of an error, as in WXML.
  const names = new Proxy(scope, {
    has: (_, key) => typeof key === "string",
    get: (target, key) => (key === Symbol.unscopables ? undefined : target[key]),
  });
  try {
    return compiled.get(expression)(names);
  } catch {
    return undefined;
  }
}

function filled(text, scope) {
  if (typeof text !== "string") return text;
  const whole = /^\{\{([\s\S]*)\}\}$/.exec(text);
  if (whole && !whole[1].includes("}}")) return evaluate(whole[1], scope);
  return text.replace(/\{\{([\s\S]*?)\}\}/g, (_, expression) => evaluate(expression, scope) ?? "");
}

const isTemplate = (node) => node.tag === "template" && node.attributes.name;
const files = new Map();

/** Reads a file once, with the templates and wxs modules that it imports. */
export function loadFile(file) {
  if (files.has(file)) return files.get(file);
  const root = parse(fs.readFileSync(file, "utf8"));
  const unit = { templates: {}, modules: {}, root };
  files.set(file, unit);
  for (const node of root.children) {
    const source = node.attributes?.src && path.resolve(path.dirname(file), node.attributes.src);
    if (node.tag === "import") Object.assign(unit.templates, loadFile(source).templates);
    if (node.tag === "wxs") {
      const module = { exports: {} };
      const run = vm.runInThisContext(`(function(module,exports,getRegExp,getDate){${fs.readFileSync(source, "utf8")}\n})`, { filename: source });
      run(
        module,
        module.exports,
        (pattern, flags) => new RegExp(pattern, flags),
        () => new Date(),
      );
      unit.modules[node.attributes.module] = module.exports;
    }
  }
  for (const node of root.children) if (isTemplate(node)) unit.templates[node.attributes.name] = { children: node.children, unit };
  return unit;
}

const bodyOf = (unit) => unit.root.children.filter((node) => !isTemplate(node));

/** The tree of a page's WXML for its data. */
export function render(file, data, components = {}) {
  const unit = loadFile(file);
  return walk(bodyOf(unit), { ...data, ...unit.modules }, unit, components);
}

function walk(nodes, scope, unit, components) {
  const out = [];
  let taken = false;
  for (const node of nodes) {
    if (node.text != null) {
      const text = filled(node.text.trim(), scope);
      if (text !== "" && text != null) out.push({ text: String(text) });
      continue;
    }
    if (EMPTY_TAGS.has(node.tag)) continue;
    const at = node.attributes;
    if (at["wx:elif"] != null || at["wx:else"] != null) {
      if (taken || (at["wx:elif"] != null && !filled(at["wx:elif"], scope))) continue;
      taken = true;
    } else if (at["wx:if"] != null) {
      taken = Boolean(filled(at["wx:if"], scope));
      if (!taken) continue;
    }
    const list = at["wx:for"] == null ? null : filled(at["wx:for"], scope);
    if (at["wx:for"] == null) out.push(...one(node, scope, unit, components));
    else if (Array.isArray(list)) list.forEach((item, index) => void out.push(...one(node, { ...scope, item, index }, unit, components)));
  }
  return out;
}

function one(node, scope, unit, components) {
  if (node.tag === "block") return walk(node.children, scope, unit, components);
  if (node.tag === "template") {
    const name = filled(node.attributes.is, scope);
    const template = unit.templates[name];
    if (!template) throw new Error(`the built WXML has no template ${name}`);
    const data = node.attributes.data ? evaluate(`({${node.attributes.data.replace(/^\{\{|\}\}$/g, "")}})`, scope) : {};
    return walk(template.children, { ...data, ...template.unit.modules }, template.unit, components);
  }
  const at = {};
  const on = {};
  for (const [name, raw] of Object.entries(node.attributes)) {
    if (name.startsWith("wx:")) continue;
    const event = /^(?:capture-)?(?:bind|catch|mut-bind):?(\w+)$/.exec(name);
    const value = event ? raw : filled(raw, scope);
    if (event) on[event[1].toLowerCase()] = value;
    else if (value !== undefined && value !== "") at[name] = value;
  }
  const component = components[node.tag];
  if (component) return walk(bodyOf(component), { ...at, ...component.modules }, component, components);
  return [{ tag: node.tag, at, on, children: walk(node.children, scope, unit, components) }];
}

/** All text below a node or list, joined. */
export const textOf = (node) => (node == null ? "" : Array.isArray(node) ? node.map(textOf).join("") : (node.text ?? textOf(node.children)));

export function findAll(nodes, test, out = []) {
  for (const node of nodes) {
    if (node.tag && test(node)) out.push(node);
    if (node.children) findAll(node.children, test, out);
  }
  return out;
}

/** For error messages: the tree in short. */
export const outline = (nodes, depth = 0) =>
  nodes
    .map((node) => " ".repeat(depth) + (node.text ?? `<${node.tag}${node.at.id ? ` #${node.at.id}` : ""}>\n${outline(node.children, depth + 1)}`))
    .join("\n");
