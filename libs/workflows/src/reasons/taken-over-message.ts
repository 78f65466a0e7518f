import { upperFirst } from '../language/first-letter.js';
import { describeAnchor } from '../timing/describe-anchor.js';
import { describeMoment } from '../timing/describe.js';
import { text, type ReasonParams, type Sentences } from './reason-message.js';

const day = (p: ReasonParams): string => text(p['date']).slice(0, 10);
/** A session that is over ended the day it was on. */
const anchor = (p: ReasonParams): string =>
  text(p['field']) === 'booking.endsAt' ? 'booking.startsAt' : text(p['field']);

/** Why nothing starts for what was over before Cueline knew of it. */
export const takenOverMessage: Sentences = {
  en: (p) => {
    if (p['said']) return 'It was recorded as taken over from elsewhere, so nothing starts.';
    const date = describeMoment(day(p), 'en');
    return text(p['field']) === 'event'
      ? `It happened on ${date}, long before it was recorded here: taken over, so nothing starts.`
      : `${upperFirst(describeAnchor(anchor(p), 'en'))} was on ${date}, before it was recorded here: taken over, so nothing starts.`;
  },
  de: (p) => {
    if (p['said']) return 'Es wurde als von anderswo übernommen erfasst, deshalb startet nichts.';
    const date = describeMoment(day(p), 'de');
    return text(p['field']) === 'event'
      ? `Es geschah am ${date}, lange bevor es hier erfasst wurde: übernommen, deshalb startet nichts.`
      : `${upperFirst(describeAnchor(anchor(p), 'de', 'nominative'))} war am ${date}, bevor es hier erfasst wurde: übernommen, deshalb startet nichts.`;
  },
};
