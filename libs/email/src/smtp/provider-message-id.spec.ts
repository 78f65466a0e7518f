import { describe, expect, it } from '@jest/globals';
import { providerMessageIdIn } from './provider-message-id.js';

describe('what a provider calls a mail', () => {
  it.each([
    [
      '250 2.0.0 OK <DB7PR01MB4567ABCDEF@DB7PR01MB4567.eurprd01.prod.exchangelabs.com> [Hostname=DB7PR01MB4567]',
      '<DB7PR01MB4567ABCDEF@DB7PR01MB4567.eurprd01.prod.exchangelabs.com>',
    ],
    [
      '250 Ok 0100018f2a3b4c5d-0a1b2c3d-1111-2222-3333-444455556666-000000',
      '0100018f2a3b4c5d-0a1b2c3d-1111-2222-3333-444455556666-000000',
    ],
    ['250 2.0.0 Ok: queued as 4XyZ1k2Fz9', '4XyZ1k2Fz9'],
    ['250 OK id=1sAbCd-0000Ef-2G', '1sAbCd-0000Ef-2G'],
    [
      '250 2.0.0 OK  1719834000 5b1f17b1804b1-42566a4f1b2si123456.78 - gsmtp',
      '5b1f17b1804b1-42566a4f1b2si123456.78',
    ],
  ])('is read out of %j', (reply, id) => expect(providerMessageIdIn(reply)).toBe(id));

  it.each(['250 OK', '250 2.0.0 accepted', '250 thank you, id is none', `250 OK id=${'a'.repeat(300)}`, ''])(
    'is not made up for %j',
    (reply) => expect(providerMessageIdIn(reply)).toBeUndefined(),
  );
});
