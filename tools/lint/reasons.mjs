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

/** Whether a type is the code of reasons, and of nothing else. */
function isCode(type) {
  const parts = (type.isUnion() ? type.types : [type]).filter(
    (part) => !['undefined', 'null'].includes(part.intrinsicName),
  );
  return parts.length > 0 && parts.every((part) => part.isStringLiteral() && reasonCodes.has(part.value));
}

const decides = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const services = context.sourceCode.parserServices;
    const check = (node, ...operands) => {
      if (operands.some((one) => isCode(services.getTypeAtLocation(one))))
        context.report({ node, message: MESSAGE });
    };
    const checkText = (node, text) => {
      if (IN_SQL.test(text)) context.report({ node, message: MESSAGE });
    };
    return {
      BinaryExpression(node) {
        if (COMPARISON.has(node.operator)) check(node, node.left, node.right);
      },
      SwitchStatement: (node) => check(node, node.discriminant),
      CallExpression(node) {
        const { callee } = node;
        if (callee.type !== 'MemberExpression' || !SEARCHES.has(callee.property.name)) return;
        check(node, callee.object, ...node.arguments.filter(({ type }) => type !== 'SpreadElement'));
      },
      MemberExpression(node) {
        if (node.computed) check(node, node.property);
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
