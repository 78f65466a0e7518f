import { describe, expect, it } from '@jest/globals';
import { blankDefinition, kinds, stepKinds, type Step } from '@cueline/workflows';
import { stepSentenceDe, triggerCardDe } from './steps.de.js';

const names = {
  templates: new Map([['t', 'Bis bald']]),
  staff: new Map([['s', 'Lena']]),
  workflows: new Map<string, string>(),
};
const say = (step: Step) => stepSentenceDe(step, names);

describe('a step in German', () => {
  it.each(stepKinds)('%s has a sentence as soon as it is added', (kind) => {
    expect(say(kinds[kind].defaults('a'))).toMatch(/^[A-ZÄÖÜ0-9]/);
  });

  it.each<[Step, string]>([
    [
      { ...kinds.sendMail.defaults('a'), template: 't', approval: {} },
      'E-Mail „Bis bald“ an den Kunden, sobald jemand sie freigibt',
    ],
    [{ id: 'a', kind: 'wait', for: { amount: 1, unit: 'weeks' } }, '1 Woche warten'],
    [
      {
        id: 'a',
        kind: 'wait',
        until: {
          anchor: 'booking.startsAt',
          offset: { amount: 3, unit: 'days', direction: 'before' },
          at: '09:00',
          ifPast: 'end',
        },
      },
      'Warten bis 3 Tage vor dem Termin um 09:00; ist das vorbei, enden',
    ],
    [
      { ...kinds.createTask.defaults('a'), title: 'Kamera', assignee: { role: 'member', id: 's' } },
      'Aufgabe „Kamera“ für Lena',
    ],
  ])('%#: %s', (step, sentence) => {
    expect(say(step)).toBe(sentence);
  });
});

it('says what starts a workflow, how often, and what ends it early', () => {
  const card = triggerCardDe({ ...blankDefinition(), exitOn: [{ event: 'booking.cancelled' }] });
  expect(card.detail).toBe('Einmal je Datensatz; endet vorzeitig, wenn eine Buchung abgesagt wird');
});
