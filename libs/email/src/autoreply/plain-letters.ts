/** Letters of other alphabets that look like Latin ones, small. From Unicode's confusables (UTS 39), as far as they pass for the letters of a host name. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ї: 'i',
  ј: 'j',
  ѕ: 's',
  к: 'k',
  м: 'm',
  т: 't',
  н: 'h',
  в: 'b',
  ԁ: 'd',
  ո: 'n',
  г: 'r',
  α: 'a',
  ε: 'e',
  ο: 'o',
  ρ: 'p',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  τ: 't',
  χ: 'x',
  υ: 'u',
  η: 'n',
  μ: 'm',
  γ: 'y',
  ω: 'w',
};

/** What is not seen, or turns the direction of what is. */
const HIDDEN =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\u034f|\p{Variation_Selector}/gu;

/** A text as a reader takes it in: widths, styles and full stops of other scripts made plain, what is hidden left out, in small letters. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(HIDDEN, '')
    .replace(/[。｡․]/gu, '.')
    .toLowerCase();

/** The same with letters of other alphabets as the Latin ones that they look like: "ехаmple.соm" is read as it is meant to be. */
export const latinAsRead = (text: string): string =>
  [...plainText(text)].map((letter) => lookalikes[letter] ?? letter).join('');
