import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../cpu-clock.fixture.js';
import { readMimeTree, type MimeLimits, type MimePart } from './mime-tree.js';

const limits: MimeLimits = { size: 1_000_000, headers: 10_000, depth: 4, parts: 20 };
const lines = (...all: readonly string[]) => all.join('\r\n');
const shape = ({ type, body, children }: MimePart): unknown =>
  children.length > 0 ? { [type]: children.map(shape) } : `${type}: ${body}`;
const read = (...all: readonly string[]) => shape(readMimeTree(lines(...all), limits).root);
const multipart = (boundary: string, kind = 'mixed') =>
  `Content-Type: multipart/${kind}; boundary="${boundary}"`;

describe('the parts of a mail', () => {
  it('are those between its delimiters, whole lines each', () => {
    expect(
      read(
        multipart('a'),
        '',
        'preamble',
        '--a',
        '',
        'one',
        '--ab',
        '--a ',
        'Content-Type: text/html',
        '',
        'two',
        '',
        '--a--',
        'epilogue',
      ),
    ).toEqual({ 'multipart/mixed': ['text/plain: one\r\n--ab', 'text/html: two\r\n'] });
  });

  it('end with what holds them where their own end is missing', () => {
    expect(
      read(
        multipart('a'),
        '',
        '--a',
        multipart('b', 'alternative'),
        '',
        '--b',
        '',
        'inner',
        '--a',
        '',
        'outer',
      ),
    ).toEqual({
      'multipart/mixed': [{ 'multipart/alternative': ['text/plain: inner'] }, 'text/plain: outer'],
    });
  });

  it.each([
    ['is missing', 'Content-Type: multipart/mixed'],
    ['is another one', multipart('other')],
  ])('are found where the boundary %s', (_, type) => {
    expect(read(type, '', '--real', '', 'text', '--real--')).toEqual({
      'multipart/mixed': ['text/plain: text'],
    });
  });

  it('are one text where there is no delimiter at all', () => {
    expect(read(multipart('a'), '', 'text')).toBe('text/plain: text');
  });

  it('of a digest are mails', () => {
    expect(read(multipart('a', 'digest'), '', '--a', '', 'Subject: x', '--a--')).toEqual({
      'multipart/digest': ['message/rfc822: Subject: x'],
    });
  });

  it.each([
    ['after a blank line', ['Content-Type: text/html', '', 'body']],
    ['after a line of blanks', ['Content-Type: text/html', ' ', 'body']],
    ['where a line is no field', ['Content-Type: text/html', 'body']],
    ['not at a fold of blanks', ['X: a', ' ', ' b', 'Content-Type: text/html', '', 'body']],
    ['after the line of a mailbox file', ['From mara Mon Mar 1', 'Content-Type: text/html', '', 'body']],
    ['with a parameter that was not folded', ['Content-Type: text/html;', 'charset=utf-8', '', 'body']],
  ])('begin %s', (_, given) => expect(read(...given)).toBe('text/html: body'));

  it.each([
    ['parts', lines(multipart('a'), '', ...Array.from({ length: 30 }, () => '--a\r\n\r\nx'))],
    ['depth', Array.from({ length: 9 }, (_, at) => lines(multipart(`b${at}`), '', `--b${at}`, '')).join('')],
    ['headers', `X: ${'a'.repeat(20_000)}`],
    ['size', `X: y\r\n\r\n${'a'.repeat(1_000_001)}`],
  ])('say that there is more than the limit of %s', (limit, source) => {
    expect([...readMimeTree(source, limits).exceeded]).toEqual([limit]);
  });

  it.each([
    ['delimiters', lines(multipart('a'), '', '--a\r\n'.repeat(200_000))],
    ['dashes', lines(multipart('-'), '', '-'.repeat(900_000))],
    ['half delimiters', lines(multipart('a'), '', '--ax\r\n'.repeat(150_000))],
    ['blank lines in a header', `X: y\r\n${' \r\n Z: y\r\n'.repeat(80_000)}`],
    [
      'parts in parts of one boundary',
      lines(multipart('a'), '', lines('--a', multipart('a'), '', '').repeat(5_000)),
    ],
    ['parameters', `Content-Type: text/plain${'; a="'.repeat(200_000)}`],
    ['quotes', `Content-Type: text/plain; a="${'\\"'.repeat(400_000)}`],
  ])('are found in time that the size bounds: %s', (_, source) => {
    const began = cpuClock();
    readMimeTree(source, { ...limits, depth: 20, parts: 1_000, headers: 1_000_000 });
    expect(cpuClock() - began).toBeLessThan(1_500);
  });
});
