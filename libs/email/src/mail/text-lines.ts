import { cutText } from '@cueline/workflows/locale';

/** Lines are broken at blanks; a longer word, such as an address, stays whole. */
const WIDTH = 78;
/** Indentation takes no more than this of it, however deep the lists are. */
const DEEPEST = 40;
/** HTML collapses these; a no-break space is not one of them. */
const blanks = /[ \t\r\n\f\u200b]+/u;

/** Plain text as it grows: words into lines, blocks with blank lines between them. Linear, and not much longer than `most` characters. */
export class TextLines {
  readonly #lines: string[] = [];
  readonly #outer: string[] = [];
  /** Before each line. */
  #indent = '';
  /** Before the next line instead: the marker of an item. */
  #first: string | undefined;
  #words: string[] = [];
  /** What comes goes on in the last word: no blank lies between. */
  #glued = false;
  /** Blank lines before the next line. */
  #gap = 0;
  /** Before those: the shallowest where they were called for. */
  #gapIndent = '';
  #length = 0;

  constructor(private readonly most: number) {}

  get full(): boolean {
    return this.#length >= this.most;
  }

  text(text: string): void {
    const words = text.split(blanks);
    const first = words.shift()!;
    if (first !== '') {
      if (this.#glued) this.#words[this.#words.length - 1] += first;
      else this.#words.push(first);
      this.#glued = true;
    }
    for (const word of words) {
      this.#glued = word !== '';
      if (this.#glued) this.#words.push(word);
    }
  }

  /** As it is written, line by line. */
  preformatted(text: string): void {
    this.#flush();
    for (const line of text.replace(/^\r?\n|\r?\n$/gu, '').split(/\r?\n/u)) this.#push(line);
  }

  /** Ends the line; at least `gap` blank lines come before what follows. */
  end(gap: number): void {
    this.#flush();
    const further = gap > this.#gap || this.#indent.length < this.#gapIndent.length;
    if (further) [this.#gap, this.#gapIndent] = [Math.max(gap, this.#gap), this.#indent];
  }

  lineBreak(): void {
    if (this.#words.length === 0) this.end(Math.min(this.#gap + 1, 2));
    else this.#flush();
  }

  /** What follows stands after `marker`: on each line, or on the first one with the others below it. */
  indent(marker: string, onEachLine: boolean): void {
    this.#flush();
    this.#outer.push(this.#indent);
    if (this.#indent.length + marker.length > DEEPEST) return;
    this.#first = (this.#first ?? this.#indent) + marker;
    this.#indent += onEachLine ? marker : ' '.repeat(marker.length);
  }

  outdent(): void {
    this.#flush();
    this.#first = undefined;
    this.#indent = this.#outer.pop() ?? '';
  }

  toString(): string {
    this.#flush();
    return cutText(this.#lines.join('\n'), this.most).trim();
  }

  #flush(): void {
    const room = WIDTH - this.#indent.length;
    let line: string[] = [];
    let width = 0;
    for (const word of this.#words) {
      if (line.length > 0 && width + word.length > room) {
        this.#push(line.join(' '));
        [line, width] = [[], 0];
      }
      line.push(word);
      width += word.length + 1;
    }
    if (line.length > 0) this.#push(line.join(' '));
    this.#words = [];
    this.#glued = false;
  }

  #push(line: string): void {
    if (this.full) return;
    if (this.#lines.length > 0)
      for (let blank = 0; blank < this.#gap; blank++) this.#lines.push(this.#gapIndent.trimEnd());
    const whole = ((this.#first ?? this.#indent) + line).trimEnd();
    [this.#gap, this.#first] = [0, undefined];
    this.#lines.push(whole);
    this.#length += whole.length + 1;
  }
}
