import { describe, expect, it } from '@jest/globals';
import { composeMail } from './compose.js';
import { unsubscribeHeaders, withUnsubscribeFooter } from './unsubscribe.js';

const url = `https://cueline.test/unsubscribe/${'aB-9_'.repeat(17)}x`;
const ways = { url, mailto: { address: 'hello@studio.test', subject: `unsubscribe ${'x'.repeat(86)}` } };
const reader = { locale: 'en-GB', sender: 'Sunday & Sons' };

describe('the way out of marketing mail', () => {
  it('is in two headers that stay whole on the wire, the web address first', async () => {
    const raw = (
      await composeMail({
        from: { name: 'Studio', address: 'hello@studio.test' },
        to: { name: 'Mara', address: 'mara@clients.test' },
        subject: 'News',
        html: '<p>News</p>',
        text: 'News',
        messageId: '<1@studio.test>',
        date: new Date('2027-06-12T10:00:00Z'),
        headers: unsubscribeHeaders(ways),
      })
    ).toString('utf8');
    const headers = raw
      .slice(0, raw.indexOf('\r\n\r\n'))
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n');
    expect(headers).toContain(
      `List-Unsubscribe: <${url}>, <mailto:hello@studio.test?subject=unsubscribe%20${'x'.repeat(86)}>`,
    );
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  it('holds no second address or header, whatever the reply address is', () => {
    const mailto = {
      address: 'a@b.test?cc=c@d.test>,<mailto:e@f.test',
      subject: 'x&bcc=g@h.test\r\nBcc: i@j.test',
    };
    const header = unsubscribeHeaders({ url, mailto })['List-Unsubscribe']!;
    expect(header.match(/</g)).toHaveLength(2);
    expect(header).not.toMatch(/[\r\n]|[?&](?:b?cc)=/i);
  });

  it.each([
    ['a page', '<html><body><p>Hi</p></body></html>', /<p>Hi<\/p><p style=.*<\/p>\n<\/body><\/html>$/],
    ['a page in capitals', '<HTML><BODY>Hi</BODY></HTML>', /Hi<p style=.*<\/p>\n<\/BODY><\/HTML>$/],
    ['a piece', '<p>Hi</p>', /<p>Hi<\/p><p style=.*<\/p>\n$/],
  ])('is seen below %s', (_, html, whole) => {
    const mail = withUnsubscribeFooter({ html, text: 'Hi\n' }, url, reader);
    expect(mail.html).toMatch(whole);
    expect(mail.html).toContain(`Sunday &amp; Sons. <a href="${url}"`);
    expect(mail.text).toBe(
      `Hi\n\n-- \nYou receive this marketing email from Sunday & Sons.\nUnsubscribe: ${url}\n`,
    );
  });

  it('is in the reader’s language', () =>
    expect(withUnsubscribeFooter({ html: '', text: '' }, url, { ...reader, locale: 'de-AT' }).text).toContain(
      `Abbestellen: ${url}`,
    ));
});
