import { describe, expect, it } from '@jest/globals';
import { mailFrom } from './mail-from.js';

const sender = {
  kind: 'smtp',
  fromName: 'Sunday Studio',
  address: 'hello@sunday.example',
  replyTo: 'desk@sunday.example',
} as const;
const source = {
  sender,
  brandName: 'Sunday',
  brandReplyTo: null,
  studioSlug: 'sunday',
  platformDomain: 'mail.test',
};

describe('whom a mail is from', () => {
  it('is the brand’s sender, and its answers go where the brand says', () => {
    expect(mailFrom(source)).toEqual({
      from: { name: 'Sunday Studio', address: 'hello@sunday.example' },
      replyTo: 'desk@sunday.example',
    });
  });

  it.each([null, { ...sender, address: 'no address' }])(
    'is the platform’s address where the brand has none that works',
    (own) => {
      expect(mailFrom({ ...source, sender: own }).from).toEqual({
        name: 'Sunday',
        address: 'studio-sunday@mail.test',
      });
    },
  );

  it('is a staff member by name, from the brand’s address, who gets the answers', () => {
    expect(mailFrom(source, { name: 'Noah Berg', address: 'noah@sunday.example' })).toEqual({
      from: { name: 'Noah Berg · Sunday Studio', address: 'hello@sunday.example' },
      replyTo: 'noah@sunday.example',
    });
  });

  it('has the answers to the platform’s address go where the brand says', () => {
    const brandReplyTo = 'lena@sunday.example';
    const answers = (own: typeof source.sender | null) =>
      mailFrom({ ...source, sender: own, brandReplyTo }).replyTo;
    expect(answers(null)).toBe(brandReplyTo);
    expect(answers(sender)).toBe('desk@sunday.example');
    expect(
      mailFrom({ ...source, sender: { ...sender, replyTo: null }, brandReplyTo }).replyTo,
    ).toBeUndefined();
  });

  it('leaves the answers with the brand where the staff member has no address', () => {
    expect(mailFrom(source, { name: 'Noah Berg', address: null }).replyTo).toBe('desk@sunday.example');
    expect(mailFrom({ ...source, sender: null }, { name: 'Noah', address: 'nowhere' })).toEqual({
      from: { name: 'Noah · Sunday', address: 'studio-sunday@mail.test' },
    });
  });
});
