import { describe, expect, it } from '@jest/globals';
import { readAttachment } from './read-attachment.js';

const text = (content: string) => new TextEncoder().encode(content);
const zip = (...names: string[]) => text(`PK\u0003\u0004 ${names.join(' ')}`);
const office = (kind: string) => `application/vnd.openxmlformats-officedocument.${kind}`;

describe('a file that a mail is to carry', () => {
  it.each<[string, Uint8Array, string, string, string]>([
    ['a PDF', text('%PDF-1.7\n'), 'Guide.PDF', 'application/pdf', 'Guide.PDF'],
    [
      'a PDF that calls itself a program',
      text('%PDF-1.7\n'),
      'guide.exe',
      'application/pdf',
      'guide.exe.pdf',
    ],
    [
      'a PDF whose name turns around',
      text('%PDF-1.7\n'),
      'guide\u202efdp.exe',
      'application/pdf',
      'guide fdp.exe.pdf',
    ],
    [
      'a PDF in a folder',
      text('%PDF-1.7\n'),
      '../../etc/guide.pdf',
      'application/pdf',
      '.. .. etc guide.pdf',
    ],
    ['a text', text('Grüße'), 'note', 'text/plain', 'note.txt'],
    ['a table', text('a,b\n1,2'), 'prices.csv', 'text/csv', 'prices.csv'],
    ['a date', text('BEGIN:VCALENDAR\r\nEND:VCALENDAR'), 'day.ics', 'text/calendar', 'day.ics'],
    ['a card', text('BEGIN:VCARD\nEND:VCARD'), 'lena', 'text/vcard', 'lena.vcf'],
    [
      'a letter',
      zip('[Content_Types].xml', 'word/document.xml'),
      'a.docx',
      office('wordprocessingml.document'),
      'a.docx',
    ],
    [
      'a sheet',
      zip('[Content_Types].xml', 'xl/workbook.xml'),
      'a.xlsx',
      office('spreadsheetml.sheet'),
      'a.xlsx',
    ],
    [
      'slides',
      zip('[Content_Types].xml', 'ppt/presentation.xml'),
      'a',
      office('presentationml.presentation'),
      'a.pptx',
    ],
  ])('is known by its octets and named by what it is: %s', (_, octets, name, type, named) => {
    expect(readAttachment(octets, name)).toEqual({ ok: true, type, name: named });
  });

  it.each<[string, Uint8Array, string, string]>([
    ['nothing', text(''), 'a.pdf', 'empty'],
    ['a program', Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3), 'a.pdf', 'unknown'],
    ['a script', text('#!/bin/sh\nrm -rf /'), 'a.txt', 'unknown'],
    ['a script of Windows', text('WScript.Echo("x")'), 'a.js', 'unknown'],
    ['a page', text('<!doctype html><script>alert(1)</script>'), 'a.txt', 'page'],
    ['a drawing with scripts', text('<svg onload="alert(1)">'), 'a.txt', 'page'],
    [
      'a letter with macros',
      zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
      'a.docx',
      'macros',
    ],
    ['an archive', zip('a.exe'), 'a.docx', 'archive'],
    ['octets', Uint8Array.of(0xff, 0xfe, 0, 1, 2), 'a.txt', 'unknown'],
  ])('is refused: %s', (_, octets, name, why) => {
    expect(readAttachment(octets, name)).toEqual({ ok: false, why });
  });
});
