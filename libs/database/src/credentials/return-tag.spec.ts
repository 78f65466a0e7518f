import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readReturnTag, returnTag } from './return-tag.js';

const secret = 'a secret of more than thirty-two characters';
const mail = { studioId: randomUUID(), sendKey: randomBytes(32).toString('hex') };

describe('the tag of a return path', () => {
  it('says which mail of which studio it was made for, and is the same each time', () => {
    const tag = returnTag(secret, mail);
    expect(tag).toMatch(/^[0-9a-f]{24}$/);
    expect(returnTag(secret, mail)).toBe(tag);
    expect(mail.sendKey.startsWith(readReturnTag(secret, mail.studioId, tag)!)).toBe(true);
  });

  it('is refused when anything of it was changed, for another studio, and by another secret', () => {
    const tag = returnTag(secret, mail);
    for (let i = 0; i < tag.length; i++) {
      const other = tag[i] === 'a' ? 'b' : 'a';
      expect(
        readReturnTag(secret, mail.studioId, tag.slice(0, i) + other + tag.slice(i + 1)),
      ).toBeUndefined();
    }
    expect(readReturnTag(secret, randomUUID(), tag)).toBeUndefined();
    expect(readReturnTag(`${secret}!`, mail.studioId, tag)).toBeUndefined();
    for (const no of ['', tag.slice(1), `${tag}0`, tag.toUpperCase()])
      expect(readReturnTag(secret, mail.studioId, no)).toBeUndefined();
  });
});
