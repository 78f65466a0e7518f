import { describe, expect, it } from '@jest/globals';
import { fieldOf } from '@cueline/workflows';
import { caretIn, fieldTag } from './field-tag.js';

const tag = (path: string) => fieldTag(fieldOf(path)!);

describe('a merge field as a tag', () => {
  it('is formatted by its type', () => {
    expect(tag('client.firstName')).toBe('{{ client.firstName }}');
    expect(tag('booking.startsAt')).toBe('{{ booking.startsAt | date("long") }}');
    expect(tag('invoice.balance')).toBe('{{ invoice.balance | money }}');
    expect(tag('client.tags')).toBe('{{ client.tags | join }}');
  });

  it('leaves room for a fallback where a record may hold nothing, and the caret in it', () => {
    const lastName = tag('client.lastName');
    expect(lastName).toBe('{{ client.lastName | default("") }}');
    expect(lastName.slice(0, caretIn(lastName))).toBe('{{ client.lastName | default("');
    expect(caretIn('{{ client.firstName }}')).toBe('{{ client.firstName }}'.length);
  });
});
