import { TemplateFault } from './problem.js';
import type { Slot } from './tree.js';

/** Where in an HTML document the scan stands. Follows the tokeniser of the HTML standard (13.2.5) as far as the places of values need it. */
export interface Place {
  readonly at: State;
  readonly tag: string;
  readonly attribute: string;
  readonly quote: string;
  /** The last characters, where an end of several characters is looked for: `-->`, `</style`. */
  readonly tail: string;
}

type State =
  | 'text'
  | 'tagOpen'
  | 'tagName'
  | 'tag'
  | 'attributeName'
  | 'afterName'
  | 'beforeValue'
  | 'value'
  | 'unquoted'
  | 'comment'
  | 'declaration'
  | 'raw';
type Scan = { -readonly [K in keyof Place]: Place[K] };

export const documentStart: Place = {
  at: 'text',
  tag: '',
  attribute: '',
  quote: '',
  tail: '',
};

/** A stretch of a text: does it lie within the value of an attribute that leads somewhere? */
export interface Stretch {
  readonly html: string;
  readonly inAddress: boolean;
}

const rawTags = new Set(
  'script style textarea title xmp iframe noembed noframes plaintext template noscript'.split(' '),
);
/** Elements that load, run or redirect: no value goes into any attribute of theirs. */
const closedTags = new Set(
  'script style iframe frame object embed applet meta base link svg use animate set form input button'.split(
    ' ',
  ),
);
const addressAttributes = new Set([
  'href',
  'src',
  'background',
  'cite',
  'poster',
  'xlink:href',
  'action',
  'data',
]);
const plainAttributes = new Set(
  (
    'abbr align alt bgcolor border cellpadding cellspacing class color colspan datetime dir face headers height hspace id label ' +
    'lang name role rowspan scope size span start summary target title type valign value vspace width'
  ).split(' '),
);
const space = /[\t\n\f\r ]/;
const letter = /[a-z]/i;

export const inAddress = ({ at, attribute }: Place): boolean =>
  (at === 'value' || at === 'unquoted') && addressAttributes.has(attribute);

/** Reads `html` from `from` on: the place after it, and its stretches. Linear. */
export function advancePlace(from: Place, html: string): { place: Place; stretches: Stretch[] } {
  const scan: Scan = { ...from };
  const stretches: Stretch[] = [];
  let start = 0;
  let within = inAddress(scan);
  for (let i = 0; i < html.length; i++) {
    step(scan, html[i]!);
    const now = inAddress(scan);
    if (now === within) continue;
    // An opening quote is before its value, a closing one after it; an unquoted value has begun with this character.
    const cut = now && scan.at === 'value' ? i + 1 : i;
    if (cut > start) stretches.push({ html: html.slice(start, cut), inAddress: within });
    [start, within] = [cut, now];
  }
  if (html.length > start) stretches.push({ html: html.slice(start), inAddress: within });
  return { place: { ...scan }, stretches };
}

function step(scan: Scan, char: string): void {
  switch (scan.at) {
    case 'text':
      if (char === '<') [scan.at, scan.tag] = ['tagOpen', ''];
      return;
    case 'tagOpen':
      if (char === '!' || char === '?') [scan.at, scan.tail] = ['declaration', char];
      else if (char === '/' && !scan.tag) scan.tag = '/';
      else if (letter.test(char)) [scan.at, scan.tag] = ['tagName', scan.tag + char.toLowerCase()];
      else if (char !== '<') [scan.at, scan.tail] = [scan.tag && char !== '>' ? 'declaration' : 'text', ''];
      return;
    case 'tagName':
      if (char === '>') endTag(scan);
      else if (space.test(char) || char === '/') scan.at = 'tag';
      else scan.tag += char.toLowerCase();
      return;
    case 'tag':
    case 'afterName':
      if (char === '>') endTag(scan);
      else if (char === '=' && scan.at === 'afterName') scan.at = 'beforeValue';
      else if (char === '/') scan.at = 'tag';
      else if (!space.test(char)) [scan.at, scan.attribute] = ['attributeName', char.toLowerCase()];
      return;
    case 'attributeName':
      if (char === '=') scan.at = 'beforeValue';
      else if (char === '>') endTag(scan);
      else if (space.test(char)) scan.at = 'afterName';
      else if (char === '/') scan.at = 'tag';
      else scan.attribute += char.toLowerCase();
      return;
    case 'beforeValue':
      if (char === '"' || char === "'") [scan.at, scan.quote] = ['value', char];
      else if (char === '>') endTag(scan);
      else if (!space.test(char)) scan.at = 'unquoted';
      return;
    case 'value':
      if (char === scan.quote) scan.at = 'tag';
      return;
    case 'unquoted':
      if (char === '>') endTag(scan);
      else if (space.test(char)) scan.at = 'tag';
      return;
    case 'declaration':
      scan.tail = (scan.tail + char).slice(-3);
      // `<!-->` and `<!--->` are whole comments, so the dashes that open one count towards its end.
      if (scan.tail === '!--') scan.at = 'comment';
      else if (char === '>') [scan.at, scan.tail] = ['text', ''];
      return;
    case 'comment':
      if (char === '>' && /--!?$/.test(scan.tail)) [scan.at, scan.tail] = ['text', ''];
      else scan.tail = (scan.tail + char).slice(-3);
      return;
    case 'raw':
      return rawStep(scan, char);
  }
}

function endTag(scan: Scan): void {
  scan.tail = '';
  scan.at = rawTags.has(scan.tag) ? 'raw' : 'text';
}

/** Raw text ends at its own `</name` followed by a blank, a slash or `>`. */
function rawStep(scan: Scan, char: string): void {
  const wanted = `</${scan.tag}`;
  if (scan.tail === wanted && (char === '>' || char === '/' || space.test(char))) {
    [scan.at, scan.tag, scan.tail] = [char === '>' ? 'text' : 'tag', `/${scan.tag}`, ''];
  } else {
    const grown = scan.tail + char.toLowerCase();
    scan.tail = wanted.startsWith(grown) ? grown : char === '<' ? '<' : '';
  }
}

/** How a value at this place is escaped; a place where no escaping helps is refused. */
export function slotAt(place: Place, node: { lineno: number; colno: number }): Slot {
  const refuse = (where: string): never => {
    throw new TemplateFault('refusedPlace', node, { place: where });
  };
  if (place.at === 'text') return 'text';
  if (place.at === 'comment') return refuse('in a comment');
  if (place.at === 'raw') return refuse(`inside <${place.tag}>`);
  if (place.at !== 'value') return refuse('inside a tag');
  if (closedTags.has(place.tag)) return refuse(`inside <${place.tag}>`);
  if (inAddress(place)) return 'address';
  if (plainAttributes.has(place.attribute) || /^(?:data|aria)-/.test(place.attribute)) return 'attribute';
  return refuse(`in the attribute ${place.attribute.slice(0, 40)}`);
}

/** Whether two branches end alike: what follows them must mean the same after both. */
export const samePlace = (a: Place, b: Place): boolean =>
  a.at === b.at &&
  a.tail === b.tail &&
  (a.at === 'text' ||
    (a.tag === b.tag &&
      (!['attributeName', 'afterName', 'beforeValue', 'value', 'unquoted'].includes(a.at) ||
        (a.attribute === b.attribute && (a.at !== 'value' || a.quote === b.quote)))));
