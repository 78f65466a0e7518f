/** Uploaded images, by whichever name the product is reached. */
const FILES = /\bhttps?:\/\/[^\s"'<>/]+(?=\/api\/v1\/files\/[0-9a-f-]{36}\b)/gi;

/** The HTML of an email as a page of ours can show it: uploaded images are loaded from here, and those of other addresses not at all. */
export function emailOnPage(html: string): { readonly html: string; readonly hasOtherImages: boolean } {
  const shown = html.replace(FILES, '');
  const images = new DOMParser().parseFromString(shown, 'text/html').querySelectorAll('img[src]');
  const hasOtherImages = [...images].some((image) => isElsewhere(image.getAttribute('src') ?? ''));
  return { html: shown, hasOtherImages };
}

function isElsewhere(address: string): boolean {
  try {
    const { protocol, origin } = new URL(address, location.href);
    return /^https?:$/.test(protocol) && origin !== location.origin;
  } catch {
    return false;
  }
}
