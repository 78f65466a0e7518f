// How mail programs announce what they quote, in the languages of studios and of their clients. Each pattern is linear: the texts come from strangers.

/** `On …`, `Am …`: how the line begins that says who wrote what follows. */
const opening =
  /^(?:on|am|le|op|el|il(?: giorno)?|em|den|d\.|w dniu|dnia|pe)\s|^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim)\w{0,6}[.,]?\s+\d|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|^[^\n:]{0,80}<[^\s<>@]+@[^\s<>]+>\s/i;
const verb =
  /\b(?:wrote|writes|schrieb|schreibt|a écrit|écrit|schreef|geschreven|escribió|escribio|ha scritto|scrisse|escreveu|skrev|pisze|napisał(?:\(a\))?|kirjoitti)(?=[\s:,]|$)/iu;
const ADDRESS = /[^\s<>@"]{1,64}@[\w.-]{3,120}/;

/**
 * Whether lines are what a mail program puts before a quotation: `On Tue, 8 Jun 2027 at 12:31, Mara <mara@example.test> wrote:`. It holds a number, ends with a colon, and
 * begins or goes on as such lines do.
 * @param lines up to three, as programs break them
 */
export function attributionIn(lines: readonly string[]): 'surely' | 'perhaps' | undefined {
  const [first = ''] = lines;
  if (!opening.test(bare(first)) || lines.includes('')) return undefined;
  const text = bare(lines.join(' ')).slice(0, 600);
  if (text.length < 10 || !/[:：]$/.test(text) || !/\d/.test(text)) return undefined;
  const hasAddress = ADDRESS.test(text);
  if (verb.test(text)) return hasAddress ? 'surely' : 'perhaps';
  // `2027-06-08 12:31 GMT+02:00 Mara <mara@example.test>:`
  return hasAddress && /\d[:.h]\d\d/.test(text) ? 'perhaps' : undefined;
}

/** Without marks of a quotation, or stars and dashes around the line. */
const bare = (line: string): string =>
  line
    .slice(0, 1_000)
    .replace(/^[>\s*_-]+/, '')
    .replace(/[\s*_-]{1,20}$/, '');

/** `-----Original Message-----` and what other programs make of it. */
export const divider =
  /^[\s>*_-]{0,12}-{2,}\s{0,3}(?:original (?:message|mail|e-?mail)|reply message|ursprüngliche (?:nachricht|mail|e-?mail)|original-?nachricht|message d['’]origine|message original|message initial|oorspronkelijk bericht|origineel bericht|mensaje original|messaggio originale|mensagem original|oprindelig meddelelse|originalmeddelelse)\s{0,3}-{2,}/i;

/** What forwards what it quotes: nothing of it is to be hidden. */
export const forwardDivider =
  /^[\s>*_-]{0,12}(?:-{2,}\s{0,3})?(?:forwarded (?:message|mail)|begin forwarded message|weitergeleitete (?:nachricht|mail|e-?mail)|anfang der weitergeleiteten (?:nachricht|e-?mail)|message transféré|message transmis|début du message (?:transféré|réexpédié)|doorgestuurd bericht|begin doorgestuurd bericht|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato|mensagem encaminhada)(?:\s|:|-|$)/i;

/** Fwd, WG, TR, Doorst, RV, I: what programs put before the subject of a mail that is passed on. */
export const forwardSubject = /^\s*(?:\[[^\]]{0,40}\]\s*)?(?:fwd?|wg|wtr|tr|doorst|rv|i|enc|vs|vb)\s*:/i;

const labels = {
  from: 'from|von|de|van|da|fra|från',
  sent: 'sent|date|gesendet|datum|envoyé|verzonden|verstuurd|enviado(?: el)?|fecha|inviato|data|sendt|skickat',
  to: 'to|an|à|aan|para|a|til|till',
  cc: 'cc|kopie|copie',
  subject: 'subject|betreff|objet|onderwerp|asunto|oggetto|assunto|emne|ämne',
  reply: 'reply-to|antwort an|importance|priorität|priority',
} as const;
const labelLine = new RegExp(
  `^[>\\s*]{0,6}(?:(${labels.from})|(${labels.sent})|(${labels.to})|(${labels.cc})|(${labels.subject})|(${labels.reply}))[*\\s\\u00a0]{0,3}[:：]`,
  'iu',
);

/** Whether a block of header lines begins at this line, as Outlook puts before what it quotes: a sender, and at least two of date, recipients and subject. */
export function isHeaderBlock(lines: readonly string[], at: number): boolean {
  const seen = new Set<number>();
  let others = 0;
  for (const line of lines.slice(at, at + 12)) {
    const match = labelLine.exec(line);
    if (match) seen.add(match.slice(1).findIndex((group) => group !== undefined));
    // A long list of recipients goes on in the next line.
    else if (line.trim() !== '' && ++others > 2) break;
    if (seen.has(0) && seen.size >= 3 && (seen.has(1) || seen.has(4))) return labelLine.test(lines[at]!);
  }
  return false;
}

/** A line of dashes or underlines that Outlook puts before such a block. */
export const isRule = (line: string): boolean => /^\s*[_-]{10,}\s*$/.test(line);
export const isQuoted = (line: string): boolean => /^\s?(?:>|\|\s)/.test(line);
