import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MailTransport } from '@cueline/email/smtp';
import type { SendMailStep } from '@cueline/workflows';
import { activitiesOf, perform, runOf } from '../../../engine/activities/effects/run.fixture.js';
import { TestStudio } from '../../../studio.fixture.js';

let studio: TestStudio;
beforeAll(async () => {
  studio = await TestStudio.open();
  await studio.rows('UPDATE studios SET mails_per_contact_and_day = NULL');
  await studio.rows(
    `UPDATE templates SET html = $1`,
    '<p>{{ booking.startsAt | date("full") }}, {{ booking.startsAt | time }}</p>',
  );
});
afterAll(() => studio.close());

const server: MailTransport = {
  deliver: async ({ onHandOver }) =>
    (await onHandOver()) ? { type: 'accepted', reply: '250 ok' } : { type: 'calledOff' },
  close: () => undefined,
};

/** What left, of a mail to `to` about a booking of Mara, who is at home as given. */
async function sent(
  to: SendMailStep['to'],
  home: { locale?: string; zone?: string },
): Promise<{ html: string; text: string }> {
  const clientId = await studio.client('Mara');
  await studio.rows(
    'UPDATE clients SET locale = $1, zone = $2 WHERE id = $3',
    home.locale ?? null,
    home.zone ?? null,
    clientId,
  );
  const step: SendMailStep = {
    id: 'mail',
    kind: 'sendMail',
    template: studio.templateId,
    to,
    from: { type: 'brand' },
    category: 'transactional',
  };
  const runId = await runOf(studio, step, {
    event: 'booking.created',
    subjectId: await studio.booking({ clientId }),
  });
  await perform(studio, step, runId, activitiesOf(studio, server));
  const [mail] = await studio.rows<{ html: string; text: string }>(
    'SELECT html, text FROM messages WHERE client_id = $1',
    clientId,
  );
  return mail!;
}
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a mail in its reader’s language and zone', () => {
  it.each<[string, { locale?: string; zone?: string }, string, string]>([
    ['nothing known', {}, 'Saturday, 12 June 2027, 15:00', 'en-GB'],
    ['fr-FR', { locale: 'fr-FR' }, 'samedi 12 juin 2027, 15:00', 'fr-FR'],
    ['fr_fr, from before tags were checked', { locale: 'fr_fr' }, 'samedi 12 juin 2027, 15:00', 'fr-FR'],
    ['de-DE', { locale: 'de-DE' }, 'Samstag, 12. Juni 2027, 15:00', 'de-DE'],
    ['sv-SE', { locale: 'sv-SE' }, 'lördag 12 juni 2027, 15:00', 'sv-SE'],
    ['es-ES', { locale: 'es-ES' }, 'sábado, 12 de junio de 2027, 15:00', 'es-ES'],
    ['ja-JP', { locale: 'ja-JP' }, '2027年6月12日土曜日, 15:00', 'ja-JP'],
    ['en-US, with its twelve hours', { locale: 'en-US' }, 'Saturday, June 12, 2027, 3:00 PM', 'en-US'],
    ['hu-HU', { locale: 'hu-HU' }, '2027. június 12., szombat, 15:00', 'hu-HU'],
    [
      'a language that nothing is written in here',
      { locale: 'tlh' },
      'Saturday, 12 June 2027, 15:00',
      'en-GB',
    ],
    ['a zone', { zone: 'Asia/Tokyo' }, 'Saturday, 12 June 2027, 22:00', 'en-GB'],
    ['a zone of another day', { zone: 'Pacific/Auckland' }, 'Sunday, 13 June 2027, 01:00', 'en-GB'],
    ['a zone that is none', { zone: 'BET' }, 'Saturday, 12 June 2027, 15:00', 'en-GB'],
    ['both', { locale: 'fr-CA', zone: 'America/Toronto' }, 'samedi 12 juin 2027, 09 h 00', 'fr-CA'],
  ])('to a client of %s', async (_, home, message, language) => {
    const mail = await sent({ role: 'client' }, home);
    expect(plain(mail.text)).toContain(message);
    expect(mail.html).toContain(`<html lang="${language}">`);
  });

  it.each<[string, SendMailStep['to'], string]>([
    ['the client’s own', { role: 'address', address: 'MARA@clients.test' }, 'samedi 12 juin 2027'],
    ['somebody else’s', { role: 'address', address: 'lab@print.test' }, 'Saturday, 12 June 2027'],
  ])('to an address that is %s', async (_, to, message) => {
    expect(plain((await sent(to, { locale: 'fr-FR' })).text)).toContain(message);
  });

  it('leaves also in a brand whose zone is none', async () => {
    await studio.rows(`UPDATE brands SET zone = 'BET', locale = 'tlh'`);
    expect(plain((await sent({ role: 'client' }, {})).text)).toContain('Saturday, 12 June 2027, 13:00');
  });
});
