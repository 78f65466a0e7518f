import { catalogue, number } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    upToDate: (address: string, time: string) => `${address} up to date, ${time}`,
    notUpdated: (address: string, time: string) => `${address} not updated since ${time}`,
    importing: (address: string, fetched: number, total: number) =>
      `${address}: ${number(fetched)} of ${number(total)} older emails fetched`,
    connecting: (address: string) => `${address} is connecting`,
    paused: (address: string) => `${address} is paused`,
    fix: 'Fix',
  },
  de: {
    upToDate: (address, time) => `${address} aktuell, ${time}`,
    notUpdated: (address, time) => `${address} nicht aktualisiert seit ${time}`,
    importing: (address, fetched, total) =>
      `${address}: ${number(fetched)} von ${number(total)} älteren E-Mails geholt`,
    connecting: (address) => `${address} wird verbunden`,
    paused: (address) => `${address} ist pausiert`,
    fix: 'Reparieren',
  },
});
