import { describe, expect, it } from '@jest/globals';
import { IANAZone } from 'luxon';
import { isZone, readZone, zoneNames } from './index.js';

describe('a time zone', () => {
  it('is one of those that Intl and luxon read by their names', () => {
    expect(zoneNames.length).toBeGreaterThan(580);
    expect(new Set(zoneNames).size).toBe(zoneNames.length);
    expect(zoneNames.filter((name) => !IANAZone.isValidZone(name))).toEqual([]);
  });

  it('covers every zone that a browser offers', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => !isZone(name))).toEqual([]);
  });

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['EUROPE/BERLIN', 'Europe/Berlin'],
    [' Europe/Berlin ', 'Europe/Berlin'],
    ['\u00a0Europe/Berlin\u200b', 'Europe/Berlin'],
    ['Europe/Berlin\n', 'Europe/Berlin'],
    ['america/new_york', 'America/New_York'],
    ['America/New York', 'America/New_York'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['utc', 'UTC'],
    ['Utc', 'UTC'],
    ['gmt', 'GMT'],
    ['etc/gmt+5', 'Etc/GMT+5'],
    ['Etc/GMT-14', 'Etc/GMT-14'],
    ['Europe/Kiev', 'Europe/Kiev'],
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['US/Pacific', 'US/Pacific'],
    ['GB-Eire', 'GB-Eire'],
    ['EST5EDT', 'EST5EDT'],
    ['Antarctica/DumontDUrville', 'Antarctica/DumontDUrville'],
    ['America/Port-au-Prince', 'America/Port-au-Prince'],
  ])('%j is read as %s', (written, zone) => expect(readZone(written)).toEqual({ ok: true, zone }));

  it.each([
    ['AET', 'Australia/Sydney'],
    ['AGT', 'America/Argentina/Buenos_Aires'],
    ['BET', 'America/Sao_Paulo'],
    ['bet', 'America/Sao_Paulo'],
    ['CAT', 'Africa/Maputo'],
    ['CNT', 'America/St_Johns'],
    ['CTT', 'Asia/Shanghai'],
    ['ECT', 'Europe/Paris'],
    ['IET', 'America/Indiana/Indianapolis'],
    ['MIT', 'Pacific/Apia'],
    ['NET', 'Asia/Yerevan'],
    ['PLT', 'Asia/Karachi'],
    ['PNT', 'America/Phoenix'],
    ['PRT', 'America/Puerto_Rico'],
    ['SST', 'Pacific/Guadalcanal'],
    ['VST', 'Asia/Ho_Chi_Minh'],
    ['IST', 'Asia/Kolkata'],
    ['BST', 'Europe/London'],
    ['PST', 'America/Los_Angeles'],
    ['CST', 'America/Chicago'],
    ['JST', 'Asia/Tokyo'],
    ['AST', 'America/Halifax'],
    ['ACT', 'Australia/Darwin'],
    ['ART', 'Africa/Cairo'],
    ['EAT', 'Africa/Nairobi'],
    ['NST', 'America/St_Johns'],
    ['CET', 'Europe/Berlin'],
    ['CEST', 'Europe/Berlin'],
    ['EET', 'Europe/Athens'],
    ['MET', 'Europe/Berlin'],
    ['WET', 'Europe/Lisbon'],
    ['EDT', 'America/New_York'],
    ['US/Pacific-New', 'America/Los_Angeles'],
    ['Canada/East-Saskatchewan', 'America/Regina'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['w. europe standard time', 'Europe/Berlin'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['Tokyo Standard Time', 'Asia/Tokyo'],
    ['Berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['Germany/Berlin', 'Europe/Berlin'],
    ['Europe/Berln', 'Europe/Berlin'],
    ['Europe/Stokholm', 'Europe/Stockholm'],
    ['Asia/Mumbai', 'Asia/Kolkata'],
    ['Europe/Munich', 'Europe/Berlin'],
  ])('%s is refused, and %s named instead', (written, place) => {
    const read = readZone(written);
    expect(read.ok ? read.zone : read.message.en).toContain(place);
    expect(read.ok).toBe(false);
  });

  it.each([
    '',
    ' ',
    'UTC+2',
    'utc+02:00',
    'GMT+2',
    'GMT-5',
    '+02:00',
    '-0500',
    '+2',
    'UTC2',
    'EST5',
    'CET-1CEST',
    'Factory',
    'localtime',
    'posixrules',
    'local',
    'system',
    'posix/Europe/Berlin',
    'right/Europe/Berlin',
    'SystemV/PST8PDT',
    'Etc/Unknown',
    'Etc/GMT+13',
    'Europe/Atlantis',
    'Mars/Olympus',
    'Europe',
    'Europe/',
    '../../etc/passwd',
    "UTC'; DROP TABLE brands; --",
    'x'.repeat(10_000),
  ])('%j is refused in a sentence', (written) => {
    const read = readZone(written);
    for (const message of read.ok ? [] : Object.values(read.message)) {
      expect(message).toMatch(/^[“„A-Z].*[.?]$/s);
      expect(message.length).toBeLessThan(200);
    }
    expect(read.ok).toBe(false);
  });
});
