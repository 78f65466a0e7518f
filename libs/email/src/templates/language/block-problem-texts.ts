import type { BlockProblemCode, Sentences } from './problem.js';

/** What is wrong with a document of blocks: the fact first, then what to do. */
export const blockProblemTexts: Readonly<Record<BlockProblemCode, Sentences>> = {
  idTwice: {
    en: (p) => `Two blocks have the id "${p['id']}". Give one of them another.`,
    de: (p) => `Zwei Blöcke haben die Kennung „${p['id']}“. Gib einem von ihnen eine andere.`,
  },
  emptySubject: {
    en: () => 'The email has no subject. Write one.',
    de: () => 'Die E-Mail hat keinen Betreff. Schreibe einen.',
  },
  emptyMail: {
    en: () => 'The email says nothing yet. Add a text.',
    de: () => 'Die E-Mail sagt noch nichts. Füge einen Text hinzu.',
  },
  emptyLabel: {
    en: () => 'The button has no label. Write what it leads to.',
    de: () => 'Der Button hat keine Beschriftung. Schreibe, wohin er führt.',
  },
  emptyAddress: {
    en: () => 'The link leads nowhere. Enter its address.',
    de: () => 'Der Link führt nirgendwohin. Gib seine Adresse ein.',
  },
  addressWithoutScheme: {
    en: (p) => `"${p['found']}" is no full address, so the link leads nowhere. Write ${p['write']}`,
    de: (p) =>
      `„${p['found']}“ ist keine vollständige Adresse, der Link führt also nirgendwohin. Schreibe ${p['write']}`,
  },
  noImage: {
    en: () => 'No image is chosen. Upload one, or remove the block.',
    de: () => 'Es ist kein Bild gewählt. Lade eins hoch oder entferne den Block.',
  },
  noAlt: {
    en: () => 'The image has no description. Write what it shows, or mark it as decoration.',
    de: () => 'Das Bild hat keine Beschreibung. Schreibe, was es zeigt, oder markiere es als Schmuck.',
  },
  noRows: {
    en: () => 'The details have no rows. Choose what they show.',
    de: () => 'Die Angaben haben keine Zeilen. Wähle, was sie zeigen.',
  },
  conditionValue: {
    en: () => 'The condition of this section is not finished. Choose what the field is compared with.',
    de: () => 'Die Bedingung dieses Abschnitts ist unvollständig. Wähle, womit das Feld verglichen wird.',
  },
  conditionOfType: {
    en: (p) => `The field "${p['field']}" cannot be compared this way. Choose another comparison.`,
    de: (p) => `Das Feld „${p['field']}“ lässt sich so nicht vergleichen. Wähle einen anderen Vergleich.`,
  },
  formatOfType: {
    en: (p) => `The field "${p['field']}" cannot be shown as "${p['format']}". Choose another format.`,
    de: (p) =>
      `Das Feld „${p['field']}“ lässt sich nicht als „${p['format']}“ zeigen. Wähle ein anderes Format.`,
  },
  typedTag: {
    en: (p) => `"${p['found']}" is typed as text and would be mailed as it is. Insert the field instead.`,
    de: (p) =>
      `„${p['found']}“ ist als Text getippt und würde so gesendet, wie es dasteht. Füge stattdessen das Feld ein.`,
  },
  typedPlaceholder: {
    en: (p) =>
      p['sure']
        ? `"${p['found']}" is a placeholder of another program, and would be mailed as it is. Insert a field instead.`
        : `"${p['found']}" may be a placeholder that nobody has filled in, and is mailed as it is. If so, insert a field instead.`,
    de: (p) =>
      p['sure']
        ? `„${p['found']}“ ist ein Platzhalter eines anderen Programms und würde so gesendet, wie es dasteht. Füge stattdessen ein Feld ein.`
        : `„${p['found']}“ ist vielleicht ein Platzhalter, den niemand ausgefüllt hat, und wird so gesendet, wie es dasteht. Füge dann stattdessen ein Feld ein.`,
  },
  mayBeEmpty: {
    en: (p) => `"${p['field']}" may be empty. Choose what is written then.`,
    de: (p) => `„${p['field']}“ kann leer sein. Wähle, was dann dasteht.`,
  },
  size: {
    en: (p) =>
      `The email has ${p['kilobytes']} KB of HTML. Gmail cuts off what is beyond ${p['limit']} KB. Shorten it.`,
    de: (p) =>
      `Die E-Mail hat ${p['kilobytes']} KB HTML. Gmail schneidet ab, was über ${p['limit']} KB hinausgeht. Kürze sie.`,
  },
};
