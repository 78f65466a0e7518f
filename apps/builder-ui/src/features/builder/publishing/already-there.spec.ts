import { describe, expect, it } from '@jest/globals';
import { comingContent, matchingContent } from './already-there.js';

const first = (...names: (string | null)[]) =>
  names.map((clientName, i) => ({
    record: { type: 'booking', id: `b${i}` },
    clientName,
    at: `2026-12-0${i + 1}`,
  }));
const when = (instant: string) => `on ${instant}`;
const five = first('Ada', 'Bo', 'Cy', 'Di', 'Ed');

describe('a date workflow, before it is published, says for which records it starts', () => {
  it.each([
    [
      'none',
      { count: 0, more: false, first: [] },
      'It starts for none of the bookings you already have: only for new ones, and for those whose dates or details change.',
      [],
    ],
    [
      'none of the first of very many',
      { count: 0, more: true, first: [] },
      'It starts for none of the bookings you have that come first; for later ones it starts when their moment comes, if they match then.',
      [],
    ],
    [
      'one',
      { count: 1, more: false, first: first('Ada') },
      'It also starts for 1 booking you already have:',
      ['Ada, on 2026-12-01'],
    ],
    [
      'all of them named',
      { count: 2, more: false, first: first('Ada', null) },
      'It also starts for 2 bookings you already have:',
      ['Ada, on 2026-12-01', 'A booking without a client, on 2026-12-02'],
    ],
    [
      'more than are named',
      { count: 1_012, more: false, first: five },
      'It also starts for 1,012 bookings you already have. The first:',
      expect.arrayContaining(['Ed, on 2026-12-05', 'and 1,007 more']),
    ],
    [
      'more than were looked at',
      { count: 500, more: true, first: five },
      'It also starts for at least 500 bookings you already have. The first:',
      expect.arrayContaining(['and at least 495 more']),
    ],
  ])('%s', (_, coming, sentence, lines) => {
    const said = comingContent(coming, 'booking', when, false);
    expect(said.sentence).toBe(sentence);
    expect([...said.first, ...(said.rest ? [said.rest] : [])]).toEqual(lines);
  });

  it('and promises nothing while it is paused', () => {
    const { sentence } = comingContent({ count: 1, more: false, first: first('Ada') }, 'invoice', when, true);
    expect(sentence).toBe('Resumed before their moments, it also starts for 1 invoice you already have:');
  });
});

const records = {
  subject: 'inquiry',
  looked: 1_000,
  more: false,
  match: 0,
  otherBrand: 0,
  condition: 0,
  reentry: 0,
  takenOver: 0,
};

describe('a workflow that an event starts asks about the records that are there', () => {
  it('nothing where none matches', () => {
    expect(matchingContent(records)).toBeUndefined();
  });

  it.each([
    [{ match: 1 }, 'Yes, also for 1 inquiry that matches', 'Publish for 1 inquiry'],
    [{ match: 12 }, 'Yes, also for 12 inquiries that match', 'Publish for 12 inquiries'],
    [
      { match: 300, more: true },
      'Yes, also for all that match: 300 of the newest 1,000, and older ones',
      'Publish for at least 300 inquiries',
    ],
    [
      { match: 0, more: true },
      'Yes, also for older ones that match: none of the newest 1,000 does',
      'Publish, also for older ones',
    ],
  ])('%j', (counts, yes, publish) => {
    const said = matchingContent({ ...records, ...counts });
    expect(said).toMatchObject({ yes, publish });
    expect(said!.question).toBe(
      'more' in counts
        ? 'Also for the inquiries you already have? There are more than 1,000.'
        : 'Also for the inquiries you already have?',
    );
  });
});
