import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const src = fileURLToPath(new URL('../../apps/builder-ui/src/', import.meta.url));

/** The English texts of the screens' catalogues that are others in German. */
export function englishTexts(): ReadonlySet<string> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:^|\/)messages\.ts$/.test(file),
  );
  const [english, german] = [new Set<string>(), new Set<string>()];
  for (const file of files) {
    const text = readFileSync(path.join(src, file), 'utf8');
    const visit = (node: ts.Node, into: Set<string> | undefined): void => {
      if (ts.isPropertyAssignment(node)) {
        const name = node.name.getText(source);
        if (!into && (name === 'en' || name === 'de'))
          return visit(node.initializer, name === 'en' ? english : german);
        if (into && ts.isStringLiteral(node.initializer)) into.add(node.initializer.text);
      }
      ts.forEachChild(node, (child) => visit(child, into));
    };
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
    visit(source, undefined);
  }
  for (const text of german) english.delete(text);
  return english;
}
