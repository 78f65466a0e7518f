import { describe, expect, it } from '@jest/globals';
import { publishOnce, type PublishAnswer, type PublishPort } from './publish-once.js';

interface W {
  readonly publishedVersion: number | null;
}

/** @param loads what the workflow is each time somebody asks; undefined: nobody answers */
function server(answer: PublishAnswer<W>, loads: (W | undefined)[] = []) {
  const said = { requests: 0, loads: 0, checking: 0 };
  const port: PublishPort<W> = {
    publish: () => {
      said.requests++;
      return Promise.resolve(answer);
    },
    load: () => Promise.resolve(loads[said.loads++]),
    pause: () => Promise.resolve(),
    checking: () => void said.checking++,
  };
  return { port, said };
}
const signal = new AbortController().signal;
const v1: W = { publishedVersion: 1 };
const v2: W = { publishedVersion: 2 };
const lost = { type: 'unanswered' } as const;

describe('publishing', () => {
  it('takes the server’s answer', async () => {
    const { port, said } = server({ type: 'published', workflow: v2 });
    expect(await publishOnce(port, 1, signal)).toEqual({ type: 'published', workflow: v2 });
    expect(said).toEqual({ requests: 1, loads: 0, checking: 0 });
  });

  it.each<[string, number | null, (W | undefined)[], string]>([
    ['it had arrived', 1, [v2], 'published'],
    ['it had arrived as the first version', null, [{ publishedVersion: 1 }], 'published'],
    ['it arrives late', 1, [v1, v2], 'published'],
    ['nobody answers for a while', 1, [undefined, undefined, undefined, undefined, v2], 'published'],
    ['it never arrived', 1, [v1, v1, v1], 'failed'],
    [
      'it never arrived, and nobody answered in between',
      null,
      [{ publishedVersion: null }, undefined, { publishedVersion: null }, { publishedVersion: null }],
      'failed',
    ],
  ])('whose answer is lost asks the server and sends nothing again: %s', async (_, before, loads, type) => {
    const { port, said } = server(lost, loads);
    expect(await publishOnce(port, before, signal)).toMatchObject({ type });
    expect(said).toEqual({ requests: 1, loads: loads.length, checking: 1 });
  });

  it.each([
    ['and had published', [v2], { type: 'published', workflow: v2 }],
    [
      'and had not',
      [v1, v1, v1],
      {
        type: 'failed',
        message: 'Nothing was published: Cueline is busy. Try again in a moment.',
        details: [],
      },
    ],
  ])('asks a server that was busy what became of it: %s', async (_, loads, outcome) => {
    const { port, said } = server({ type: 'unanswered', isBusy: true }, loads);
    expect(await publishOnce(port, 1, signal)).toEqual(outcome);
    expect(said).toEqual({ requests: 1, loads: loads.length, checking: 1 });
  });

  it('says why it was refused', async () => {
    const failed = { type: 'failed', message: 'No.', details: ['Why.'] } as const;
    expect(await publishOnce(server(failed).port, 1, signal)).toEqual(failed);
  });
});
