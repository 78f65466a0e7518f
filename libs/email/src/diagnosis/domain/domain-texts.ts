import type { Language } from '@cueline/workflows/language';

type Say = (name: string) => string;

const english = {
  noAnswer: () => 'The name servers did not answer. Check again in a minute.',
  spfNames: (name) => `Receivers can see that ${name} sends for your domain.`,
  spfPresent: () => 'Your domain says who sends for it. Make sure that your mail server is among them.',
  spfMissing: () => 'Your domain does not say who may send for it. Your provider’s help names the record.',
  spfMissingFor: (name) => `Your domain does not say that ${name} sends for it. Add this record.`,
  spfLacks: (name) => `Your domain names others, not ${name}. Replace the record by this one.`,
  spfSeveral: () => 'There are several SPF records. Receivers then count none. Merge them into one.',
  spfAllowsAll: () => 'The record lets anybody send as you. Replace “+all” by “~all”.',
  spfTooLong: () =>
    'The record leads to more than ten lookups, so receivers give up. Remove senders you no longer use.',
  dkimPresent: (name) => `A signing key is published (selector ${name}).`,
  dkimMissing: (name) =>
    `No signing key is published. Switch on DKIM at ${name}. It shows you the record to add.`,
  dkimUnknown: () =>
    'Whether emails are signed cannot be seen from here. Your provider’s settings for DKIM tell.',
  dmarcPresent: () => 'Receivers know what to do with emails that only pretend to be yours.',
  dmarcMissing: () =>
    'Large providers expect this record from everyone who sends. This one changes nothing yet.',
  dmarcWrong: () => 'The DMARC record cannot be read. Replace it by this one.',
} as const satisfies Record<string, Say>;

export type DomainText = keyof typeof english;

const german: Readonly<Record<DomainText, Say>> = {
  noAnswer: () => 'Die Nameserver haben nicht geantwortet. Prüfe es in einer Minute noch einmal.',
  spfNames: (name) => `Empfänger sehen, dass ${name} für deine Domain sendet.`,
  spfPresent: () => 'Deine Domain sagt, wer für sie sendet. Sieh nach, dass dein Mailserver dabei ist.',
  spfMissing: () =>
    'Deine Domain sagt nicht, wer für sie senden darf. Die Hilfe deines Anbieters nennt den Eintrag.',
  spfMissingFor: (name) => `Deine Domain sagt nicht, dass ${name} für sie sendet. Lege diesen Eintrag an.`,
  spfLacks: (name) => `Deine Domain nennt andere, aber nicht ${name}. Ersetze den Eintrag durch diesen.`,
  spfSeveral: () =>
    'Es gibt mehrere SPF-Einträge. Empfänger zählen dann keinen. Fasse sie zu einem zusammen.',
  spfAllowsAll: () => 'Der Eintrag lässt jeden als du senden. Ersetze „+all“ durch „~all“.',
  spfTooLong: () =>
    'Der Eintrag führt zu mehr als zehn Abfragen, Empfänger geben dann auf. Entferne Absender, die du nicht mehr brauchst.',
  dkimPresent: (name) => `Ein Schlüssel zum Signieren ist veröffentlicht (Selektor ${name}).`,
  dkimMissing: (name) =>
    `Kein Schlüssel zum Signieren ist veröffentlicht. Schalte DKIM bei ${name} ein. Dort siehst du den Eintrag.`,
  dkimUnknown: () =>
    'Ob E-Mails signiert werden, ist von hier nicht zu sehen. Die DKIM-Einstellungen deines Anbieters sagen es.',
  dmarcPresent: () => 'Empfänger wissen, was mit E-Mails geschehen soll, die nur vorgeben, von dir zu sein.',
  dmarcMissing: () =>
    'Große Anbieter erwarten diesen Eintrag von jedem, der sendet. Dieser ändert noch nichts.',
  dmarcWrong: () => 'Der DMARC-Eintrag ist nicht lesbar. Ersetze ihn durch diesen.',
};

export const domainTexts: Readonly<Record<Language, Readonly<Record<DomainText, Say>>>> = {
  en: english,
  de: german,
};
