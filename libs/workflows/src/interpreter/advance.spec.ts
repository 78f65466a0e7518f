import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drive, NOW } from './drive.fixture.js';
import type { EffectResult, Plan, ResolvedWait } from './index.js';

const plan: Plan = {
  steps: [
    {
      id: 'which',
      kind: 'decide',
      paths: [
        {
          id: 'wedding',
          steps: [
            { id: 'pause', kind: 'wait' },
            { id: 'mail', kind: 'sendMail' },
          ],
        },
        { id: 'otherwise', steps: [] },
      ],
    },
    { id: 'after', kind: 'sendMail' },
  ],
};

describe('advance', () => {
  it('takes the path of the outcome, waits, sends, re-joins and completes', () => {
    const run = drive(plan);
    expect(run.give({ type: 'start' })).toEqual([
      { type: 'perform', stepId: 'which', visit: 1, kind: 'decide', last: false },
    ]);
    expect(run.performed('which', { type: 'done', outcome: 'wedding' })).toEqual([
      { type: 'resolveWait', stepId: 'pause', visit: 1 },
    ]);
    const due = '2027-01-01T00:00:02.000Z';
    expect(run.give({ type: 'resolved', stepId: 'pause', visit: 1, answer: { type: 'wait', due } })).toEqual([
      { type: 'sleep', stepId: 'pause', visit: 1, due },
    ]);
    expect(run.give({ type: 'elapsed', stepId: 'pause', visit: 1 })).toEqual([
      { type: 'journal', entry: { stepId: 'pause', visit: 1, kind: 'wait', status: 'done', at: NOW } },
      { type: 'perform', stepId: 'mail', visit: 1, kind: 'sendMail', last: false },
    ]);
    expect(run.performed('mail', { type: 'done' })).toEqual([
      { type: 'perform', stepId: 'after', visit: 1, kind: 'sendMail', last: true },
    ]);
    expect(run.performed('after', { type: 'done' })).toEqual([{ type: 'close', result: 'completed' }]);
  });

  it('goes on after the step when the path taken is empty', () => {
    const run = drive(plan);
    run.give({ type: 'start' });
    expect(run.performed('which', { type: 'done', outcome: 'otherwise' })).toEqual([
      { type: 'perform', stepId: 'after', visit: 1, kind: 'sendMail', last: true },
    ]);
  });

  it('needs no close when the last effect has recorded the end itself', () => {
    const run = drive({ steps: [{ id: 'only', kind: 'sendMail' }] });
    run.give({ type: 'start' });
    expect(run.performed('only', { type: 'done', closed: true })).toEqual([]);
    expect(run.state().ended).toEqual({ result: 'completed' });
  });

  it('ends a wait at once when the run must exit, and says that the wait was skipped', () => {
    const run = drive({
      steps: [
        { id: 'pause', kind: 'wait' },
        { id: 'mail', kind: 'sendMail' },
      ],
    });
    run.give({ type: 'start' });
    run.give({ type: 'resolved', stepId: 'pause', visit: 1, answer: { type: 'wait', due: NOW } });
    const reason = { code: 'exit.event' } as const;
    expect(run.give({ type: 'exit', reason })).toEqual(exitedAtThePause(reason));
    expect(run.give({ type: 'elapsed', stepId: 'pause', visit: 1 })).toEqual([]);
  });

  it('lets an effect under way finish before it exits', () => {
    const run = drive(plan);
    run.give({ type: 'start' });
    expect(run.give({ type: 'exit', reason: { code: 'exit.event' } })).toEqual([]);
    expect(run.performed('which', { type: 'done', outcome: 'wedding' })).toEqual([
      { type: 'close', result: 'exited', reason: { code: 'exit.event' } },
    ]);
  });

  it.each(['before', 'after'] as const)(
    'goes on when the ledger settles a send %s the run learns that it is pending',
    (when) => {
      const run = drive({
        steps: [
          { id: 'mail', kind: 'sendMail' },
          { id: 'next', kind: 'sendMail' },
        ],
      });
      const settle = () => run.give({ type: 'settled', stepId: 'mail', visit: 1, outcome: 'done' });
      const next = [{ type: 'perform', stepId: 'next', visit: 1, kind: 'sendMail', last: true }];
      run.give({ type: 'start' });
      if (when === 'before') {
        expect(settle()).toEqual([]);
        expect(run.performed('mail', { type: 'pending' })).toEqual(next);
      } else {
        expect(run.performed('mail', { type: 'pending' })).toEqual([]);
        expect(settle()).toEqual(next);
      }
      expect(settle()).toEqual([]);
    },
  );

  it('stays at a failed step until it is retried, as another visit', () => {
    const run = drive({ steps: [{ id: 'mail', kind: 'sendMail' }] });
    run.give({ type: 'start' });
    expect(run.performed('mail', { type: 'failed', reason: { code: 'smtp.refused' } })).toEqual([]);
    expect(run.state().at).toEqual({ stepId: 'mail', visit: 1, phase: 'failed' });
    const again = { type: 'retry', stepId: 'mail', visit: 1 } as const;
    expect(run.give(again)).toEqual([
      { type: 'perform', stepId: 'mail', visit: 2, kind: 'sendMail', last: true },
    ]);
    expect(run.give(again)).toEqual([]);
  });

  it('can be stopped wherever it is', () => {
    const run = drive(plan);
    run.give({ type: 'start' });
    run.performed('which', { type: 'failed', reason: { code: 'failure.value' } });
    const commands = run.give({ type: 'stop', reason: { code: 'stopped.byPerson' } });
    expect(commands.at(-1)).toEqual({
      type: 'close',
      result: 'stopped',
      reason: { code: 'stopped.byPerson' },
    });
  });

  it('journals a wait that an exit caught while it was being scheduled at the instant the run learned of it', () => {
    const run = drive({ steps: [{ id: 'pause', kind: 'wait' }] });
    run.give({ type: 'start' });
    const reason = { code: 'exit.event' } as const;
    expect(run.give({ type: 'exit', reason })).toEqual([]);
    expect(
      run.give({
        type: 'resolved',
        stepId: 'pause',
        visit: 1,
        answer: { type: 'wait', due: '2027-02-01T00:00:00.000Z' },
      }),
    ).toEqual(exitedAtThePause(reason));
  });

  it('lets an effect under way finish before it is stopped, and does not call it skipped', () => {
    const run = drive(plan);
    const reason = { code: 'stopped.byPerson' } as const;
    run.give({ type: 'start' });
    expect(run.give({ type: 'stop', reason })).toEqual([]);
    expect(run.performed('which', { type: 'done', outcome: 'wedding' })).toEqual([
      { type: 'close', result: 'stopped', reason },
    ]);
  });

  it('starts nothing when it must exit before it began', () => {
    const run = drive(plan);
    const reason = { code: 'exit.event' } as const;
    expect(run.give({ type: 'exit', reason })).toEqual([{ type: 'close', result: 'exited', reason }]);
    expect(run.give({ type: 'start' })).toEqual([]);
  });

  it('keeps to the outcome of a send that failed in the ledger, and can be retried', () => {
    const run = drive({ steps: [{ id: 'mail', kind: 'sendMail' }] });
    run.give({ type: 'start' });
    run.performed('mail', { type: 'pending' });
    expect(run.give({ type: 'settled', stepId: 'mail', visit: 1, outcome: 'failed' })).toEqual([]);
    expect(run.state().at).toEqual({ stepId: 'mail', visit: 1, phase: 'failed' });
    run.give({ type: 'retry', stepId: 'mail', visit: 1 });
    expect(run.performed('mail', { type: 'pending' }, 2)).toEqual([]);
    expect(run.give({ type: 'settled', stepId: 'mail', visit: 1, outcome: 'done' })).toEqual([]);
    expect(run.give({ type: 'settled', stepId: 'mail', visit: 2, outcome: 'done' })).toEqual([
      { type: 'close', result: 'completed' },
    ]);
  });

  it('closes an empty plan at once', () => {
    expect(drive({ steps: [] }).give({ type: 'start' })).toEqual([{ type: 'close', result: 'completed' }]);
  });

  it('bears any input at any time', () => {
    const { plans, results } = arbitraries();
    const about = { stepId: fc.constantFrom('s0', 's1', 's2', '__proto__'), visit: fc.constantFrom(1, 2) };
    const reason = { code: 'failure.value' } as const;
    const answers = fc.constantFrom<ResolvedWait>(
      { type: 'wait', due: NOW },
      { type: 'wait', due: NOW, again: true },
      { type: 'wait' },
      { type: 'done', outcome: 'a' },
      { type: 'past', then: 'skip-next' },
      { type: 'past', then: 'end' },
      { type: 'failed', reason },
      { type: 'exit', reason },
    );
    const inputs = fc.oneof(
      fc.record({ type: fc.constant('performed' as const), ...about, result: results }),
      fc.record({ type: fc.constant('resolved' as const), ...about, answer: answers }),
      fc.record({
        type: fc.constant('skip' as const),
        stepId: about.stepId,
        reason: fc.constant(reason),
      }),
      fc.record({ type: fc.constant('force' as const), ...about, reason: fc.constant(reason) }),
      fc.constantFrom(
        { type: 'recheck' as const },
        { type: 'resume' as const },
        { type: 'pause' as const, reason },
      ),
      fc.record({ type: fc.constantFrom('elapsed' as const, 'retry' as const), ...about }),
      fc.record({
        type: fc.constant('settled' as const),
        ...about,
        outcome: fc.constantFrom('done' as const, 'skipped' as const, 'failed' as const),
      }),
      fc.constantFrom({ type: 'start' as const }, { type: 'exit' as const, reason }),
    );
    fc.assert(
      fc.property(plans, fc.array(inputs, { maxLength: 40 }), (random, untimedInputs) => {
        const run = drive(random);
        const given = untimedInputs.flatMap((input) => run.give(input));
        expect(given.filter(({ type }) => type === 'close').length).toBeLessThanOrEqual(1);
        run.give({ type: 'stop', reason });
        expect(run.state().ended ?? run.state().leaving).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('ends every run of every plan, visiting each step at most once, whatever the outcomes', () => {
    const { plans, results } = arbitraries();
    fc.assert(
      fc.property(plans, fc.infiniteStream(results), (random, stream) => {
        const run = drive(random);
        const visited = new Set<string>();
        const open = [...run.give({ type: 'start' })];
        for (let guard = 0; open.length > 0; guard++) {
          if (guard > 1_000) throw new Error('the run does not end');
          const command = open.shift()!;
          if (command.type === 'perform' || command.type === 'resolveWait') {
            if (visited.has(command.stepId)) throw new Error(`${command.stepId} was visited twice`);
            visited.add(command.stepId);
          }
          if (command.type === 'perform') {
            const answer: IteratorResult<EffectResult, EffectResult> = stream.next();
            open.push(...run.performed(command.stepId, answer.value));
          }
          if (command.type === 'resolveWait')
            open.push(
              ...run.give({
                type: 'resolved',
                stepId: command.stepId,
                visit: 1,
                answer: { type: 'wait', due: NOW },
              }),
            );
          if (command.type === 'sleep')
            open.push(...run.give({ type: 'elapsed', stepId: command.stepId, visit: 1 }));
        }
        expect(run.state().ended).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});

/** A wait that an exit cut short at `NOW`. */
const exitedAtThePause = (reason: { readonly code: string }) => [
  {
    type: 'journal',
    entry: { stepId: 'pause', visit: 1, kind: 'wait', status: 'skipped', cause: 'exited', at: NOW, reason },
  },
  { type: 'close', result: 'exited', reason },
];

/** Plans of up to three levels with unique ids, and what effects may answer without stopping. */
function arbitraries() {
  let ids = 0;
  const leaf = fc.constantFrom('wait', 'sendMail', 'end').map((kind) => ({ id: '', kind }));
  const { sequence } = fc.letrec<{ sequence: Plan['steps']; step: Plan['steps'][number] }>((tie) => ({
    sequence: fc.array(tie('step'), { maxLength: 4, depthIdentifier: 'plan' }),
    step: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'plan' },
      leaf,
      fc.tuple(tie('sequence'), tie('sequence')).map(([a, b]) => ({
        id: '',
        kind: 'decide' as const,
        paths: [
          { id: 'a', steps: a },
          { id: 'otherwise', steps: b },
        ],
      })),
    ),
  }));
  const named = (steps: Plan['steps']): Plan['steps'] =>
    steps.map((step) => ({
      ...step,
      id: `s${ids++}`,
      ...(step.paths && { paths: step.paths.map((path) => ({ ...path, steps: named(path.steps) })) }),
    }));
  const plans = sequence.map((steps): Plan => ({ steps: named(steps) }));
  const results = fc.oneof(
    fc.constantFrom('a', 'otherwise', 'nowhere').map((outcome): EffectResult => ({ type: 'done', outcome })),
    fc.constant<EffectResult>({ type: 'skipped', reason: { code: 'failure.value' } }),
    fc.constant<EffectResult>({ type: 'exit', reason: { code: 'failure.value' } }),
  );
  return { plans, results };
}
