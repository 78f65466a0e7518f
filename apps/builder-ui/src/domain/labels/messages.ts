import { catalogue } from '../../messages/catalogue.js';

/** Settings of steps that are chosen from, and what is spoken of them. */
export const m = catalogue({
  en: {
    units: {
      seconds: 'seconds',
      minutes: 'minutes',
      hours: 'hours',
      days: 'days',
      weeks: 'weeks',
      months: 'months',
    },
    directions: { before: 'before', after: 'after' },
    reentry: {
      'once-per-record': 'once for each record',
      'once-per-contact': 'once for each client',
      'every-time': 'every time',
    },
    ifPast: { 'go-on': 'Go on', 'skip-next': 'Skip the next step', end: 'End the run' },
    recipients: {
      client: 'The client',
      vendors: 'The vendors',
      staff: 'The staff',
      inquirer: 'The person who asked',
      address: 'An address',
      owner: 'The owner',
      members: 'Everybody in the studio',
    },
    weekdays: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' },
    otherwise: 'Otherwise',
    position: (index: number, count: number) => `Step ${index} of ${count}`,
    positionOnPath: (index: number, count: number, path: string) =>
      `Step ${index} of ${count} on the path ${path}`,
    noFurther: { up: 'It cannot go further up.', down: 'It cannot go further down.' },
  },
  de: {
    units: {
      seconds: 'Sekunden',
      minutes: 'Minuten',
      hours: 'Stunden',
      days: 'Tage',
      weeks: 'Wochen',
      months: 'Monate',
    },
    directions: { before: 'vorher', after: 'nachher' },
    reentry: {
      'once-per-record': 'einmal je Datensatz',
      'once-per-contact': 'einmal je Kunde',
      'every-time': 'jedes Mal',
    },
    ifPast: {
      'go-on': 'Weitermachen',
      'skip-next': 'Den nächsten Schritt überspringen',
      end: 'Den Durchlauf beenden',
    },
    recipients: {
      client: 'Der Kunde',
      vendors: 'Die Dienstleister',
      staff: 'Das Team der Buchung',
      inquirer: 'Wer angefragt hat',
      address: 'Eine Adresse',
      owner: 'Der Inhaber',
      members: 'Alle im Studio',
    },
    weekdays: { 1: 'Mo', 2: 'Di', 3: 'Mi', 4: 'Do', 5: 'Fr', 6: 'Sa', 7: 'So' },
    otherwise: 'Sonst',
    position: (index, count) => `Schritt ${index} von ${count}`,
    positionOnPath: (index, count, path) => `Schritt ${index} von ${count} auf dem Weg ${path}`,
    noFurther: { up: 'Weiter nach oben geht es nicht.', down: 'Weiter nach unten geht es nicht.' },
  },
});
