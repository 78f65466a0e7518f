import { describe, expect, it } from '@jest/globals';
import { connectionUrlProblem } from '@cueline/database/connection-url';

const smtp = (value: string) =>
  connectionUrlProblem(value, ['smtp', 'smtps'], 'smtp://user:password@host:587');
const postgres = (value: string) =>
  connectionUrlProblem(value, ['postgresql', 'postgres'], 'postgresql://user:password@host:5432/database');

describe('the URL of a server', () => {
  it.each([
    'smtp://127.0.0.1:4425',
    'smtps://mail.example.test',
    'smtp://user%40example.test:p%23a%2Fss@mail.example.test:587',
    'smtp://user:pa:ss!$&()*+,;=-._~@mail.example.test',
    'smtp://[::1]:25',
    'smtp://user:secret@mail.example.test:587/?name=studio.example.test',
  ])('%s can be used', (value) => expect(smtp(value)).toBeUndefined());

  it.each([
    'postgresql://cueline@127.0.0.1:5432/cueline',
    'postgres://u:p@db.example.test/cueline?sslmode=require&application_name=a@b',
    'postgresql://db.example.test/cueline?user=a@b',
    'postgresql:///cueline?host=/var/run/postgresql',
  ])('%s can be used', (value) => expect(postgres(value)).toBeUndefined());

  it.each([
    ['#', '%23'],
    ['/', '%2F'],
    ['?', '%3F'],
    ['@', '%40'],
    ['%', '%25'],
    ['[', '%5B'],
    [']', '%5D'],
    ['\\', '%5C'],
    ['^', '%5E'],
    ['{', '%7B'],
    ['|', '%7C'],
    ['"', '%22'],
    ['<', '%3C'],
  ])('with %s in its password says to write %s, wherever it is', (char, code) => {
    for (const password of [
      `geh${char}eim`,
      `${char}geheim`,
      `geheim${char}`,
      `12${char}3`,
      `1${char}2${char}z`,
    ])
      for (const said of [
        smtp(`smtp://user:${password}@mail.example.test:587`),
        smtp(`smtps://${password}:geheim@mail.example.test`),
        postgres(`postgresql://user:${password}@db.example.test:5432/cueline`),
      ]) {
        expect(said).toContain(`“${char}” as ${code}`);
        expect(said).not.toMatch(/geh|eim|12|user:/);
      }
  });

  it.each([
    ['', 'is empty'],
    ['   ', 'is empty'],
    [' smtp://mail.example.test', 'has a blank or line break'],
    ['smtp://mail.example.test\n', 'has a blank or line break'],
    ['mail.example.test:587', 'does not begin with smtp:// or smtps://'],
    ['https://mail.example.test', 'does not begin with smtp:// or smtps://'],
    ['smtp:mail.example.test', 'does not begin with'],
    ['smtp://', 'names no host'],
    ['smtp://user:geheim@', 'names no host'],
    ['smtp://[::1', 'is not a URL'],
    ['smtp://user:geheim@mail.example.test:port', 'has a port that is no number'],
    ['smtp://user:geheim@mail.example.test:70000', 'has a port that is no number'],
    ['smtp://user:ge heim@mail.example.test', 'a blank as %20'],
  ])('%j: %s', (value, message) => {
    expect(smtp(value)).toContain(message);
    expect(smtp(value)).not.toMatch(/geheim|ge heim/);
  });
});
