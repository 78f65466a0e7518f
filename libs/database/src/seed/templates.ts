/** The sample studio's templates: real copy, every field that may be empty with a fallback. */
export const sampleTemplates = [
  {
    key: 'welcome-wedding',
    name: 'Booking welcome: wedding',
    subject: 'Your wedding on {{ booking.startsAt | date("long") }} is in our book',
    preheader: 'Thank you for trusting us with your day.',
    html: `<h1 style="font-size:22px;margin:0 0 16px">Dear {{ client.firstName }},</h1>
<p>thank you for trusting us with <strong>{{ booking.title }}</strong>. We have kept the day for you:</p>
<p class="details" style="padding:12px 16px;background:#f3f4f7;border-radius:6px;color:#1f2228">
  {{ booking.startsAt | date("full") }}, {{ booking.startsAt | time }}<br>
  {{ booking.location | default("Place to be agreed") }}
</p>
<p>In the weeks before the wedding we will ask you about the people, the places and the moments that matter most to you. Until then there is
nothing you need to do.</p>
<p>Looking forward to it,<br>{{ brand.name }}</p>`,
  },
  {
    key: 'welcome-session',
    name: 'Booking welcome: session',
    subject: 'Your session on {{ booking.startsAt | date("long") }} is booked',
    preheader: 'What to bring and what to expect.',
    html: `<h1 style="font-size:22px;margin:0 0 16px">Hello {{ client.firstName }},</h1>
<p>your session <strong>{{ booking.title }}</strong> is booked for {{ booking.startsAt | date("full") }} at {{ booking.startsAt | time }}.</p>
<p>We meet here: {{ booking.location | default("we will tell you the place in good time") }}.</p>
<p>Wear what you feel like yourself in. If anything changes, simply answer this mail.</p>
<p>See you soon,<br>{{ brand.name }}</p>`,
  },
  {
    key: 'inquiry-answer',
    name: 'Inquiry: thank you',
    subject: 'Thank you for your message',
    preheader: 'We answer within one working day.',
    html: `<p>Hello {{ inquiry.firstName | default("there") }},</p>
<p>thank you for writing to us{% if inquiry.eventOn %} about {{ inquiry.eventOn | date("long") }}{% endif %}. Your message is with us, and you will
hear from a person within one working day.</p>
<p>Warmly,<br>{{ brand.name }}</p>`,
  },
  {
    key: 'invoice-reminder',
    name: 'Invoice: friendly reminder',
    subject: 'Invoice {{ invoice.number }}: {{ invoice.balance | money }} still open',
    preheader: '',
    html: `<p>Hello {{ client.firstName }},</p>
<p>a friendly reminder: of invoice {{ invoice.number }} over {{ invoice.total | money }}, <strong>{{ invoice.balance | money }}</strong> is still
open{% if invoice.dueOn %}; it was due on {{ invoice.dueOn | date("long") }}{% endif %}.</p>
<p>If the payment has crossed with this mail, thank you, and please take no notice of it.</p>
<p>{{ brand.name }}</p>`,
  },
] as const;
