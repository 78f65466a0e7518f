import { describe, expect, it } from '@jest/globals';
import { addressed } from './people.js';

const vendor = (name: string, email: string) => ({ name, email });

describe('people who share an address', () => {
  it('get one mail that names them all, in their order', () => {
    expect(
      addressed([
        vendor('Print Lab', 'office@lab.test'),
        vendor('Venue', 'venue@lab.test'),
        vendor('Album Lab', 'Office@Lab.test'),
      ]),
    ).toEqual({
      mailboxes: [
        { name: 'Print Lab, Album Lab', address: 'office@lab.test' },
        { name: 'Venue', address: 'venue@lab.test' },
      ],
      without: [],
    });
  });

  it.each([
    ['the same name', ['Jo', 'Jo '], 'Jo'],
    ['no name', ['', 'Jo'], 'Jo'],
    ['six names', ['A', 'B', 'C', 'D', 'E', 'F'], 'A, B, C, D, E'],
  ])('with %s', (_what, names, name) =>
    expect(addressed(names.map((one) => vendor(one, 'office@lab.test'))).mailboxes).toEqual([
      { name, address: 'office@lab.test' },
    ]),
  );

  it('keep the others out of nothing: whoever has no address is told of', () => {
    expect(addressed([vendor('A', 'a@lab.test'), vendor('B', 'no')])).toEqual({
      mailboxes: [{ name: 'A', address: 'a@lab.test' }],
      without: ['B'],
    });
  });
});
