import { getDomain, parse } from 'tldts';
import { htmlTokens } from '../../mail/html-tokens.js';

const MOST_LINKS = 2_000;
const named = /(?:https?:\/\/|www\.)[^\s<>"']{3,300}/i;
const bare = /^\s*([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6})(?:[/:?#]\S{0,300})?\s*$/i;
const options = { allowPrivateDomains: true };

/** Writes into each link whose text names another site than it leads to, where it leads: `data-leads-to`, which the page that shows it makes visible. */
export function markLies(cleaned: string): string {
  let out = '';
  let from = 0;
  let count = 0;
  let open: { readonly at: number; readonly href: string; text: string } | undefined;
  for (const token of htmlTokens(cleaned)) {
    if (token.is === 'text') {
      if (open && open.text.length < 1_000) open.text += token.text;
    } else if (token.name !== 'a') continue;
    else if (token.is === 'open') open = { at: token.at, href: token.attributes.get('href') ?? '', text: '' };
    else if (open) {
      const host = ++count <= MOST_LINKS ? lieOf(open.text, open.href) : undefined;
      if (host !== undefined) {
        const at = open.at + '<a'.length;
        out += `${cleaned.slice(from, at)} data-leads-to="${host.replace(/[^\w.:[\]-]/g, '')}"`;
        from = at;
      }
      open = undefined;
    }
  }
  return out + cleaned.slice(from);
}

/** The host that a link leads to, where its text names another site; undefined where it does not lie. */
export function lieOf(text: string, href: string): string | undefined {
  const said = named.exec(text)?.[0] ?? bare.exec(text)?.[1];
  if (said === undefined || !/^https?:/i.test(href)) return undefined;
  const shown = parse(/^https?:/i.test(said) ? said : `http://${said}`, options);
  if (shown.domain === null || (!shown.isIcann && !shown.isPrivate)) return undefined;
  const host = hostOf(href);
  return host === undefined || getDomain(host, options) === shown.domain ? undefined : host;
}

function hostOf(href: string): string | undefined {
  try {
    return new URL(href).host;
  } catch {
    return undefined;
  }
}
