import { escapeAddress } from './address.js';
import { decodeEntities } from './entities.js';

/** Half a surrogate pair, which no encoding has, becomes the replacement character. */
const component = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/'/g, '%27');

/** Phone numbers lose what is only for the eye (RFC 3966 has no blanks), and the zero in brackets that nobody dials from abroad. */
const number = (text: string): string =>
  component(text.replace(/^(\s*\+[\d\s]*)\(0\)/, '$1').replace(/[\s\u00a0\u202f/()]/g, '')).replace(
    /%2B/g,
    '+',
  );
/** RFC 6068 2: all but the sign between name and host, the comma between addresses and the plus of a tag. */
const mailbox = (text: string): string =>
  component(text.replace(/[\r\n]+/g, ' ').trim())
    .replace(/%40/g, '@')
    .replace(/%2C/g, ',')
    .replace(/%2B/g, '+');
const coordinates = (text: string): string =>
  component(text.trim()).replace(/%2C/g, ',').replace(/%3B/g, ';');

const opaque: Readonly<Record<string, (text: string) => string>> = {
  mailto: mailbox,
  tel: number,
  sms: number,
  geo: coordinates,
};

type Part = 'start' | 'path' | 'query' | 'fragment';

/** Follows an address while it is written, so that each value is encoded by where it stands in it. */
export class AddressWriter {
  #part: Part = 'start';
  /** All that was written, as long as its form is not known; then its last stretch without a delimiter. */
  #head = '';
  #scheme = '';

  /** @param html text of the template, or an escaped value */
  append(html: string): void {
    const text = decodeEntities(html);
    this.#head += text;
    if (this.#part === 'start') this.#begin();
    if (this.#part === 'path' && this.#head.includes('?')) this.#part = 'query';
    if (this.#part !== 'start' && this.#part !== 'fragment' && text.includes('#')) this.#part = 'fragment';
    // Of a query only the name of the last value is of use.
    if (this.#part !== 'start') this.#head = this.#head.slice(this.#head.search(/[?&][^?&]*$/)).slice(-100);
  }

  #begin(): void {
    const head = this.#head.trimStart();
    const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(head) ?? [];
    this.#scheme = scheme?.toLowerCase() ?? '';
    const hierarchical = !Object.hasOwn(opaque, this.#scheme) && this.#scheme !== 'cid';
    if (hierarchical ? /[?#]|^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/[^/]*)?\/(?!\/)|^[^:/]+\//i.test(head) : scheme)
      this.#part = 'path';
  }

  /** @param isEncoded the template has encoded it: only what no address holds is encoded */
  encode(value: string, isEncoded: boolean): string {
    // A whole address, its host, or what may still become its scheme, which the finished address is judged by.
    if (this.#part === 'start' || isEncoded) return escapeAddress(value);
    if (this.#part === 'path') return (opaque[this.#scheme] ?? component)(value);
    if (this.#scheme !== 'mailto') return component(value);
    // RFC 6068 5: lines of a body are parted by CR LF; no other header has any.
    const isBody = /[?&]body=[^&]*$/i.test(this.#head);
    return component(value.replace(/\r\n?|\n/g, isBody ? '\r\n' : ' '));
  }
}
