import type { WindowRule } from '../timing/date-moment.js';
import { describeWindow } from '../timing/describe.js';

/** "business hours", "Mon-Fri 09:00-17:00 in the client's time". */
export function describeWindowRule({ hours, zone }: WindowRule): string {
  const when = hours === 'business' ? 'business hours' : describeWindow(hours);
  return zone === 'client' ? `${when} in the client's time` : when;
}
