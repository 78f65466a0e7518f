/** RFC 9110 5.6.2. */
const token = "[\\w!#$%&'*+.^`|~-]+";
const mediaType = new RegExp(
  `^\\s*(${token})/(${token})\\s*(?:;\\s*(?:${token}=(?:${token}|"(?:[^"\\\\]|\\\\.)*"))?\\s*)*$`,
);

/** The type without its parameters, in lower case (RFC 9110 8.3.1); undefined for what is no media type. */
export function mediaTypeOf(written: string): string | undefined {
  const [, type, subtype] = mediaType.exec(written) ?? [];
  return type && subtype ? `${type}/${subtype}`.toLowerCase() : undefined;
}

/** application/json, text/json and every structured suffix of JSON (RFC 6839 3.1). */
export const isJsonType = (written: string): boolean =>
  /^(?:(?:application|text)\/json|[^/]+\/[^/]+\+json)$/.test(mediaTypeOf(written) ?? '');
