import { brandLayout, layoutData, type BrandStyle } from './brand-layout.js';
import { inlineStyles } from './inline-styles/inline-styles.js';
import {
  LAYOUT,
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
  const data = { ...environment.data, [LAYOUT]: layoutData(style) };
  const rendered = renderTemplate(template, { ...environment, data });
  if (!rendered.ok) return rendered;
  const { subject, preheader, text } = rendered.mail;
  const content = { html: rendered.mail.html, preheader, subject, ofBlocks: template.ofBlocks };
  const framed = brandLayout(style, content);
  // The frame and blocks have their styles beside them already.
  const html = /<style[\s>]/i.test(content.html) ? inlineStyles(framed) : framed;
  const written = text === null ? plainTextOf(html) : withLegal(template.ofBlocks ? tidy(text) : text, style);
  return { ok: true, mail: { subject, preheader, html, text: written } };
}

/** Fields that are empty leave no more than one empty line. */
const tidy = (text: string): string => `${text.replace(/[ \t]*\r?\n(?:[ \t]*\r?\n){2,}/g, '\n\n').trim()}\n`;

const withLegal = (text: string, { legalFooter = '' }: BrandStyle): string =>
  legalFooter.trim() ? `${text.trimEnd()}\n\n${legalFooter.trim()}\n` : text;
