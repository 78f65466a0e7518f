import { defineSignal, setHandler } from '@temporalio/workflow';
import type { Input } from '../interpreter/index.js';
import { signals, type SignalArguments, type SignalName } from '../messages/names.js';

/** `Omit` over a union keeps each member whole. */
export type PendingInput = Input extends infer One ? (One extends Input ? Omit<One, 'now'> : never) : never;

/**
 * Turns signals into inputs of the interpreter. What ends or halts it goes before what came at the same time, so that a mail whose
 * wait ends with it stays unsent.
 * @returns the versions that the run is asked to go on by, in their order
 */
export function receiveSignals(pendingInputs: PendingInput[]): SignalArguments['migrate'][] {
  const migrations: SignalArguments['migrate'][] = [];
  const on = <Name extends SignalName>(name: Name, heard: (argument: SignalArguments[Name]) => void) =>
    setHandler(defineSignal<[SignalArguments[Name]]>(signals[name]), heard);

  on('exit', ({ reason }) => void pendingInputs.unshift({ type: 'exit', reason }));
  on('stop', ({ reason }) => void pendingInputs.unshift({ type: 'stop', reason }));
  on('pause', ({ reason }) => {
    // It goes before what came earlier, and a resume that came earlier is answered by it.
    const later = pendingInputs.filter(({ type }) => type !== 'resume');
    pendingInputs.splice(0, pendingInputs.length, { type: 'pause', reason }, ...later);
  });
  on('settled', (settlement) => void pendingInputs.push({ type: 'settled', ...settlement }));
  on('recheck', () => void pendingInputs.push({ type: 'recheck' }));
  on('resume', () => void pendingInputs.push({ type: 'resume' }));
  on('skip', (step) => void pendingInputs.push({ type: 'skip', ...step }));
  on('force', (step) => void pendingInputs.push({ type: 'force', ...step }));
  on('retry', (step) => void pendingInputs.push({ type: 'retry', ...step }));
  on('migrate', (migration) => void migrations.push(migration));
  return migrations;
}
