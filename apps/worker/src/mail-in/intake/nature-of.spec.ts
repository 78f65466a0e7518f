import { describe, expect, it } from '@jest/globals';
import { isOurs, raisedBy, type RaisingMail } from './nature-of.js';

const person = (address: string) => ({ name: '', address, key: address });
const own = {
  ours: new Set(['hello@studio.example']),
  all: new Set(['hello@studio.example', 'owner@x.example']),
};

describe('a mail is of the studio', () => {
  it.each([
    ['in Sent, whoever wrote it', 'someone@x.example', undefined, ['sent'], true],
    ['from its address, in the archive', 'hello@studio.example', undefined, ['archive'], true],
    ['from its address to itself', 'hello@studio.example', undefined, ['inbox'], true],
    ['from a client', 'mara@x.example', undefined, ['inbox'], false],
    ['from a member at home', 'owner@x.example', undefined, ['inbox'], false],
    ['a form that writes as the studio', 'hello@studio.example', 'mara@x.example', ['inbox'], false],
    ['an answer of ours that goes elsewhere', 'hello@studio.example', 'mara@x.example', ['sent'], true],
  ] as const)('%s', (_, from, replyTo, roles, expected) =>
    expect(isOurs({ from: [person(from)], replyTo: replyTo ? [person(replyTo)] : [] }, roles, own)).toBe(
      expected,
    ),
  );
});

describe('a mail raises', () => {
  const reply: RaisingMail = {
    isNews: true,
    isOurs: false,
    isTwin: false,
    kind: 'human',
    isOfMember: false,
    isAnswer: true,
  };
  it.each([
    ['a reply', {}, { received: true, replied: true }],
    ['a first mail', { isAnswer: false }, { received: true, replied: false }],
    ['an out-of-office', { kind: 'automatic' }, { received: false, replied: false }],
    ['a bounce', { kind: 'bounce' }, { received: false, replied: false }],
    ['a newsletter', { kind: 'list', isAnswer: false }, { received: false, replied: false }],
    ['a form', { kind: 'form', isAnswer: false }, { received: true, replied: false }],
    ['an answer by calendar', { kind: 'calendar' }, { received: false, replied: false }],
    ['a mail of the first import', { isNews: false }, { received: false, replied: false }],
    ['a mail of ours', { isOurs: true }, { received: false, replied: false }],
    ['a twin', { isTwin: true }, { received: false, replied: false }],
    ['a mail of somebody of the studio', { isOfMember: true }, { received: true, replied: false }],
  ] as const)('%s', (_, given, expected) => expect(raisedBy({ ...reply, ...given })).toEqual(expected));
});
