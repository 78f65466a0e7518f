import { preferredLanguage, type Language } from '@cueline/workflows/language';

/** Of a header `Accept-Language` (RFC 9110 12.5.4): the language that is wanted most among those the product has, else English. */
export const acceptedLanguage = (header: string | undefined): Language =>
  preferredLanguage(
    (header ?? '')
      .slice(0, 1_000)
      .split(',')
      .map((range) => {
        const [tag = '', ...params] = range.split(';').map((part) => part.trim());
        const quality = params.map((param) => /^q\s*=\s*([\d.]+)$/i.exec(param)?.[1]).find(Boolean);
        return { tag, quality: quality === undefined ? 1 : Number(quality) };
      })
      .filter(({ quality }) => quality > 0)
      .sort((a, b) => b.quality - a.quality)
      .map(({ tag }) => tag),
  );
