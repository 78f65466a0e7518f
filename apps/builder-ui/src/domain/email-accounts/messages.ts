import { catalogue, plural } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    doesNotSend: (address: string) => `${address} doesn’t send.`,
    waiting: (mails: number) => plural(mails, { one: '# email waits.', other: '# emails wait.' }),
    notRead: (address: string) => `The inbox of ${address} is not read.`,
    fix: 'Fix',
  },
  de: {
    doesNotSend: (address) => `${address} sendet nicht.`,
    waiting: (mails) => plural(mails, { one: '# E-Mail wartet.', other: '# E-Mails warten.' }),
    notRead: (address) => `Der Posteingang von ${address} wird nicht gelesen.`,
    fix: 'Reparieren',
  },
});
