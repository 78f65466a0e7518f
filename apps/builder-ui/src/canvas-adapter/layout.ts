import { pathsOf, type Path, type Slot, type Step } from '@cueline/workflows';

/** Pixels. A card grows with its words, so that nothing is cut and nothing overlaps. */
export const sizes = {
  card: 272,
  line: 20,
  pad: 40,
  slot: 52,
  label: 30,
  gap: 48,
  charsPerLine: 26,
} as const;

export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Item =
  | ({ readonly type: 'trigger' } & Box)
  | ({ readonly type: 'step'; readonly step: Step } & Box)
  | ({ readonly type: 'slot'; readonly slot: Slot } & Box)
  | ({ readonly type: 'path'; readonly step: Step; readonly path: Path } & Box)
  | ({ readonly type: 'end' } & Box);

export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export interface Layout {
  readonly items: readonly Item[];
  readonly lines: readonly Line[];
  readonly width: number;
  readonly height: number;
}

export type Words = (step: Step) => { readonly title: string; readonly detail: string };

/** The document as boxes and lines, computed anew from the tree alone: paths side by side, re-joining behind their step. */
export function layoutOf(steps: readonly Step[], words: Words, triggerTitle: string): Layout {
  const pen = new Pen(words);
  const width = Math.max(sizes.card, widthOf(steps));
  const center = width / 2;
  const trigger = { id: 'trigger', ...pen.centred(center, 0, sizes.card, cardHeight(triggerTitle, '')) };
  pen.items.push({ type: 'trigger', ...trigger });
  const { bottom, last } = pen.sequence(steps, null, center, trigger.height, ['trigger']);
  pen.items.push({ type: 'end', id: 'end', ...pen.centred(center, bottom, 96, sizes.label) });
  pen.connect(last, 'end');
  return { items: pen.items, lines: pen.lines, width, height: bottom + sizes.label };
}

export const cardHeight = (title: string, detail: string): number =>
  sizes.pad + sizes.line * (linesOf(title) + (detail ? linesOf(detail) : 0));
const linesOf = (text: string) => Math.max(1, Math.ceil(text.length / sizes.charsPerLine));

function widthOf(steps: readonly Step[]): number {
  return Math.max(sizes.card, ...steps.map((step) => rowWidth(pathsOf(step))));
}
const rowWidth = (paths: readonly Path[]): number =>
  paths.length === 0
    ? 0
    : paths.reduce((sum, path) => sum + widthOf(path.steps), 0) + sizes.gap * (paths.length - 1);

class Pen {
  readonly items: Item[] = [];
  readonly lines: Line[] = [];

  constructor(private readonly words: Words) {}

  centred(center: number, y: number, width: number, height: number) {
    return { x: center - width / 2, y, width, height };
  }

  connect(from: readonly string[], to: string): void {
    for (const one of from) this.lines.push({ id: `${one}->${to}`, from: one, to });
  }

  /** A sequence below `top`, a slot before each step and behind the last. */
  sequence(
    steps: readonly Step[],
    parent: Slot['parent'],
    center: number,
    top: number,
    from: readonly string[],
  ) {
    let y = top;
    let last = from;
    for (const [index, step] of steps.entries()) {
      [y, last] = this.#slot({ parent, index }, center, y, last);
      [y, last] = this.#step(step, center, y, last);
    }
    if (steps.at(-1)?.kind === 'end') return { bottom: y + sizes.gap / 2, last: [] as readonly string[] };
    [y, last] = this.#slot({ parent, index: steps.length }, center, y, last);
    return { bottom: y, last };
  }

  #slot(slot: Slot, center: number, y: number, from: readonly string[]): [number, readonly string[]] {
    const id = slotId(slot);
    this.items.push({ type: 'slot', id, slot, ...this.centred(center, y, sizes.slot, sizes.slot) });
    this.connect(from, id);
    return [y + sizes.slot, [id]];
  }

  #step(step: Step, center: number, y: number, from: readonly string[]): [number, readonly string[]] {
    const { title, detail } = this.words(step);
    const box = this.centred(center, y, sizes.card, cardHeight(title, detail));
    this.items.push({ type: 'step', id: step.id, step, ...box });
    this.connect(from, step.id);
    const paths = pathsOf(step);
    const below = y + box.height;
    return paths.length === 0
      ? [below, step.kind === 'end' ? [] : [step.id]]
      : this.#paths(step, paths, center, below + sizes.gap / 2);
  }

  #paths(step: Step, paths: readonly Path[], center: number, top: number): [number, readonly string[]] {
    let x = center - rowWidth(paths) / 2;
    let bottom = top;
    const ends: string[] = [];
    for (const path of paths) {
      const width = widthOf(path.steps);
      const middle = x + width / 2;
      const id = `${step.id}/${path.id}`;
      this.items.push({
        type: 'path',
        id,
        step,
        path,
        ...this.centred(middle, top, sizes.card - 40, sizes.label),
      });
      this.connect([step.id], id);
      const inside = this.sequence(
        path.steps,
        { stepId: step.id, pathId: path.id },
        middle,
        top + sizes.label,
        [id],
      );
      bottom = Math.max(bottom, inside.bottom);
      ends.push(...inside.last);
      x += width + sizes.gap;
    }
    return [bottom, ends];
  }
}

export const slotId = ({ parent, index }: Slot): string =>
  `slot:${parent ? `${parent.stepId}/${parent.pathId}` : 'trunk'}:${index}`;
