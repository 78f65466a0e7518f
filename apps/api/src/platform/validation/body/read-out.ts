import type { IncomingMessage } from 'node:http';

/** Beyond this a sender is not waited for: the connection is closed on it. */
const limits = { bytes: 64 * 1_048_576, milliseconds: 10_000 } as const;

/**
 * Reads the rest of a refused body and drops it. A server that answers and closes while the other side is still writing resets the
 * connection, and the answer with the reason is lost (RFC 9112 section 9.6).
 */
export function readOut(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const done = () => {
      clearTimeout(timer);
      request.off('data', count);
      resolve();
    };
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.bytes) done();
    };
    const timer = setTimeout(done, limits.milliseconds);
    for (const over of ['end', 'close', 'error'] as const) request.once(over, done);
    request.on('data', count).resume();
  });
}
