import { catalogue, plural } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    doesNotSend: (address: string) => `${address} doesn’t send.`,
    waiting: (mails: number) => plural(mails, { one: '# email waits.', other: '# emails wait.' }),
    fix: 'Fix',
  },
  de: {
    doesNotSend: (address) => `${address} sendet nicht.`,
    waiting: (mails) => plural(mails, { one: '# E-Mail wartet.', other: '# E-Mails warten.' }),
    fix: 'Reparieren',
  },
});
