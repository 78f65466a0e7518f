import { describe, expect, it } from '@jest/globals';
import { control, runAt, send, visited } from './control.fixture.js';
import { decideControl, type ControlDecision, type ControlRequest, type ControlledRun } from './index.js';

const said = (decision: ControlDecision): string => {
  if (decision.type === 'refused') return decision.code;
  if (decision.type === 'nothing') return 'nothing';
  const { signal, mails, pause, resume, wait } = decision.change;
  const parts = [
    pause && `pause ${pause}`,
    resume && 'resume',
    wait && `wait ${wait.stepId}/${wait.visit} until ${wait.until}`,
    mails && `mails ${mails.of === 'all' ? 'all' : mails.of.stepId} ${mails.to}`,
    signal && `signal ${signal.kind}`,
  ];
  return parts.filter(Boolean).join(', ');
};

const AT = '2027-06-10T09:00:00.000Z';
const ask = (action: ControlRequest['action'], more: Partial<ControlRequest> = {}): ControlRequest => ({
  action,
  ...(action === 'reschedule' && { at: AT }),
  ...more,
});

const ended = runAt([visited('pause', 'done')], { endedAt: new Date(AT) });
const stopping = runAt([visited('pause', 'waiting')], { pauseCause: 'stop', pausedAt: new Date(AT) });
const paused = runAt([visited('pause', 'waiting')], { pauseCause: 'person', pausedAt: new Date(AT) });
const pausedWithWorkflow = { ...paused, pauseCause: 'workflow' } as const;
const waits = runAt([visited('pause', 'waiting')]);
const mailAt = (state: string) => runAt([visited('mail', 'waiting')], { openSends: [send('mail', state)] });
const toApprove = runAt([visited('mail', 'waiting', { cause: 'awaiting_approval' })]);
const putOff = runAt([visited('task', 'waiting', { cause: 'put_off' })]);
const failed = runAt([visited('task', 'failed')]);
const hook = runAt([visited('hook', 'waiting')], { openSends: [send('hook', 'queued')] });
const requested = (run: ControlledRun, action: string, stepId: string): ControlledRun => ({
  ...run,
  controls: [control(action, stepId)],
});

describe('what may be requested of a run', () => {
  it.each<[string, ControlledRun, ControlRequest, string]>([
    ['whatever of one that has ended', ended, ask('pause'), 'run.ended'],
    ['a stop of one that has ended', ended, ask('stop'), 'run.ended'],
    ['a stop twice', stopping, ask('stop'), 'nothing'],
    ['a resume of one that stops', stopping, ask('resume'), 'run.ended'],
    ['a pause', waits, ask('pause'), 'pause person, signal pause'],
    ['a pause twice', paused, ask('pause'), 'nothing'],
    ['a pause of one that is paused with its workflow', pausedWithWorkflow, ask('pause'), 'pause person'],
    ['a resume', paused, ask('resume'), 'resume, signal resume'],
    ['a resume of one that goes', waits, ask('resume'), 'nothing'],
    ['a stop', waits, ask('stop'), 'pause stop, mails all suppressed, signal stop'],
    ['a skip of a wait', waits, ask('skip'), 'signal skip'],
    ['a skip before the first step', runAt([]), ask('skip'), 'run.notWaiting'],
    ['a skip of a step ahead', waits, ask('skip', { stepId: 'task' }), 'signal skip'],
    ['a skip of a step ahead on a path', waits, ask('skip', { stepId: 'thanks' }), 'signal skip'],
    [
      'a skip of a step that is done',
      runAt([visited('pause', 'done'), visited('mail', 'waiting')]),
      ask('skip', { stepId: 'pause' }),
      'run.stepPassed',
    ],
    ['a skip of a step that was gone past', failed, ask('skip', { stepId: 'thanks' }), 'run.stepPassed'],
    ['a skip of an unknown step', waits, ask('skip', { stepId: 'other' }), 'run.noSuchStep'],
    ['a skip twice', requested(waits, 'skip', 'pause'), ask('skip'), 'nothing'],
    ['a skip after a force', requested(waits, 'force', 'pause'), ask('skip'), 'run.stepPassed'],
    ['a skip of a queued mail', mailAt('queued'), ask('skip'), 'mails mail suppressed, signal skip'],
    ['a skip of a held mail', mailAt('held'), ask('skip'), 'mails mail suppressed, signal skip'],
    ['a skip of a mail on its way', mailAt('sending'), ask('skip'), 'run.mailUnderWay'],
    ['a skip of a failed step', failed, ask('skip'), 'signal skip'],
    ['a force of a wait', waits, ask('force'), 'signal force'],
    ['a force twice', requested(waits, 'force', 'pause'), ask('force'), 'nothing'],
    ['a force of a step that is skipped', requested(waits, 'skip', 'pause'), ask('force'), 'run.notWaiting'],
    ['a force of a queued mail', mailAt('queued'), ask('force'), 'mails mail due'],
    ['a force of a mail in doubt', mailAt('in_doubt'), ask('force'), 'run.mailUnderWay'],
    ['a force of a mail to approve', toApprove, ask('force'), 'run.awaitsApproval'],
    ['a force of a step that is put off', putOff, ask('force'), 'signal force'],
    [
      'a force of one that is put off, again',
      requested(putOff, 'force', 'task'),
      ask('force'),
      'signal force',
    ],
    ['a force of a failure', failed, ask('force'), 'run.notWaiting'],
    ['another moment for a wait', waits, ask('reschedule'), `wait pause/1 until ${AT}, signal recheck`],
    [
      'the same moment again',
      runAt([visited('pause', 'waiting', { overrideAt: new Date(AT) })]),
      ask('reschedule'),
      'nothing',
    ],
    ['another moment for a mail to approve', toApprove, ask('reschedule'), 'run.awaitsApproval'],
    ['another moment for a mail under way', mailAt('queued'), ask('reschedule'), 'run.mailUnderWay'],
    ['another moment for a webhook', hook, ask('reschedule'), 'run.notWaiting'],
    ['another moment for what is put off', putOff, ask('reschedule'), 'run.notWaiting'],
    ['another moment after a force', requested(waits, 'force', 'pause'), ask('reschedule'), 'run.notWaiting'],
    ['a retry of a failure', failed, ask('retry'), 'signal retry'],
    ['a retry twice', requested(failed, 'retry', 'task'), ask('retry'), 'nothing'],
    [
      'a retry of a failure that is skipped',
      requested(failed, 'skip', 'task'),
      ask('retry'),
      'run.notFailed',
    ],
    ['a retry of a step that is put off', putOff, ask('retry'), 'signal force'],
    ['a retry of a wait', waits, ask('retry'), 'run.notFailed'],
  ])('%s', (_, run, request, expected) => {
    expect(said(decideControl(run, request))).toBe(expected);
  });

  it('goes by the latest visit of a step', () => {
    const again = runAt([
      visited('task', 'failed'),
      visited('task', 'waiting', { visit: 2, cause: 'put_off' }),
    ]);
    expect(decideControl(again, ask('retry'))).toMatchObject({
      change: { params: { stepId: 'task', visit: 2 }, signal: { kind: 'force' } },
    });
  });
});
