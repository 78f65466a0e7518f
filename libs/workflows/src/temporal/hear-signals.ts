import { defineSignal, setHandler } from '@temporalio/workflow';
import type { Input } from '../interpreter/index.js';
import { signals, type SignalArguments, type SignalName } from '../messages/names.js';

/** `Omit` over a union keeps each member whole. */
export type Happening = Input extends infer One ? (One extends Input ? Omit<One, 'now'> : never) : never;

/**
 * What a run is told from outside becomes what happened to it. What ends or halts it goes before what came in the same breath, so that a mail whose
 * wait ends with it stays unsent.
 * @returns the versions that the run is asked to go on by, in their order
 */
export function hearSignals(happenings: Happening[]): SignalArguments['migrate'][] {
  const moves: SignalArguments['migrate'][] = [];
  const hear = <Name extends SignalName>(name: Name, heard: (argument: SignalArguments[Name]) => void) =>
    setHandler(defineSignal<[SignalArguments[Name]]>(signals[name]), heard);

  hear('exit', ({ reason }) => void happenings.unshift({ type: 'exit', reason }));
  hear('stop', ({ reason }) => void happenings.unshift({ type: 'stop', reason }));
  hear('pause', ({ reason }) => {
    // It goes before what came earlier, and a resume that came earlier is answered by it.
    const later = happenings.filter(({ type }) => type !== 'resume');
    happenings.splice(0, happenings.length, { type: 'pause', reason }, ...later);
  });
  hear('settled', (settlement) => void happenings.push({ type: 'settled', ...settlement }));
  hear('recheck', () => void happenings.push({ type: 'recheck' }));
  hear('resume', () => void happenings.push({ type: 'resume' }));
  hear('skip', (step) => void happenings.push({ type: 'skip', ...step }));
  hear('force', (step) => void happenings.push({ type: 'force', ...step }));
  hear('retry', (step) => void happenings.push({ type: 'retry', ...step }));
  hear('migrate', (move) => void moves.push(move));
  return moves;
}
