/** Properties that only concern their own element: none places it, loads anything, or reaches over others. */
const allowed = new Set(
  (
    'background-color border border-bottom border-collapse border-color border-left border-radius border-right border-spacing border-style border-top border-width ' +
    'color direction display font font-family font-size font-style font-variant font-weight height letter-spacing line-height list-style-type margin margin-bottom ' +
    'margin-left margin-right margin-top max-height max-width min-height min-width padding padding-bottom padding-left padding-right padding-top table-layout text-align ' +
    'text-decoration text-indent text-transform vertical-align white-space width word-break word-spacing word-wrap'
  ).split(' '),
);
/** What loads, runs, escapes or comments: a value with it is left out as a whole. */
const hostile =
  /url|image|expression|import|javascript|attr\s*\(|var\s*\(|env\s*\(|element\s*\(|paint\s*\(|[\\@<>{}]|\/\*/i;
const MOST = 4_000;
const MOST_OF_VALUE = 200;

/** The declarations of a `style` attribute that may stay. A negative margin would draw over what is around the mail. */
export function cleanStyle(style: string): string {
  return style
    .slice(0, MOST)
    .split(';')
    .map((declaration) => {
      const colon = declaration.indexOf(':');
      return [declaration.slice(0, colon).trim().toLowerCase(), declaration.slice(colon + 1).trim()] as const;
    })
    .filter(
      ([name, value]) =>
        allowed.has(name) &&
        value !== '' &&
        value.length <= MOST_OF_VALUE &&
        !hostile.test(value) &&
        !(name.startsWith('margin') && value.includes('-')) &&
        !(name === 'text-indent' && value.includes('-')) &&
        !(
          name === 'display' &&
          !/^(?:none|block|inline|inline-block|table|table-row|table-cell|list-item)\b/i.test(value)
        ),
    )
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}
