import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../../cpu-clock.fixture.js';
import { binary, mailOf } from '../mails.fixture.js';
import { readIncomingMail } from '../parse/read-incoming-mail.js';
import { formPerson, isFormText } from './form-person.js';

function personOf(...lines: readonly string[]) {
  const read = readIncomingMail(binary(mailOf('From: form@studio.example', ...lines)));
  if (!read.ok) throw new Error('set aside');
  const person = formPerson(read.mail);
  return person && `${person.name} <${person.address}>`;
}

describe('who filled a form in', () => {
  it.each([
    ['English', 'Name: Mara Lindqvist', 'Email Address: mara@example.test'],
    ['English, in bold', '*Your name:* Mara Lindqvist', '*Your email (required):* mara@example.test'],
    ['English, in two', 'First name: Mara', 'Last name: Lindqvist', 'E-mail: mara@example.test'],
    ['German', 'Name: Mara Lindqvist', 'Deine E-Mail-Adresse: mara@example.test'],
    ['German, in two', 'Vorname:', 'Mara', 'Nachname:', 'Lindqvist', 'E-Mail:', '', 'mara@example.test'],
    ['French', 'Nom : Mara Lindqvist', 'Adresse e-mail : mara@example.test'],
    ['Spanish', 'Nombre: Mara Lindqvist', 'Correo electrónico: mara@example.test'],
    ['Italian', 'Nome: Mara Lindqvist', 'Indirizzo e-mail: <mara@example.test>'],
    ['Dutch', 'Naam: Mara Lindqvist', 'E-mailadres: mara@example.test'],
    ['a link beside it', 'Name: Mara Lindqvist', 'Email: mara@example.test<mailto:mara@example.test>'],
    ['the same twice', 'Name: Mara Lindqvist', 'Email: mara@example.test', 'E-Mail: MARA@example.test'],
  ])('stands in its text: %s', (_, ...lines) => {
    expect(personOf('', ...lines)?.toLowerCase()).toBe('mara lindqvist <mara@example.test>');
  });

  it('is where its answers go before that', () => {
    const lines = ['', 'Name: Mara Lindqvist', 'Email: other@example.test'];
    expect(personOf('Reply-To: mara@example.test', ...lines)).toBe('Mara Lindqvist <mara@example.test>');
    expect(personOf('Reply-To: Mara <mara@example.test>', ...lines)).toBe('Mara <mara@example.test>');
    expect(personOf('Reply-To: form@studio.example', ...lines)).toBe('Mara Lindqvist <other@example.test>');
    expect(personOf('Reply-To: no-reply@forms.test', ...lines)).toBe('Mara Lindqvist <other@example.test>');
  });

  it.each([
    ['two of them', 'Email: mara@example.test', 'Email: elis@example.test'],
    ['an address in what was written', 'Name: Mara', 'Message: write to mara@example.test'],
    ['an address without a label', 'mara@example.test'],
    ['a label without a value', 'Email:', 'Name: mara@example.test'],
    ['an address that nobody reads', 'Email: no-reply@example.test'],
    ['the form itself', 'Email: form@studio.example'],
    ['nothing', ''],
  ])('is nobody by %s', (_, ...lines) => expect(personOf('', ...lines)).toBeNull());

  it('is not looked for in a text that is none of a form', () => {
    expect(isFormText('Hello,\nour date is the 12th: is it free?\nMara')).toBe(false);
    expect(isFormText('Name: Mara')).toBe(true);
  });

  it('takes no longer in a text that is made for it', () => {
    const began = cpuClock();
    for (const part of ['Email:', 'Name ', '* ', 'a.-', '(', '：'])
      isFormText(`${part.repeat(50_000)}\n`.repeat(2));
    expect(cpuClock() - began).toBeLessThan(2_000);
  });
});
