/**
 * What is wrong with the URL of a server, in words that say how to fix it and never what its password is. Plain JavaScript: `npm start` asks it before
 * anything is built.
 * @param {string} value as the environment has it
 * @param {readonly string[]} schemes `smtp`, `smtps`, ...
 * @param {string} example
 * @returns {string | undefined} undefined when it can be used
 */
export function connectionUrlProblem(value, schemes, example) {
  const like = `It looks like ${example}.`;
  if (value.trim() === '') return `is empty. ${like}`;
  if (value !== value.trim()) return 'has a blank or line break before or after it. Remove it.';
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value);
  if (!scheme || !schemes.includes(scheme[1].toLowerCase()))
    return `does not begin with ${schemes.map((one) => `${one}://`).join(' or ')}. ${like}`;
  const rest = value.slice(scheme[0].length);
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const raw = rawCharacters(rest, url);
  if (raw.length > 0) {
    const how = raw.map((char) => `${shown(char)} as ${encoded(char)}`).join(', ');
    return `has a user name or password with ${raw.map(shown).join(' ')} in it, which means something else in a URL. Write ${how}.`;
  }
  const place = rest.split(/[/?#]/, 1)[0].split('@').at(-1);
  const hasHost = place !== '' || url?.searchParams.has('host');
  if (!hasHost) return `names no host. ${like}`;
  if (url) return undefined;
  const port = /:([^\]:]*)$/.exec(place)?.[1];
  const isBad = port !== undefined && !(/^\d{0,5}$/.test(port) && Number(port) <= 65_535);
  return `${isBad ? 'has a port that is no number from 0 to 65535' : 'is not a URL'}. ${like}`;
}

/** RFC 3986 3.2.1: what a user name or password may not hold as it is. */
const special = /[#/?@[\]\\\s"<>^`{|}]|%(?![0-9a-f]{2})/gi;
const encoded = (char) => (char === '%' ? '%25' : encodeURIComponent(char));
const shown = (char) => (/\s/.test(char) ? 'a blank' : `“${char}”`);

/**
 * The characters before the host that should have been written otherwise.
 * @param {string} rest after the two slashes @param {URL | undefined} url
 */
function rawCharacters(rest, url) {
  const end = userInfoEnd(rest, url);
  const found = end < 0 ? [] : (rest.slice(0, end).match(special) ?? []);
  return [...new Set(found)];
}

/** Where the user name and password end; -1 where the URL has none. */
function userInfoEnd(rest, url) {
  const authority = rest.split(/[/?#]/, 1)[0];
  if (authority.includes('@')) return authority.lastIndexOf('@');
  // Without a sign before the first / ? or # it may stand after a password that holds one of them; in a parameter's value it is the value's.
  const at = rest.lastIndexOf('@');
  const isParameter = url && /\?[^#]*=[^#]*@/.test(rest) && !url.pathname.includes('@');
  return isParameter ? -1 : at;
}
