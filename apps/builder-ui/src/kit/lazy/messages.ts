import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    offlinePage: 'You’re offline. This page opens when you’re back.',
    awayPage: 'Cueline can’t be reached. This page opens when it’s back.',
    newVersion: 'A new version is available',
    pageNotLoaded: 'This page could not be loaded',
    lostOnReload: 'What you have not saved yet is lost when you reload. Save it first.',
    keptOnReload: 'What you have not saved yet is kept.',
    tryAgain: 'Try again',
    reload: 'Reload',
  },
  de: {
    offlinePage: 'Du bist offline. Diese Seite öffnet sich, sobald du wieder online bist.',
    awayPage: 'Cueline ist nicht erreichbar. Diese Seite öffnet sich, sobald es wieder da ist.',
    newVersion: 'Es gibt eine neue Version',
    pageNotLoaded: 'Diese Seite konnte nicht geladen werden',
    lostOnReload: 'Was du noch nicht gespeichert hast, geht beim Neuladen verloren. Speichere es zuerst.',
    keptOnReload: 'Was du noch nicht gespeichert hast, bleibt erhalten.',
    tryAgain: 'Noch einmal versuchen',
    reload: 'Neu laden',
  },
});
