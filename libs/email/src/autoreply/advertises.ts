import { latinAsRead, plainText } from './plain-letters.js';

/** What gives an advertisement away that somebody entered as a name. */
export type AdvertisingSign = 'link' | 'address' | 'number' | 'money' | 'lines' | 'symbols' | 'long';

/** A couple with their double names has room in it. */
const LONGEST_NAME = 60;
/** What is longer is no name, and is not read. */
const LONGEST_READ = 1_000;
/** Fewer are a house or a year, or the third of his name. */
const DIGITS_OF_A_PHONE = 7;

/** Ends of host names that no name of a person has after a full stop. Short ones come after at least three letters: "St.John", "Ph.D", "J.R.". */
const longEnds =
  'com|net|org|info|biz|xyz|online|site|website|shop|store|club|link|click|live|life|vip|win|bet|casino|poker|games|app|dev|page|web|blog|news|today|world|money|cash|loan|finance|trade|crypto|top|pro|fun|icu|buzz|test|example|invalid|onion|рф|бел|укр|онлайн|сайт|中国|公司|网络';
const shortEnds =
  'ru|su|cn|tk|ml|ga|cf|gq|cc|ws|me|io|co|ly|gg|gl|gd|to|tv|in|ai|de|at|ch|uk|fr|it|es|nl|pl|eu|us|be|dk|se|fi|cz|pt|br|ua|kz|by|jp|kr|hk|sg|vn|id|ng|za|ca|au|nz|mx|ar|ir|tr|gr|hu|ro|bg|sk|si|hr|rs|lt|lv|ee|il|ae';
/** A host's labels have at most 63 characters (RFC 1035); the bounds also keep each search linear. */
const label = '(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}-]{1,63}';
const longLabel = '(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}-]{3,63}';

const links: readonly RegExp[] = [
  /\b(?:h[tx]{2}ps?|ftp|tg|mailto|javascript|data)\s{0,3}:/u,
  /:\/\//u,
  /\bwww\s{0,3}\./u,
  /<\s{0,3}\/?[a-z!]/u,
  /\[\s{0,3}\/?\s{0,3}(?:url|link|img|a)\b/u,
  /\]\s{0,3}\(/u,
  /\bhref\b/u,
  // A way after a host, whatever that ends in: "prize.example/x", "t.me/x".
  new RegExp(`${label}\\.[\\p{L}]{2,63}/\\S`, 'u'),
  new RegExp(`${label}\\.(?:${longEnds})(?![\\p{L}\\p{N}])`, 'u'),
  new RegExp(`${longLabel}\\.(?:${shortEnds})(?![\\p{L}\\p{N}.])`, 'u'),
  // Written so that machines do not see it: "prize . com", "prize [dot] com", "prize dot com".
  /[\p{L}\p{N}]\s{0,2}(?:[[({]\s?(?:dot|\.)\s?[\])}]|\s\.|\.\s|\sdot\s)\s{0,2}(?:com|net|org|info|ru|xyz|online|shop|site|top)(?![\p{L}\p{N}])/u,
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/u,
  /xn--/u,
];

/** Whether a text holds what a mail program, or a reader, takes for a link. */
export function hasLink(text: string): boolean {
  return [plainText(text), latinAsRead(text)].some((one) => links.some((link) => link.test(one)));
}

const ADDRESS = /\S\s{0,3}(?:@|\(at\)|\[at\])\s{0,3}[^\s@]{1,100}\.\S|(?:^|\s)@\w{4,}/u;
const AMOUNT =
  /\p{Sc}\s?\d|\d\s?\p{Sc}|\d\s?(?:k\s)?(?:eur|euro|euros|usd|gbp|chf|rub|btc|usdt|eth|dollars?|pounds?|rubles?|руб|евро)(?![\p{L}])/u;
const lures = new Set(
  'won win winner winning prize prizes reward lottery jackpot bonus bitcoin crypto casino viagra cialis free claim congratulations congrats gift voucher earn income investment sex porn dating gewonnen gewinn gewinner gewinnspiel preis gratis glückwunsch gagné gagnant félicitations premio ganado ganador gratuito vinto vincitore выиграли выигрыш приз бонус бесплатно казино заработок'.split(
    ' ',
  ),
);

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
const luresIn = (text: string): number => new Set(wordsOf(text).filter((word) => lures.has(word))).size;
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/** Lines and other controls, and marks that turn the direction of writing; a tab between two names is none of an advertisement. */
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const CONTROLS = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const REPEATED = /([!?*#$€~=|<>_^%+])\s?\1/u;

/**
 * What makes a name an advertisement: a form on a website mails to any address that is entered there, "Dear " and the name. Whoever gives a name with one of these signs is
 * not answered by a machine. Undefined for a name that people have.
 */
export function advertises(name: string): AdvertisingSign | undefined {
  if (name.length > LONGEST_READ) return 'long';
  const text = plainText(name);
  if (CONTROLS.test(name.trim())) return 'lines';
  if (hasLink(name)) return ADDRESS.test(text) && !/[/:]/u.test(text) ? 'address' : 'link';
  if (ADDRESS.test(text)) return 'address';
  if (count(text, /\p{Nd}/gu) >= DIGITS_OF_A_PHONE) return 'number';
  if (AMOUNT.test(text) || luresIn(text) >= 2) return 'money';
  if (count(text, /\p{Extended_Pictographic}/gu) >= 3 || REPEATED.test(text)) return 'symbols';
  return [...name.trim()].length > LONGEST_NAME ? 'long' : undefined;
}
