import { m } from './messages.js';

const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['Linux', 'Linux'],
] as const;

/** A browser's User-Agent as people call it. The order matters: most browsers name the others too. */
export function deviceName(userAgent: string | null): string {
  const first = (names: readonly (readonly [string, string])[]) =>
    names.find(([mark]) => userAgent?.includes(mark))?.[1];
  const [browser, system] = [first(browsers), first(systems)];
  if (browser && system) return m.browserOn(browser, system);
  return browser ?? system ?? m.unknownDevice;
}
