import type { Texts } from '../language/language.js';
import { foldText } from './fold-text.js';
import { otherZoneNames } from './other-zone-names.js';
import { windowsZones } from './windows-zones.js';
import { zoneNames } from './zone-names.js';
import { trimBlanks } from './blanks.js';

export type ReadZone =
  { readonly ok: true; readonly zone: string } | { readonly ok: false; readonly message: Texts };

const key = (name: string): string => foldText(name).replace(/[ _]+/g, '_');
const names = new Set(zoneNames);
const byKey = new Map(zoneNames.map((name) => [key(name), name]));
const byPlace = new Map(zoneNames.map((name) => [key(name.slice(name.lastIndexOf('/') + 1)), name]));
const others = new Map(
  Object.entries({ ...windowsZones, ...otherZoneNames }).map(([name, zone]) => [key(name), zone]),
);

const offset = /^(?:(?:utc|gmt|etc\/utc)\s*)?[+-−]\s*\d{1,2}(?::?\d{2})?$/iu;
const posix = /^[a-z]{3,5}[+-]?\d{1,2}(?::\d{2})?(?:[a-z]{3,5}.*)?$/iu;

/**
 * A time zone in IANA's own spelling, or in one sentence why it is none and which one is meant. Every zone that is read here is read alike by Intl,
 * luxon and PostgreSQL; abbreviations are not (BST is London's summer to one and Dhaka's time to another).
 */
export function readZone(written: string): ReadZone {
  const name = trimBlanks(written);
  const known = names.has(name) ? name : byKey.get(key(name));
  return known ? { ok: true, zone: known } : { ok: false, message: whyNot(name) };
}

/** Whether it is one, in this very spelling. */
export const isZone = (name: string): boolean => names.has(name);

function whyNot(name: string): Texts {
  if (name === '')
    return {
      en: 'Give a time zone by its IANA name, such as Europe/Berlin.',
      de: 'Gib eine Zeitzone mit ihrem IANA-Namen an, wie Europe/Berlin.',
    };
  const shown = name.length > 64 ? `${name.slice(0, 64)}…` : name;
  const other = others.get(key(name));
  if (Array.isArray(other))
    return {
      en: `“${shown}” means different time zones to different programs. Give the one of a place: ${other.join(' or ')}.`,
      de: `„${shown}“ bedeutet je nach Programm verschiedene Zeitzonen. Gib die eines Ortes an: ${other.join(' oder ')}.`,
    };
  if (typeof other === 'string')
    return {
      en: `“${shown}” is not the IANA name of a time zone. Give ${other} instead.`,
      de: `„${shown}“ ist nicht der IANA-Name einer Zeitzone. Gib stattdessen ${other} an.`,
    };
  if (offset.test(name) || posix.test(name))
    return {
      en: `“${shown}” is an offset, which knows no summer time. Give the IANA name of a place, such as Europe/Berlin.`,
      de: `„${shown}“ ist ein fester Abstand, der keine Sommerzeit kennt. Gib den IANA-Namen eines Ortes an, wie Europe/Berlin.`,
    };
  const meant = byPlace.get(key(name.slice(name.lastIndexOf('/') + 1))) ?? nearest(name);
  return meant
    ? {
        en: `There is no time zone “${shown}”. Did you mean ${meant}?`,
        de: `Die Zeitzone „${shown}“ gibt es nicht. Meinst du ${meant}?`,
      }
    : {
        en: `There is no time zone “${shown}”. Give the IANA name of a place, such as Europe/Berlin.`,
        de: `Die Zeitzone „${shown}“ gibt es nicht. Gib den IANA-Namen eines Ortes an, wie Europe/Berlin.`,
      };
}

const MOST_TYPOS = 2;

function nearest(name: string): string | undefined {
  if (name.length < 5 || name.length > 40) return undefined;
  const written = key(name);
  const close = [...byKey].map(([known, zone]) => ({ zone, typos: distance(written, known) }));
  const best = close.reduce((a, b) => (b.typos < a.typos ? b : a));
  return best.typos <= MOST_TYPOS ? best.zone : undefined;
}

/** How many characters are put in, left out or changed between two texts (Levenshtein). */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_TYPOS) return MOST_TYPOS + 1;
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    above = row;
  }
  return above[b.length]!;
}
