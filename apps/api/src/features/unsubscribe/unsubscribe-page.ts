import { escapeHtml } from '@cueline/email';

/** What the page says: the question, what was done, that its link is a test's, or not one of ours. */
export type PageState = 'ask' | 'test' | 'unsubscribed' | 'subscribed' | 'unknown' | 'limited';

export interface PageBrand {
  readonly name: string;
  readonly color: string;
  /** BCP 47 */
  readonly locale: string;
}

interface PageTexts {
  readonly title: (brand: string) => string;
  readonly lines: (brand: string) => readonly string[];
  /** The one button, and where it posts to, below the page's own address. */
  readonly action?: { readonly label: string; readonly to: '' | '/undo' };
}

type Texts = Readonly<Record<PageState, PageTexts>>;

const english: Texts = {
  ask: {
    title: (brand) => `Unsubscribe from ${brand}`,
    lines: (brand) => [
      `You will get no more marketing emails from ${brand}.`,
      'Emails about your bookings and invoices still reach you.',
    ],
    action: { label: 'Unsubscribe', to: '' },
  },
  test: {
    title: () => 'This is the link of a test email',
    lines: (brand) => [
      `In an email to a client it ends marketing emails from ${brand}. Here it changes nothing.`,
    ],
  },
  unsubscribed: {
    title: () => 'You are unsubscribed',
    lines: (brand) => [
      `You get no more marketing emails from ${brand}.`,
      'Emails about your bookings and invoices still reach you.',
    ],
    action: { label: 'Undo', to: '/undo' },
  },
  subscribed: {
    title: () => 'You are subscribed again',
    lines: (brand) => [`You get marketing emails from ${brand} as before.`],
    action: { label: 'Unsubscribe', to: '' },
  },
  unknown: {
    title: () => 'This link does not work',
    lines: () => [
      'It may be cut off. Open the link from the email again, or reply to the email and ask to be unsubscribed.',
    ],
  },
  limited: { title: () => 'Too many attempts', lines: () => ['Try again in a few minutes.'] },
};

const german: Texts = {
  ask: {
    title: (brand) => `${brand}: Werbung abbestellen`,
    lines: (brand) => [
      `Du bekommst dann keine Werbe-E-Mails von ${brand} mehr.`,
      'E-Mails zu deinen Buchungen und Rechnungen kommen weiterhin an.',
    ],
    action: { label: 'Abbestellen', to: '' },
  },
  test: {
    title: () => 'Das ist der Link einer Test-E-Mail',
    lines: (brand) => [
      `In der E-Mail an einen Kunden bestellt er Werbe-E-Mails von ${brand} ab. Hier ändert er nichts.`,
    ],
  },
  unsubscribed: {
    title: () => 'Abbestellt',
    lines: (brand) => [
      `Du bekommst keine Werbe-E-Mails von ${brand} mehr.`,
      'E-Mails zu deinen Buchungen und Rechnungen kommen weiterhin an.',
    ],
    action: { label: 'Rückgängig machen', to: '/undo' },
  },
  subscribed: {
    title: () => 'Wieder abonniert',
    lines: (brand) => [`Du bekommst Werbe-E-Mails von ${brand} wie bisher.`],
    action: { label: 'Abbestellen', to: '' },
  },
  unknown: {
    title: () => 'Dieser Link funktioniert nicht',
    lines: () => [
      'Vielleicht ist er abgeschnitten. Öffne den Link noch einmal aus der E-Mail, oder antworte auf die E-Mail und bitte darum, sie abzubestellen.',
    ],
  },
  limited: {
    title: () => 'Zu viele Versuche',
    lines: () => ['Versuche es in ein paar Minuten noch einmal.'],
  },
};

const colorPattern = /^#[0-9a-f]{6}$/i;
const languagePattern = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** The page of an unsubscribe link: complete in itself, without a script. @param path the address of the link's own page */
export function unsubscribePage(state: PageState, brand: PageBrand, path: string): string {
  const isGerman = /^de\b/i.test(brand.locale);
  const { title, lines, action } = (isGerman ? german : english)[state];
  const color = colorPattern.test(brand.color) ? brand.color : '#3b5bdb';
  const lang = isGerman ? (languagePattern.test(brand.locale) ? brand.locale : 'de') : 'en';
  const [name, heading] = [escapeHtml(brand.name), escapeHtml(title(brand.name))];
  const button = action
    ? `<form method="post" action="${escapeHtml(`${path}${action.to}`)}"><button type="submit"${action.to === '/undo' ? ' class="quiet"' : ''}>${escapeHtml(action.label)}</button></form>`
    : '';
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${heading}</title>
<style>
:root { --page: #f3f4f7; --card: #ffffff; --text: #1f2228; --soft: #565c69; --line: #7a8090; }
@media (prefers-color-scheme: dark) { :root { --page: #17181c; --card: #22242a; --text: #e8e9ec; --soft: #b3b8c4; --line: #8d93a3; } }
body { margin: 0; padding: 48px 16px; background: var(--page); color: var(--text); font: 16px/1.6 -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 440px; margin: 0 auto; padding: 28px; background: var(--card); border-top: 4px solid ${color}; border-radius: 8px; overflow-wrap: anywhere; }
h1 { margin: 4px 0 12px; font-size: 22px; line-height: 1.3; }
p { margin: 0 0 12px; }
.brand { color: var(--soft); font-size: 14px; font-weight: 600; }
form { margin: 20px 0 0; }
button { padding: 11px 20px; border: 1px solid var(--text); border-radius: 6px; background: var(--text); color: var(--card); font: inherit; font-weight: 600; cursor: pointer; }
button.quiet { border-color: var(--line); background: transparent; color: var(--text); }
button:focus-visible { outline: 3px solid ${color}; outline-offset: 2px; }
</style>
</head>
<body>
<main>
<p class="brand">${name}</p>
<h1>${heading}</h1>
${lines(brand.name)
  .map((line) => `<p>${escapeHtml(line)}</p>`)
  .join('\n')}
${button}
</main>
</body>
</html>
`;
}
