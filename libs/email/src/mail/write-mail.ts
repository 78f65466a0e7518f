import { brandLayout, type BrandStyle } from './brand-layout.js';
import {
  renderTemplate,
  type CompiledTemplate,
  type Environment,
  type Rendered,
} from '../templates/language/index.js';
import { plainTextOf } from './plain-text.js';

export interface WrittenMail {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string;
}

/** A template filled in, in the frame of its brand, with a plain text: as it leaves, and as every preview shows it. */
export function writeMail(
  template: CompiledTemplate,
  environment: Environment,
  style: BrandStyle,
): { readonly ok: true; readonly mail: WrittenMail } | Extract<Rendered, { ok: false }> {
  const rendered = renderTemplate(template, environment);
  if (!rendered.ok) return rendered;
  const { subject, preheader } = rendered.mail;
  const html = brandLayout(style, { html: rendered.mail.html, preheader, subject });
  return { ok: true, mail: { subject, preheader, html, text: rendered.mail.text ?? plainTextOf(html) } };
}
