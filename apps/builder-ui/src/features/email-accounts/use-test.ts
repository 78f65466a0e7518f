import { useEffect, useRef, useState } from 'react';
import type { smtpDiagnosis } from '@cueline/contracts';
import { lines } from '../../api-client/lines.js';
import { serverOf, type Draft } from './draft.js';

export interface Testing {
  readonly isRunning: boolean;
  readonly stages: readonly smtpDiagnosis.TestStage[];
  readonly result: smtpDiagnosis.TestResult | undefined;
  readonly error: Error | null;
}
const idle: Testing = { isRunning: false, stages: [], result: undefined, error: null };

/** Tests an account, stage by stage as they come. A test that is begun ends the one before; leaving the page ends it, too. */
export const useTest = (accountId: string | undefined) =>
  useStages(accountId ? `/api/v1/smtp-accounts/${accountId}/test` : '/api/v1/smtp-accounts/test');

export const useInboxTest = (id: string) => useStages(`/api/v1/mailboxes/${id}/test`);

function useStages(path: string) {
  const [testing, setTesting] = useState<Testing>(idle);
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const cancel = () => {
    current.current?.abort();
    setTesting(idle);
  };
  /** @returns what it came to; undefined where it was ended before */
  const start = async (draft: Draft): Promise<smtpDiagnosis.TestResult | undefined> => {
    let result: smtpDiagnosis.TestResult | undefined;
    current.current?.abort();
    const own = new AbortController();
    current.current = own;
    setTesting({ ...idle, isRunning: true });
    try {
      for await (const event of lines<smtpDiagnosis.TestEvent>(path, serverOf(draft), own.signal)) {
        if (event.type === 'result') result = event.result;
        setTesting((before) =>
          event.type === 'stage'
            ? { ...before, stages: [...before.stages, event.stage] }
            : { ...before, isRunning: false, result: event.result },
        );
      }
      setTesting((before) => ({ ...before, isRunning: false }));
    } catch (error) {
      if (!own.signal.aborted) setTesting({ ...idle, error: error as Error });
    }
    return own.signal.aborted ? undefined : result;
  };
  return { testing, start, cancel };
}
