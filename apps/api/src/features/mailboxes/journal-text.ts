import type { Fact } from '@cueline/email/imap';
import type { Language } from '@cueline/workflows/language';
import type { Said } from '../../platform/problems/problem-error.js';

type Text = Exclude<Said, string>;
/** One line of the type may be about several facts. */
type Named<Name, One = Fact> = One extends { readonly fact: infer Names }
  ? Name extends Names
    ? One
    : never
  : never;
type Texts = {
  readonly [Name in Fact['fact']]: (fact: Named<Name>, folder: string) => Text;
};

/** What was decided about a mailbox, as its owner reads it. */
const texts: Texts = {
  folderFound: ({ path }) => ({ en: `Folder ${path} was found.`, de: `Ordner ${path} wurde gefunden.` }),
  folderGone: ({ path }) => ({
    en: `Folder ${path} is gone from the server.`,
    de: `Ordner ${path} gibt es auf dem Server nicht mehr.`,
  }),
  folderRenamed: ({ from, to }) => ({
    en: `Folder ${from} is called ${to} now.`,
    de: `Ordner ${from} heißt jetzt ${to}.`,
  }),
  reset: (_fact, folder) => ({
    en: `The server numbered the emails of ${folder} anew, so they were compared once more. None of them counts as new.`,
    de: `Der Server hat die E-Mails in ${folder} neu nummeriert, deshalb wurden sie noch einmal verglichen. Keine davon gilt als neu.`,
  }),
  importDone: (_fact, folder) => ({
    en: `All older email of ${folder} is here.`,
    de: `Alle älteren E-Mails aus ${folder} sind da.`,
  }),
  notBelieved: (_fact, folder) => ({
    en: `The server said something about ${folder} that cannot be right, so nothing was removed. It was asked again.`,
    de: `Der Server hat über ${folder} etwas gesagt, das nicht stimmen kann, deshalb wurde nichts entfernt. Er wurde noch einmal gefragt.`,
  }),
  unreadable: (_fact, folder) => ({
    en: `The server counts emails in ${folder} that it does not give out. They were put aside.`,
    de: `Der Server zählt in ${folder} E-Mails, die er nicht herausgibt. Sie wurden beiseitegelegt.`,
  }),
  folderRefused: ({ reply }, folder) => ({
    en: `The server does not open ${folder}: ${reply}`,
    de: `Der Server öffnet ${folder} nicht: ${reply}`,
  }),
};

/** @param fact as it was written; one of a later version is named */
export function journalText(
  fact: { readonly fact: string },
  folder: string | null,
  language: Language,
): string {
  const text = Object.hasOwn(texts, fact.fact) ? texts[fact.fact as Fact['fact']] : undefined;
  return text?.(fact as never, folder ?? '?')[language] ?? fact.fact;
}
