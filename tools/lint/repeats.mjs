/** Finds what is written twice: runs of six lines or more that are the same but for their indentation. Imports and closing lines do not count. */

const AT_LEAST = 6;
const isCode = (line) => /\w/.test(line) && !/^(?:\/\/|\/?\*)/.test(line);

/** The lines that count, each with its number; a statement `import … from` is left out whole. */
function linesOf(text) {
  const bare = text.replace(/^(?:import|export)\b[^;]*? from '[^']+';$/gm, (all) =>
    '\n'.repeat(all.split('\n').length - 1),
  );
  return bare
    .split('\n')
    .flatMap((line, i) => (isCode(line.trim()) ? [{ text: line.trim(), number: i + 1 }] : []));
}

/**
 * @param {ReadonlyMap<string, string>} files text by name
 * @returns {string[]} "a.ts:3 and b.ts:9 share 7 lines", each pair of places once
 */
export function repeatsIn(files) {
  const lines = new Map([...files].map(([name, text]) => [name, linesOf(text)]));
  const places = new Map();
  for (const [name, own] of lines)
    for (let at = 0; at + AT_LEAST <= own.length; at++) {
      const key = own
        .slice(at, at + AT_LEAST)
        .map((line) => line.text)
        .join('\n');
      places.set(key, [...(places.get(key) ?? []), { name, at }]);
    }
  const found = [];
  for (const [first, ...others] of [...places.values()].filter((one) => one.length > 1))
    for (const other of others) {
      if (isWithin(first, other, lines)) continue;
      const length = lengthOf(first, other, lines);
      found.push(`${placeOf(first, lines)} and ${placeOf(other, lines)} share ${length} lines`);
    }
  return found;
}

const placeOf = ({ name, at }, lines) => `${name}:${lines.get(name)[at].number}`;
const same = (a, b, lines) => lines.get(a.name)[a.at]?.text === lines.get(b.name)[b.at]?.text;
const moved = ({ name, at }, by) => ({ name, at: at + by });

/** It was found already, a line earlier; or it overlaps itself, as a list of like lines does. */
const isWithin = (a, b, lines) =>
  (a.at > 0 && b.at > 0 && same(moved(a, -1), moved(b, -1), lines)) ||
  (a.name === b.name && b.at - a.at < AT_LEAST);

function lengthOf(a, b, lines) {
  let length = AT_LEAST;
  while (lines.get(a.name)[a.at + length] && same(moved(a, length), moved(b, length), lines)) length++;
  return length;
}
