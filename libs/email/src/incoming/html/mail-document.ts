/** Attributes of the frame that shows a mail: neither scripts nor the origin of the page; links open in a tab of their own. */
export const MAIL_FRAME_SANDBOX = 'allow-popups allow-popups-to-escape-sandbox';

/** @param images where pictures come from: the product's own address, for parts of the mail and for what a person wanted to see */
export const mailPolicy = (images: string): string =>
  `default-src 'none'; img-src ${images} data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;

const style =
  'body{margin:0;font:15px/1.5 system-ui,sans-serif;color:#111;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}' +
  'pre{white-space:pre-wrap}blockquote{margin:0 0 0 12px;padding-left:12px;border-left:2px solid #ccc}' +
  'a[data-leads-to]::after{content:" (" attr(data-leads-to) ")";color:#b00020;font-weight:600}';

/** The document of the frame. @param html from `cleanHtml`, its pictures put in by `withImages` */
export const mailDocument = (html: string, images: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${mailPolicy(images).replaceAll('"', '')}">` +
  `<meta name="referrer" content="no-referrer"><style>${style}</style></head><body>${html}</body></html>`;

export interface ImageAddresses {
  /** Of a part of the mail; undefined where it has no such part. */
  readonly part: (contentId: string) => string | undefined;
  /** Of a remote picture, through the product; undefined while nobody wanted to see it. */
  readonly remote: (url: string) => string | undefined;
}

/** Cleaned HTML with the addresses of the pictures that are to be shown. */
export const withImages = (cleaned: string, { part, remote }: ImageAddresses): string =>
  cleaned.replace(
    /(<img\b[^<>]{0,20000}?) data-(cid|remote)="([^"]{1,8000})"/g,
    (whole, before: string, kind: string, value: string) => {
      const given = unescaped(value);
      const address = kind === 'cid' ? part(given) : remote(given);
      return address === undefined ? whole : `${before} src="${escaped(address)}"`;
    },
  );

const unescaped = (value: string): string =>
  value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const escaped = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
