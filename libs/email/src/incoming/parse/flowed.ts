/** RFC 3676 4.2: lines that end with a blank go on in the next one of the same depth of quoting. @param delSp the blank is the program's own */
export function unflowed(text: string, delSp: boolean): string {
  const out: string[] = [];
  let open: { depth: number; line: string } | undefined;
  for (const raw of text.split('\n')) {
    const quote = /^>*/.exec(raw)![0].length;
    const line = raw.slice(quote).replace(/^ /, '');
    const isSignature = line === '-- ';
    const isFlowed = !isSignature && line.endsWith(' ');
    const content = isFlowed && delSp ? line.slice(0, -1) : line;
    if (open && (open.depth !== quote || isSignature)) {
      out.push(quoted(open));
      open = undefined;
    }
    open = { depth: quote, line: (open?.line ?? '') + content };
    if (isFlowed && open.line.length < 100_000) continue;
    out.push(quoted(open));
    open = undefined;
  }
  if (open) out.push(quoted(open));
  return out.join('\n');
}

const quoted = ({ depth, line }: { readonly depth: number; readonly line: string }): string =>
  depth > 0 ? `${'>'.repeat(depth)} ${line}` : line;
