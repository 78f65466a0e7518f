/** What stands on a card. */
export interface CardContent {
  readonly title: string;
  readonly detail: string;
  /** What is wrong with the step. */
  readonly problem?: string;
}

export type Measure = (text: string, font: string) => number;

export const fonts = {
  title: '500 14px Inter, system-ui, sans-serif',
  detail: '400 12px Inter, system-ui, sans-serif',
  label: '500 13px Inter, system-ui, sans-serif',
} as const;

/** How many lines a text takes when its words wrap at `width` pixels; a word that is too long is broken. */
export function linesOf(text: string, width: number, font: string, measure: Measure): number {
  if (!text) return 0;
  let lines = 1;
  let filled = 0;
  const space = measure(' ', font);
  for (const word of text.split(/\s+/)) {
    const wide = measure(word, font);
    if (filled > 0 && filled + space + wide > width) {
      lines++;
      filled = 0;
    }
    lines += Math.max(0, Math.ceil(wide / width) - 1);
    filled += (filled > 0 ? space : 0) + (wide > width ? wide % width : wide);
  }
  return lines;
}

/** Measures as the browser draws. Widths are remembered: the same words come with every edit. */
export function browserMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, font) => {
    const key = font + text;
    let width = known.get(key);
    if (width === undefined) {
      if (context) context.font = font;
      width = context?.measureText(text).width ?? text.length * 8;
      if (known.size > 20_000) known.clear();
      known.set(key, width);
    }
    return width;
  };
}
