/** As name servers have it (UTS 46, RFC 5891); empty for what cannot be written so. */
export function asciiDomain(domain: string): string {
  const name = hostOf(domain);
  return name.split('.').every((label) => label.length <= 63 && isReadable(label)) ? name : '';
}

function hostOf(domain: string): string {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return '';
  }
}

/** Some engines take a label that nothing can be decoded from, as long as it is ASCII: its letters must lead back to it. */
function isReadable(label: string): boolean {
  if (!label.startsWith('xn--')) return true;
  const letters = decoded(label.slice(4));
  return letters !== undefined && hostOf(letters) === label;
}

/** As its readers write it. A name whose letters do not lead back to it stays as it is. */
export function readableDomain(domain: string): string {
  const letters = domain
    .split('.')
    .map((label) => (/^xn--/iu.test(label) ? (decoded(label.slice(4).toLowerCase()) ?? label) : label))
    .join('.');
  return asciiDomain(letters) === asciiDomain(domain) ? letters : domain;
}

/** Parameters of Punycode for domain names (RFC 3492, 5). */
const BASE = 36;
const [T_MIN, T_MAX, SKEW, DAMP] = [1, 26, 38, 700];
const FIRST_POINT = 0x80;
const LAST_POINT = 0x10ffff;

/** The letters of a label after its prefix (RFC 3492, 6.2); undefined when it is no such label. */
function decoded(label: string): string | undefined {
  const basic = label.lastIndexOf('-');
  const points = Array.from(label.slice(0, Math.max(basic, 0)), (char) => char.codePointAt(0)!);
  let [point, place, bias] = [FIRST_POINT, 0, 72];
  for (let at = basic + 1; at < label.length;) {
    const before = place;
    for (let [weight, k] = [1, BASE]; ; k += BASE) {
      const digit = digitOf(label.charCodeAt(at++));
      if (digit === undefined) return undefined;
      place += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    bias = adapted(place - before, points.length + 1, before === 0);
    point += Math.floor(place / (points.length + 1));
    if (point > LAST_POINT || !Number.isSafeInteger(place)) return undefined;
    place %= points.length + 1;
    points.splice(place++, 0, point);
  }
  return String.fromCodePoint(...points);
}

function digitOf(code: number): number | undefined {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : undefined;
}

function adapted(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
