import { rolesOf } from './role.js';

const folders = (delimiter: string, ...paths: (string | readonly [string, string])[]) =>
  paths.map((one) =>
    typeof one === 'string'
      ? { path: one, delimiter, specialUse: null }
      : { path: one[0], delimiter, specialUse: one[1] },
  );
const roles = (...list: Parameters<typeof folders>) => Object.fromEntries(rolesOf(folders(...list)));

describe('what a folder is for', () => {
  test.each([
    [
      'special use counts, whatever the name',
      roles('/', 'INBOX', ['[Gmail]/Sendte', '\\Sent'], ['[Gmail]/Alle', '\\All']),
      { INBOX: 'inbox', '[Gmail]/Sendte': 'sent', '[Gmail]/Alle': 'all' },
    ],
    [
      'a name below INBOX counts where all folders are there',
      roles('.', 'INBOX', 'INBOX.Gesendet', 'INBOX.IDN.Sent', 'INBOX.Entwürfe'),
      { INBOX: 'inbox', 'INBOX.Gesendet': 'sent', 'INBOX.Entwürfe': 'drafts' },
    ],
    ['of two candidates neither', roles('/', 'INBOX', 'Sent', 'Gesendet'), { INBOX: 'inbox' }],
    [
      'a name says nothing beside special use',
      roles('/', 'Sent', ['Gesendete Objekte', '\\Sent']),
      { 'Gesendete Objekte': 'sent' },
    ],
    ['a name in parts, as macOS writes it', roles('/', 'Entwu\u0308rfe'), { 'Entwu\u0308rfe': 'drafts' }],
    ['INBOX in any case', roles('/', 'Inbox'), { Inbox: 'inbox' }],
    ['a name that an object has of itself', roles('/', 'constructor', '__proto__'), {}],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});
