/** What a source may not say, by its room: clocks, chance and floats in shared/, money arithmetic on the phone, a scheme's name in a mechanism. */
import ts from "typescript";

/** @typedef {(node: ts.Node, rule: string, why: string) => void} Report */

const CLOCK = new Set(["Date", "performance", "setTimeout", "setInterval", "setImmediate", "queueMicrotask"]);
const WORLD = new Set([
  "fetch",
  "process",
  "console",
  "globalThis",
  "crypto",
  "window",
  "document",
  "navigator",
  "localStorage",
  "caches",
  "WebSocket",
  "XMLHttpRequest",
]);
const MONEY = /(fen|yuan|amount|money|principal|balance|premium|payout|compensation|loss|need)(?![a-z])/i;
const ARITHMETIC = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.PercentToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.AsteriskEqualsToken,
  ts.SyntaxKind.SlashEqualsToken,
]);
/** The last word of `a.b.amountFen`, `amountOf(x)` or `amounts[0]`: what the value is called. @param {ts.Node} node @returns {string} */
function calledName(node) {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text === "length" ? "" : node.name.text;
  if (
    ts.isCallExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isParenthesizedExpression(node)
  )
    return calledName(node.expression);
  return "";
}
const isMoney = (/** @type {ts.Node | undefined} */ node) => Boolean(node && MONEY.test(calledName(node)));

/** True where a word is a value in use, not a property, a type, a key or a name being declared. @param {ts.Identifier} node */
function isUsed(node) {
  const up = node.parent;
  if (ts.isPropertyAccessExpression(up)) return up.expression === node;
  if (ts.isPropertyAssignment(up) || ts.isPropertySignature(up) || ts.isPropertyDeclaration(up) || ts.isMethodDeclaration(up))
    return "initializer" in up && up.initializer === node;
  if (ts.isTypeReferenceNode(up) || ts.isImportSpecifier(up) || ts.isExportSpecifier(up) || ts.isBindingElement(up) || ts.isParameter(up))
    return false;
  return !(ts.isVariableDeclaration(up) && up.name === node);
}

/** A refusal in a picture of the screen stands with its article: the outermost element around its sentence holds a link. A refusal made on the spot has no article. @param {ts.Node} node @param {Report} report */
function refusalLinked(node, report) {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== "refusalSentence") return;
  const [given] = node.arguments;
  if (!given || ts.isObjectLiteralExpression(given)) return;
  /** @type {ts.Node | undefined} */
  let around;
  for (let at = node.parent; at; at = at.parent) if (ts.isJsxElement(at) || ts.isJsxFragment(at)) around = at;
  if (around && !/<(?:Article|Cited)[ >]/.test(around.getText())) report(node, "refusal-linked", "a refusal is shown with a link to its article");
}

/** What went wrong is more than its sentence: the advice alone loses the article. @param {ts.Node} node @param {Report} report */
function failureLinked(node, report) {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== "advice" || !ts.isCallExpression(node.expression)) return;
  const holder = node.parent;
  if (ts.isCallExpression(holder) && ts.isIdentifier(holder.expression) && /^set[A-Z]/.test(holder.expression.text))
    report(node, "refusal-linked", "keep the error and show it with WentWrong, which links each refusal to its article");
}

/** @param {ts.Node} node @param {Report} report */
function pureWords(node, report) {
  if (ts.isIdentifier(node) && isUsed(node)) {
    if (CLOCK.has(node.text)) report(node, "pure-clock", `a rule is given its day; it does not use ${node.text}`);
    if (WORLD.has(node.text)) report(node, "pure-world", `a rule does no input or output: ${node.text}`);
    if (node.text === "parseFloat") report(node, "float-money", "amounts and ratios are read by shared/money.ts and decimal.js");
  }
  if (ts.isPropertyAccessExpression(node) && node.getText() === "Math.random") report(node, "pure-chance", "a rule has no randomness");
  if (ts.isPropertyAccessExpression(node) && node.getText() === "Number.parseFloat")
    report(node, "float-money", "amounts and ratios are read by shared/money.ts and decimal.js");
}

/** Number(x), unary + and operators on what is called money; toFixed without decimal.js in the file. @param {string} file @param {ts.SourceFile} source @param {ts.Node} node @param {Report} report */
function floatMoney(file, source, node, report) {
  // The ground does the arithmetic; a calendar has amounts of days, not of money.
  if (file === "shared/money.ts" || file.startsWith("shared/calendar/")) return;
  if (ts.isCallExpression(node)) {
    const called = node.expression;
    if (ts.isIdentifier(called) && called.text === "Number" && isMoney(node.arguments[0]))
      report(node, "float-money", "Number() on money: read it with shared/money.ts");
    if (ts.isPropertyAccessExpression(called) && called.name.text === "toFixed") {
      // A face prints bytes and percents; in shared/ only a Decimal may be printed so.
      const decimals = source.text.includes('"decimal.js"') || (file.startsWith("miniapp/") && !isMoney(called.expression));
      if (!decimals || ts.isNumericLiteral(called.expression) || /^Number\(/.test(called.expression.getText()))
        report(node, "float-money", "toFixed on a number: print with shared/money.ts");
    }
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.PlusToken && isMoney(node.operand))
    report(node, "float-money", "unary + on money: read it with shared/money.ts");
  const operator = ts.isBinaryExpression(node) ? node.operatorToken.kind : undefined;
  if (
    ts.isBinaryExpression(node) &&
    operator !== undefined &&
    ARITHMETIC.has(operator) &&
    (isMoney(node.left) || isMoney(node.right)) &&
    !isText(node)
  )
    report(node, "float-money", "arithmetic on money is in shared/money.ts: plus, minus, timesRatio, split");
}

/** `"…" + amount` joins text. @param {ts.BinaryExpression} node */
const isText = (node) => [node.left, node.right].some((side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side));

/**
 * Reports what `file` may not say in its room. Tests may say anything.
 * @param {string} file @param {ts.SourceFile} source @param {string[]} schemes @param {Report} report
 */
export function wordRules(file, source, schemes, report) {
  if (/\.test\.(ts|tsx|mjs)$/.test(file)) return;
  const pure = file.startsWith("shared/");
  const face = file.startsWith("miniapp/src/");
  const mechanism = /^shared\/(process|fund|rule|calendar|enterprise|lint)\//.test(file);
  if (!pure && !face) return;
  const visit = (/** @type {ts.Node} */ node) => {
    if (pure) pureWords(node, report);
    if (face && ts.isIdentifier(node) && node.text === "parseFloat" && isUsed(node))
      report(node, "float-money", "amounts are read by shared/money.ts");
    floatMoney(file, source, node, report);
    if (face) {
      refusalLinked(node, report);
      failureLinked(node, report);
    }
    if (mechanism && (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))) {
      const named = schemes.find((id) => node.text.includes(id));
      if (named) report(node, "no-scheme-name", `a mechanism names the scheme ${named}: add the missing word to the vocabulary instead`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}
