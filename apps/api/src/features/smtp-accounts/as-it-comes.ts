import { PassThrough } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { smtpDiagnosis } from '@cueline/contracts';
import type { FastifyReply } from 'fastify';
import type { Watched } from './smtp-diagnosis.service.js';

const NDJSON = 'application/x-ndjson';

/** Aborts when the caller leaves before the answer. */
export function leavingOf(reply: FastifyReply): AbortSignal {
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  return left.signal;
}

type Work = (watched: Watched) => Promise<smtpDiagnosis.TestResult>;

/** One document, or a line for each stage as it ends. What refuses the request does so before the first line, as a problem document. */
export async function asItComes(accept: string | undefined, reply: FastifyReply, work: Work) {
  const signal = leavingOf(reply);
  if (!accept?.includes(NDJSON)) return work({ signal });
  const lines = new PassThrough();
  const write = (event: smtpDiagnosis.TestEvent) => void lines.write(`${JSON.stringify(event)}\n`);
  const begun = new Promise<void>((resolve, reject) => {
    const onStage: Watched['onStage'] = (stage) => {
      write({ type: 'stage', stage: { ...stage, seen: { ...stage.seen } } });
      resolve();
    };
    work({ signal, onStage }).then(
      (result) => {
        write({ type: 'result', result });
        lines.end();
        resolve();
      },
      (error: Error) => {
        // After the first line nothing but a broken answer can tell.
        lines.destroy(signal.aborted ? undefined : error);
        reject(error);
      },
    );
  });
  await begun;
  return new StreamableFile(lines, { type: NDJSON });
}
