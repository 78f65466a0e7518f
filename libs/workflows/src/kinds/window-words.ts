import type { WindowRule } from '../timing/date-moment.js';
import { windowWords } from '../timing/words.js';

/** "business hours", "Mon-Fri 09:00-17:00 in the client's time". */
export function windowRuleWords({ hours, zone }: WindowRule): string {
  const when = hours === 'business' ? 'business hours' : windowWords(hours);
  return zone === 'client' ? `${when} in the client's time` : when;
}
