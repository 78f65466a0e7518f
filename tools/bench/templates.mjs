/** What a template of three kilobytes costs to check and to fill in, beside stock nunjucks with a template that it has compiled. */
import path from 'node:path';
import nunjucks from 'nunjucks';

const SAMPLES = 400;
const TURNS = 5;
const paragraph = `<p>Dear {{ client.firstName | default("there") }}, your {{ booking.kind }} <strong>{{ booking.title }}</strong> is in our book.
{% if booking.location %}We meet at {{ booking.location }}.{% else %}We will tell you the place in good time.{% endif %}</p>
<ul>{% for tag in client.tags %}<li>{{ loop.index }}: {{ tag | title }}</li>{% endfor %}</ul>
<p><a href="https://studio.test/b/{{ booking.id }}?from={{ client.firstName }}">Everything about the day</a></p>\n`;
const html = paragraph.repeat(Math.ceil(3_000 / paragraph.length));
const data = {
  client: { firstName: 'Mara', tags: ['vip', 'returning'] },
  booking: { id: '0193', kind: 'wedding', title: 'Mara & Elis', location: 'Harbour' },
};

/** Milliseconds of CPU of each call, the best turn of several: what else goes on is not the template's. */
function each(work) {
  const turns = Array.from({ length: TURNS }, () => {
    const before = process.cpuUsage();
    for (let i = 0; i < SAMPLES; i++) work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / SAMPLES;
  });
  return Math.min(...turns);
}

export async function templates(root, row) {
  const { compileTemplate, renderTemplate } = await import(path.join(root, 'libs/email/dist/index.js'));
  const { writeMail } = await import(path.join(root, 'libs/email/dist/mail/index.js'));
  const source = { subject: 'Hello {{ client.firstName }}', html };
  const check = each(() => compileTemplate(source));
  const { template } = compileTemplate(source);
  const environment = { data, formats: { locale: 'en-GB', zone: 'UTC' }, clock: () => performance.now() };
  const style = { name: 'Sunday Studio', color: '#3b5bdb', signature: '', locale: 'en-GB' };
  const render = each(() => renderTemplate(template, environment));
  const whole = each(() => writeMail(template, environment, style));
  const sheet =
    '<style>p, li { font: 16px/1.5 sans-serif } @media (max-width: 480px) { p { margin: 0 } }</style>';
  const { template: styled } = compileTemplate({ ...source, html: `${sheet}${html}` });
  const inlined = each(() => writeMail(styled, environment, style));
  const stock = nunjucks.compile(html, new nunjucks.Environment(null, { autoescape: true }), undefined, true);
  const floor = each(() => stock.render(data));
  const ms = (value) => `${value.toFixed(3)} ms`;
  row(`check a template of ${(html.length / 1000).toFixed(1)} KB`, ms(check));
  row('fill it in; stock nunjucks, compiled before', `${ms(render)}; ${ms(floor)}`);
  row('the same with brand layout and plain text', ms(whole));
  row('the same with a style sheet that is inlined', ms(inlined));
}
