const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Months as mail programs write them in the language of their user. */
const foreign: Readonly<Record<string, number>> = {
  jän: 1,
  mär: 3,
  mrz: 3,
  mai: 5,
  okt: 10,
  dez: 12,
  fév: 2,
  avr: 4,
  jui: 6,
  aoû: 8,
  déc: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  set: 9,
  ott: 10,
  mrt: 3,
  mei: 5,
};
/** RFC 5322 4.3. A letter of the military zones means UTC: senders got their sign wrong. */
const zones: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  bst: 1,
  wet: 0,
  west: 1,
  cet: 1,
  cest: 2,
  mez: 1,
  mesz: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  jst: 9,
  kst: 9,
};
const DATE =
  /(\d{1,2})[\s.-]+(\p{L}{3,9})\.?[\s.-]+(\d{2,4})[\s,]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:\s*([AP]M))?\s*(?:(?:GMT|UTC)?([+-]?\d{4})\b|([+-])(\d{1,2}):(\d{2})|"?([A-Za-z]{1,5})\b)?/iu;
const ISO = /^\s*\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?/;

/**
 * The moment of a Date field (RFC 5322 3.3, 4.3), also as programs get it wrong: weekdays and months in another language, two-digit years, zones without a sign. Null
 * where nothing can be made of it. A Date is the sender's claim: it orders nothing.
 */
export function readHeaderDate(field: string): Date | null {
  const text = field
    .slice(0, 400)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s*:\s*/g, ':')
    // `April 09, 2027`
    .replace(/(\p{L}{3,9})\.?\s+(\d{1,2}),\s*(\d{4})\b/u, '$2 $1 $3');
  const iso = ISO.exec(text)?.[0].trim();
  if (iso) return valid(Date.parse(/[Z+]|-\d\d:?\d\d$/.test(iso.slice(16)) ? iso : `${iso}Z`));
  const match = DATE.exec(text);
  if (!match) return asctime(text);
  const [, day, name = '', year = '', hour, minute, second, half] = match;
  const month = monthOf(name);
  if (month === undefined) return null;
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  return moment(
    [fullYear(year), month, Number(day), hours, Number(minute), Number(second ?? 0)],
    offsetOf(match),
  );
}

/** `Mon Mar  1 12:00:00 2027`, as C writes it. */
function asctime(text: string): Date | null {
  const match =
    /\b([A-Za-z]{3})\s+(\d{1,2})\s+(\d{1,2}):(\d\d):(\d\d)\s+(?:([A-Za-z]{1,5})\s+)?(\d{4})\b/.exec(text);
  const month = match ? monthOf(match[1]!) : undefined;
  if (!match || month === undefined) return null;
  const [, , day, hour, minute, second, zone = '', year] = match;
  const offset = (zones[zone.toLowerCase()] ?? 0) * 60;
  return moment([Number(year), month, Number(day), Number(hour), Number(minute), Number(second)], offset);
}

function monthOf(name: string): number | undefined {
  const short = name.toLowerCase().slice(0, 3);
  if (/^juil/i.test(name)) return 7;
  const at = months.indexOf(short);
  return at >= 0 ? at + 1 : foreign[short];
}

const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (year.length === 2 && Number(year) < 50 ? 2000 : 1900);

/** Minutes east of UTC. */
function offsetOf([, , , , , , , , digits, sign, hours, minutes, letters]: readonly (
  string | undefined
)[]): number {
  if (digits !== undefined) {
    const number = Number(digits.replace(/^[+-]/, ''));
    const east = Math.floor(number / 100) * 60 + (number % 100);
    return digits.startsWith('-') ? -east : east;
  }
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return (zones[(letters ?? '').toLowerCase()] ?? 0) * 60;
}

function moment(
  [year, month, day, hour, minute, second]: readonly [number, number, number, number, number, number],
  offset: number,
): Date | null {
  if (
    month < 1 ||
    day < 1 ||
    day > 31 ||
    hour > 24 ||
    minute > 59 ||
    second > 60 ||
    Math.abs(offset) > 24 * 60
  )
    return null;
  return valid(Date.UTC(year, month - 1, day, hour, minute, second) - offset * 60_000);
}

/** Years that a database takes, and a mail can have. */
const valid = (time: number): Date | null =>
  Number.isFinite(time) && time >= Date.UTC(1970, 0, 1) && time < Date.UTC(2200, 0, 1)
    ? new Date(time)
    : null;
