import { readdirSync, readFileSync } from 'node:fs';

/**
 * Reasons explain, columns decide: nothing branches on the code of a reason. Bad examples in reasons.cases.mjs prove that the rule bites.
 */
const language = new URL('../../libs/workflows/src/', import.meta.url);

/** Every code of a reason that has a message. */
export const reasonCodes = new Set(
  readdirSync(language, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?:^reasons\/|\/)[a-z-]*reasons\.ts$/.test(file))
    .flatMap((file) => [
      ...readFileSync(new URL(file, language), 'utf8').matchAll(/^\s+'([a-zA-Z]+\.[a-zA-Z]+)':/gm),
    ])
    .map(([, code]) => code),
);

const COMPARISON = new Set(['===', '!==', '==', '!=']);
const SEARCHES = new Set(['startsWith', 'endsWith', 'includes', 'indexOf', 'match', 'has', 'test', 'split']);
const MESSAGE = 'A reason explains, and decides nothing: branch on a column or a field of its own.';
const IN_SQL = /reason\s*->>?\s*'(?:code|params)'/;

/** The text that an expression is: a literal, a constant of one, or undefined. */
function textOf(node, scope) {
  if (node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression')
    return textOf(node.expression, scope);
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'Identifier') return undefined;
  for (let at = scope; at; at = at.upper) {
    const variable = at.set.get(node.name);
    if (!variable) continue;
    const [{ type, node: declared } = {}] = variable.defs;
    return type === 'Variable' && declared.init ? textOf(declared.init, at) : undefined;
  }
  return undefined;
}

const called = (node) => (node.type === 'Identifier' ? node.name : node.property?.name) ?? '';
const unwrapped = (node) =>
  ['ChainExpression', 'TSNonNullExpression', 'TSAsExpression'].includes(node.type)
    ? unwrapped(node.expression)
    : node;

/** `reason.code`, whatever the reason is of. */
function isCodeOfReason(node) {
  const { type, computed, property, object } = unwrapped(node);
  return (
    type === 'MemberExpression' &&
    !computed &&
    property.name === 'code' &&
    /reason$/i.test(called(unwrapped(object)))
  );
}

const isNamedCode = (node) => /code$/i.test(called(unwrapped(node)));
const isCode = (text) => text !== undefined && reasonCodes.has(text);
/** Of a code, or of several: `exit.` */
const beginsCode = (text) =>
  text !== undefined && /^[a-zA-Z]+\./.test(text) && [...reasonCodes].some((code) => code.startsWith(text));

const decides = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node) => context.report({ node, message: MESSAGE });
    const read = (node) => textOf(node, context.sourceCode.getScope(node));
    const checkText = (node, text) => {
      if (IN_SQL.test(text)) report(node);
    };
    return {
      BinaryExpression(node) {
        if (!COMPARISON.has(node.operator)) return;
        const sides = [node.left, node.right];
        if (sides.some((side) => isCodeOfReason(side) || isCode(read(side)))) report(node);
      },
      SwitchStatement(node) {
        if (isCodeOfReason(node.discriminant) || node.cases.some(({ test }) => test && isCode(read(test))))
          report(node);
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'MemberExpression' || !SEARCHES.has(callee.property.name)) return;
        const operands = [callee.object, ...node.arguments];
        const isOfCode = operands.some((one) => isCodeOfReason(one) || isCode(read(one)));
        const searchesCode = isNamedCode(callee.object) && operands.some((one) => beginsCode(read(one)));
        if (isOfCode || searchesCode) report(node);
      },
      MemberExpression(node) {
        if (node.computed && isCodeOfReason(node.property)) report(node);
      },
      Literal: (node) => typeof node.value === 'string' && checkText(node, node.value),
      TemplateElement: (node) => checkText(node, node.value.raw),
    };
  },
};

/** @type {import('eslint').Linter.Config[]} */
export const reasonRules = [
  {
    name: 'cueline/reasons',
    files: ['apps/**/*.{ts,tsx}', 'libs/**/*.ts'],
    // What explains reasons looks their codes up.
    ignores: ['**/*.spec.{ts,tsx}', '**/*.fixture.ts', '**/reasons/*.ts', '**/*reasons*.ts'],
    plugins: { 'cueline-reasons': { rules: { 'explain-only': decides } } },
    rules: { 'cueline-reasons/explain-only': 'error' },
  },
];
