import { Readable } from 'node:stream';
import type { Delivery } from './mail-transport.js';

/**
 * One message on its way: as a stream that asks before it gives its first byte. The library first reads it when the server has answered DATA.
 */
export class HandOver {
  handedOver = false;
  calledOff = false;
  fault: Error | undefined;
  /** Pending until onHandOver, once asked, has answered: an outcome told before would race with what it writes down. */
  answered: Promise<void> = Promise.resolve();
  #isRequested = false;
  #over = false;
  #stream: Readable | undefined;

  /**
   * @param patience milliseconds that onHandOver may take: after a later yes the claim may have run out and be another's
   * @param onLeaving called right before the first byte leaves
   * @param onAskedAgain called when the library wants the message a second time, over another connection
   */
  constructor(
    private readonly delivery: Delivery,
    private readonly patience: number,
    private readonly onLeaving: () => void,
    private readonly onRequestedAgain: () => void,
  ) {}

  /** Something of the message was taken by the connection. */
  get left(): boolean {
    return this.#stream?.readableDidRead ?? false;
  }

  /**
   * A new stream for each connection: the pool takes a mail to another one when the server has closed one while idle, and the library
   * destroys the stream of the first. Once the message was asked for, none reads it again.
   */
  stream(): Readable {
    const stream = new Readable({ highWaterMark: 0, read: () => this.#ask(stream) });
    // The library listens only while it sends; what went wrong outside of that is read from the fields.
    stream.on('error', () => undefined);
    if (this.#isRequested) this.onRequestedAgain();
    else this.#stream = stream;
    return stream;
  }

  /** The library has let go: a late yes sends nothing any more. */
  end(): void {
    this.#over = true;
    this.#stream?.destroy();
  }

  #ask(stream: Readable): void {
    if (this.#isRequested) return;
    this.#isRequested = true;
    const requestedAt = performance.now();
    this.answered = this.delivery.onHandOver().then(
      (go) => {
        this.handedOver = go;
        this.calledOff = !go || performance.now() - requestedAt > this.patience;
        if (this.calledOff) stream.destroy(new Error('The delivery was called off.'));
        else if (!this.#over && !stream.destroyed) this.#leave(stream);
      },
      (error: Error) => {
        // The library writes a code of its own into the error that it is given.
        this.fault = error;
        stream.destroy(new Error('The hand-over failed.'));
      },
    );
  }

  #leave(stream: Readable): void {
    this.onLeaving();
    stream.push(this.delivery.message);
    stream.push(null);
  }
}
