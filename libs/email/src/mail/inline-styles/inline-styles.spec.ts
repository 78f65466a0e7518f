import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { inlineStyles } from './inline-styles.js';
import { nestingOf } from './nesting.js';

const page = (css: string, body: string, tag = '<style>') =>
  `<!doctype html>\n<html><head>${tag}${css}</style></head><body>${body}</body></html>`;
const bodyOf = (html: string) => /<body>([^]*)<\/body>/.exec(html)![1];
const sheetsOf = (html: string) =>
  [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, css]) => css!.trim()).join('\n');

describe('styles of a sheet stand beside what they are about', () => {
  it.each([
    ['.a { color: red }', '<p class="a">x</p>', '<p class="a" style="color: red;">x</p>'],
    ['p { color: red }', '<p style="margin:0">x</p>', '<p style="color: red;margin: 0">x</p>'],
    ['p { color: red }', '<p style="color:blue">x</p>', '<p style="color: blue">x</p>'],
    ['p{color:red!important}', '<p style="color:blue">x</p>', '<p style="color: red !important">x</p>'],
  ])('%s', (css, body, expected) => expect(bodyOf(inlineStyles(page(css, body)))).toBe(expected));

  it.each([
    ['a phone', '@media (max-width: 480px) { .a { color: green; margin: 0 !important } }'],
    ['dark mode', '@media (prefers-color-scheme: dark) { .a { color: green } }'],
    ['a pointer', '.a:hover { color: green }'],
    ['Outlook’s dark mode', '[data-ogsc] .a { color: green }'],
  ])('what is for %s stays in the sheet and wins', (_, css) => {
    const inlined = inlineStyles(page(`.a { color: red } ${css}`, '<p class="a">x</p>'));
    expect(bodyOf(inlined)).toBe('<p class="a" style="color: red;">x</p>');
    expect(sheetsOf(inlined)).toContain('color: green !important');
    expect(sheetsOf(inlined)).not.toContain('red');
    expect(sheetsOf(inlined)).not.toMatch(/important\s*!/);
  });

  it('a sheet with a medium of its own keeps it', () => {
    const inlined = inlineStyles(page('p { color: red }', '<p>x</p>', '<style media="(max-width: 5px)">'));
    expect(bodyOf(inlined)).toBe('<p>x</p>');
    expect(sheetsOf(inlined)).toBe('@media (max-width: 5px) {p { color: red !important}}');
  });

  it('signs within texts, comments and addresses delimit nothing', () => {
    const css = `@media print { .a { content: "};"; background: url(a;b}c); /* } ; */ color: green } }`;
    expect(sheetsOf(inlineStyles(page(css, '<p class="a">x</p>')))).toContain(
      `content: "};" !important; background: url(a;b}c) !important; /* } ; */ color: green !important}`,
    );
  });

  it('frames of animations and fonts stay as they are', () => {
    const css = '@font-face { font-family: X } @keyframes k { from { color: red } to { color: blue } }';
    expect(sheetsOf(inlineStyles(page(css, '<p>x</p>')))).toBe(css);
  });
});

it('keeps the document’s type, links and Outlook’s conditions, and loads nothing', () => {
  const type = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/x.dtd">';
  const head = '<link rel="stylesheet" href="file:///etc/passwd"><style>b { color: red }</style>';
  const body = '<!--[if mso]><table><tr><td><![endif]--><b>x</b><![if !mso]><b>y</b><![endif]>';
  const inlined = inlineStyles(`${type}<html><head>${head}</head><body>${body}</body></html>`);
  expect(inlined).toMatch(/^<!DOCTYPE html PUBLIC/);
  expect(inlined).toContain('<link rel="stylesheet" href="file:///etc/passwd">');
  const red = (text: string) => `<b style="color: red;">${text}</b>`;
  expect(bodyOf(inlined)).toBe(
    `<!--[if mso]><table><tr><td><![endif]-->${red('x')}<!--[if !mso]><!-->${red('y')}<!--<![endif]-->`,
  );
});

describe('a document that would take too long stays as it is', () => {
  const many = (count: number, one: (n: number) => string) => Array.from({ length: count }, (_, n) => one(n));
  it.each([
    ['no sheet', '<p>x</p>'],
    ['elements within elements', `<style>p{color:red}</style>${'<div>'.repeat(20_000)}`],
    [
      'formatting that is never closed',
      `<style>p{color:red}</style>${many(5_000, (n) => `<p><b id=${n}></p>`).join('')}`,
    ],
    [
      'formatting that a table cuts',
      `<style>p{color:red}</style>${many(5_000, (n) => `<table><td><i id=${n}></table>`).join('')}`,
    ],
    [
      'many selectors',
      `<style>${many(5_000, (n) => `.c${n} b{color:red}`).join('')}</style>${'<b></b>'.repeat(5_000)}`,
    ],
    [
      'many properties',
      `<style>b{${many(3_000, (n) => `--p${n}:red;`).join('')}}</style>${'<b></b>'.repeat(300)}`,
    ],
    ['sheets that never end', '<style><style'.repeat(20_000)],
  ])('%s', (_, html) => {
    const before = process.cpuUsage();
    expect(inlineStyles(html)).toBe(html);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(500);
  });
});

it('a parser’s tree is no deeper than was counted', () => {
  const tags = [
    'b',
    'i',
    'p',
    'div',
    'table',
    'tr',
    'td',
    'a',
    'li',
    'button',
    'caption',
    'object',
    'h1',
    'br',
  ];
  const part = fc
    .tuple(fc.constantFrom('', '/'), fc.constantFrom(...tags), fc.nat(9))
    .map(([end, tag, id]) => (end ? `</${tag}>` : `<${tag} id=${id}>`));
  const soup = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('').repeat(30));
  fc.assert(
    fc.property(soup, (html) => {
      const { depth, strays } = nestingOf(html);
      if (depth > 200 || strays > 20) return;
      expect(depthOf(parse(html))).toBeLessThan(1_000);
    }),
    { numRuns: 500 },
  );
});

function depthOf(root: Tree.Document): number {
  let depth = 0;
  const open: { readonly node: Tree.Node; readonly at: number }[] = [{ node: root, at: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    depth = Math.max(depth, next.at);
    const { node, at } = next;
    if ('childNodes' in node) open.push(...node.childNodes.map((child) => ({ node: child, at: at + 1 })));
  }
  return depth;
}
