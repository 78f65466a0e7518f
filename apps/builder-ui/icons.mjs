import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const ICON = /^~icons\/tabler\/(.+)$/u;

/** `~icons/tabler/bell` is the component of the icon "bell": of the thousands in the set, only those that are imported are built in. */
export function icons() {
  let set;
  return {
    name: 'cueline-icons',
    resolveId: (id) => (ICON.test(id) ? `\0${id}` : undefined),
    load(id) {
      const name = ICON.exec(id.slice(1))?.[1];
      if (name === undefined || !id.startsWith('\0')) return undefined;
      set ??= JSON.parse(
        readFileSync(createRequire(import.meta.url).resolve('@iconify-json/tabler/icons.json'), 'utf8'),
      ).icons;
      if (set[name] === undefined)
        this.error(`There is no icon "${name}": see https://tabler.io/icons for names.`);
      // The width of a stroke comes from the component.
      const body = set[name].body.replaceAll(' stroke-width="2"', '');
      return `import { icon } from '/src/kit/icon.tsx';\nexport default icon(${JSON.stringify(body)});`;
    },
  };
}
