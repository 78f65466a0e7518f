import { catalogue, plural } from '../../../messages/catalogue.js';

export const m = catalogue({
  en: {
    more: 'More about this workflow',
    rename: 'Rename',
    name: 'Name',
    pause: 'Pause',
    pauseMenu: 'Pause…',
    pauseOf: (name: string) => `Pause “${name}”?`,
    startsNothing: 'It starts nothing new.',
    pauseRuns: (count: number) =>
      count === 0
        ? 'No run is in progress.'
        : plural(count, {
            one: '1 run in progress stays where it is until you resume.',
            other: '# runs in progress stay where they are until you resume.',
          }),
    notAfterwards: 'What happens while it is paused starts nothing afterwards, either.',
    resume: 'Resume',
    resumed: 'Resumed. It starts runs again, and those it paused go on.',
    archive: 'Archive',
    archiveMenu: 'Archive…',
    archiveOf: (name: string) => `Archive “${name}”?`,
    archiveMeans: 'It starts nothing any more and moves to the archived workflows. You can bring it back.',
    inProgress: (count: number) => plural(count, { one: '1 run in progress', other: '# runs in progress' }),
    finish: 'Finish: what is waiting is still sent',
    stop: 'Stop now: nothing more is sent',
    unarchive: 'Unarchive',
    unarchivedPaused: 'Unarchived. It is paused until you resume it.',
    unarchivedDraft: 'Unarchived. It is a draft.',
    cancel: 'Cancel',
  },
  de: {
    more: 'Mehr zu diesem Ablauf',
    rename: 'Umbenennen',
    name: 'Name',
    pause: 'Pausieren',
    pauseMenu: 'Pausieren…',
    pauseOf: (name) => `„${name}“ pausieren?`,
    startsNothing: 'Er startet nichts Neues.',
    pauseRuns: (count) =>
      count === 0
        ? 'Kein Durchlauf ist im Gang.'
        : plural(count, {
            one: '1 Durchlauf bleibt, wo er ist, bis du fortsetzt.',
            other: '# Durchläufe bleiben, wo sie sind, bis du fortsetzt.',
          }),
    notAfterwards: 'Was während der Pause geschieht, startet auch danach nichts.',
    resume: 'Fortsetzen',
    resumed: 'Fortgesetzt. Er startet wieder Durchläufe, und pausierte gehen weiter.',
    archive: 'Archivieren',
    archiveMenu: 'Archivieren…',
    archiveOf: (name) => `„${name}“ archivieren?`,
    archiveMeans: 'Er startet nichts mehr und kommt zu den archivierten Abläufen. Du kannst ihn zurückholen.',
    inProgress: (count) => plural(count, { one: '1 Durchlauf im Gang', other: '# Durchläufe im Gang' }),
    finish: 'Beenden lassen: Wartendes wird noch gesendet',
    stop: 'Jetzt stoppen: Nichts wird mehr gesendet',
    unarchive: 'Aus dem Archiv holen',
    unarchivedPaused: 'Zurückgeholt. Er ist pausiert, bis du ihn fortsetzt.',
    unarchivedDraft: 'Zurückgeholt. Er ist ein Entwurf.',
    cancel: 'Abbrechen',
  },
});
