import { findStep, pathsOf, type Path, type Slot, type Step } from '@cueline/workflows';
import { fonts, linesOf, type CardContent, type Measure } from './card-content.js';
import { pathLabel } from '../domain/labels/places.js';
import { m } from './messages.js';

/** Pixels. A card grows with its words, so that nothing is cut and nothing overlaps. */
export const sizes = {
  card: 248,
  /** What is left of a card's width for words, beside icon and padding. */
  text: 178,
  titleLine: 20,
  detailLine: 16,
  labelLine: 18,
  pad: 28,
  /** An icon is taller than one line. */
  tile: 34,
  slot: 52,
  label: 28,
  gap: 14,
  /** Between a step and its paths, and where they come together. */
  branch: 24,
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
  | ({
      readonly type: 'slot';
      readonly slot: Slot;
      /** What adding here means. */ readonly label: string;
    } & Box)
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

export interface Document {
  readonly steps: readonly Step[];
  readonly trigger: CardContent;
  readonly content: (step: Step) => CardContent;
}

/** The document as boxes and lines, computed anew from the tree alone: paths side by side, re-joining after their step. */
export function layoutOf({ steps, trigger: triggerContent, content }: Document, measure: Measure): Layout {
  const pen = new Pen(
    {
      card: (step) => cardHeight(content(step), measure),
      label: (path) => labelHeight(pathLabel(path), measure),
    },
    {
      step: (step) => content(step).title,
      path: ({ stepId, pathId }) => {
        const holder = findStep(steps, stepId)?.step;
        const path = holder && pathsOf(holder).find(({ id }) => id === pathId);
        return path ? pathLabel(path) : pathId;
      },
    },
  );
  const width = Math.max(sizes.card, widthOf(steps));
  const center = width / 2;
  const trigger = {
    id: 'trigger',
    ...pen.centred(center, 0, sizes.card, cardHeight(triggerContent, measure)),
  };
  pen.items.push({ type: 'trigger', ...trigger });
  const { bottom, last } = pen.sequence(steps, null, center, trigger.height, ['trigger']);
  pen.items.push({ type: 'end', id: 'end', ...pen.centred(center, bottom, 96, sizes.label) });
  pen.connect(last, 'end');
  return { items: pen.items, lines: pen.lines, width, height: bottom + sizes.label };
}

export const cardHeight = ({ title, detail, problem = '' }: CardContent, measure: Measure): number =>
  sizes.pad +
  Math.max(
    sizes.tile,
    sizes.titleLine * linesOf(title, sizes.text, fonts.title, measure) +
      sizes.detailLine * linesOf(detail, sizes.text, fonts.detail, measure) +
      sizes.detailLine * linesOf(problem, sizes.text, fonts.detail, measure),
  );

const labelHeight = (text: string, measure: Measure): number =>
  sizes.label + sizes.labelLine * (linesOf(text, sizes.text - 24, fonts.label, measure) - 1);

interface Heights {
  card(step: Step): number;
  label(path: Path): number;
}
interface Names {
  step(step: Step): string;
  path(parent: NonNullable<Slot['parent']>): string;
}

/** What a "+" says to those who cannot see where it stands. */
export const slotLabel = (after: string | null | undefined, path: string | null): string => {
  if (after) return m.addAfter(after);
  return path === null ? m.addAtStart : m.addAtPathStart(path);
};

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

  constructor(
    private readonly heights: Heights,
    private readonly names: Names,
  ) {}

  centred(center: number, y: number, width: number, height: number) {
    return { x: center - width / 2, y, width, height };
  }

  connect(from: readonly string[], to: string): void {
    for (const one of from) this.lines.push({ id: `${one}->${to}`, from: one, to });
  }

  /** A sequence below `top`, a slot before each step and after the last. */
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
      [y, last] = this.#slot({ parent, index }, steps[index - 1], center, y, last);
      [y, last] = this.#step(step, center, y, last);
    }
    if (steps.at(-1)?.kind === 'end') return { bottom: y + sizes.branch, last: [] as readonly string[] };
    [y, last] = this.#slot({ parent, index: steps.length }, steps.at(-1), center, y, last);
    return { bottom: y, last };
  }

  #slot(
    slot: Slot,
    before: Step | undefined,
    center: number,
    y: number,
    from: readonly string[],
  ): [number, readonly string[]] {
    const id = slotId(slot);
    const label = slotLabel(before && this.names.step(before), slot.parent && this.names.path(slot.parent));
    this.items.push({ type: 'slot', id, slot, label, ...this.centred(center, y, sizes.slot, sizes.slot) });
    this.connect(from, id);
    return [y + sizes.slot, [id]];
  }

  #step(step: Step, center: number, y: number, from: readonly string[]): [number, readonly string[]] {
    const box = this.centred(center, y, sizes.card, this.heights.card(step));
    this.items.push({ type: 'step', id: step.id, step, ...box });
    this.connect(from, step.id);
    const paths = pathsOf(step);
    const below = y + box.height;
    return paths.length === 0
      ? [below, step.kind === 'end' ? [] : [step.id]]
      : this.#paths(step, paths, center, below + sizes.branch);
  }

  #paths(step: Step, paths: readonly Path[], center: number, top: number): [number, readonly string[]] {
    let x = center - rowWidth(paths) / 2;
    let bottom = top;
    const ends: string[] = [];
    for (const path of paths) {
      const width = widthOf(path.steps);
      const middle = x + width / 2;
      const id = `${step.id}/${path.id}`;
      const label = this.centred(middle, top, sizes.text, this.heights.label(path));
      this.items.push({ type: 'path', id, step, path, ...label });
      this.connect([step.id], id);
      const parent = { stepId: step.id, pathId: path.id };
      const inside = this.sequence(path.steps, parent, middle, top + label.height, [id]);
      bottom = Math.max(bottom, inside.bottom);
      ends.push(...inside.last);
      x += width + sizes.gap;
    }
    // The paths come together above whatever is next.
    return [bottom + (ends.length > 0 ? sizes.branch : 0), ends];
  }
}

export const slotId = ({ parent, index }: Slot): string =>
  `slot:${parent ? `${parent.stepId}/${parent.pathId}` : 'trunk'}:${index}`;
