import type { TemplatePart, TemplateProblem, TemplateProblemCode } from '../../language/problem.js';
import { templateLimits, type BlockPlace, type Position } from '../../language/tree.js';

type Params = TemplateProblem['params'];

/** A text that was typed, with its place, for what is looked for in all of them at once. */
export interface TypedText {
  readonly part: TemplatePart;
  readonly place: BlockPlace;
  readonly text: string;
}

/** Goes through a document once and keeps all that it finds wrong. */
export class Walk {
  readonly problems: TemplateProblem[] = [];
  readonly texts: TypedText[] = [];

  /** @param part where its places are; the document's blocks are the HTML */
  constructor(private readonly part: TemplatePart = 'html') {}

  /** The same walk in another part. */
  in(part: TemplatePart): Walk {
    const walk = new Walk(part);
    return Object.assign(walk, { problems: this.problems, texts: this.texts });
  }

  error(code: TemplateProblemCode, place: BlockPlace, params: Params = {}): void {
    this.#report(code, 'error', place, params);
  }

  warn(code: TemplateProblemCode, place: BlockPlace, params: Params = {}): void {
    this.#report(code, 'warning', place, params);
  }

  typed(text: string, place: BlockPlace): void {
    this.texts.push({ part: this.part, place, text });
  }

  #report(
    code: TemplateProblemCode,
    severity: TemplateProblem['severity'],
    block: BlockPlace,
    params: Params,
  ): void {
    if (this.problems.length < templateLimits.problems)
      this.problems.push({ code, severity, part: this.part, line: 1, column: 1, offset: 0, block, params });
  }
}

export const positionOf = (place: BlockPlace): Position => [1, 1, place];
export const below = ({ id, pointer }: BlockPlace, ...keys: (string | number)[]): BlockPlace => ({
  id,
  pointer: `${pointer}/${keys.join('/')}`,
});
