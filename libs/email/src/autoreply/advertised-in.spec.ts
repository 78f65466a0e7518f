import { describe, expect, it } from '@jest/globals';
import { advertisedIn } from './index.js';

const spam = 'You won https://prize.example.test';
const inquiry = {
  name: 'Mara',
  email: 'mara@example.com',
  kind: 'wedding',
  phone: '+46 8 123 456',
  message: `Look: ${spam}`,
};
const client = { firstName: 'Mara', lastName: 'Lindqvist', company: 'Wedding.com' };

describe('what a mail would carry of an advertisement', () => {
  it.each([
    ['the name of an inquiry', 'inquirer', { inquiry: { ...inquiry, name: spam } }, [], 'inquiry.name'],
    [
      'the name, to the client',
      'client',
      { client, inquiry: { ...inquiry, name: spam } },
      [],
      'inquiry.name',
    ],
    ['a first name', 'client', { client: { ...client, firstName: spam } }, [], 'client.fullName'],
    ['a last name', 'client', { client: { ...client, lastName: 'prize.com' } }, [], 'client.fullName'],
    [
      'a name over two fields',
      'client',
      { client: { firstName: 'Congratulations', lastName: 'winner' } },
      [],
      'client.fullName',
    ],
    [
      'a kind that is echoed',
      'inquirer',
      { inquiry: { ...inquiry, kind: 'prize.com' } },
      ['inquiry.kind'],
      'inquiry.kind',
    ],
    [
      'a message that is echoed',
      'inquirer',
      { inquiry },
      ['inquiry.email', 'inquiry.message'],
      'inquiry.message',
    ],
  ])('%s', (_, role, facts, used, field) => {
    expect(advertisedIn(role, facts, used)?.field).toBe(field);
  });

  it.each([
    ['nothing', 'inquirer', { inquiry }, ['inquiry.name', 'inquiry.kind', 'inquiry.phone']],
    ['the address that it goes to', 'inquirer', { inquiry }, ['inquiry.email']],
    ['a message that it does not echo', 'inquirer', { inquiry }, ['inquiry.name']],
    ['the company of a client', 'client', { client }, ['client.company']],
    ['what goes to a colleague', 'staff', { inquiry: { ...inquiry, name: spam } }, ['inquiry.name']],
    ['what goes to one address', 'address', { inquiry: { ...inquiry, name: spam } }, ['inquiry.name']],
    ['no records', 'inquirer', {}, ['inquiry.name']],
  ])('%s is none', (_, role, facts, used) => {
    expect(advertisedIn(role, facts, used)).toBeUndefined();
  });
});
