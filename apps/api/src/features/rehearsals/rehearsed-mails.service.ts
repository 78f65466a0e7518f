import { Injectable } from '@nestjs/common';
import type { rehearsals } from '@cueline/contracts';
import { compileTemplate, explainBudget } from '@cueline/email';
import { writeMail } from '@cueline/email/smtp';
import type { Facts } from '@cueline/workflows';
import type { BrandsRepository } from '../brands/brands.repository.js';
import { TemplatesRepository } from '../templates/templates.repository.js';

type Brand = Awaited<ReturnType<BrandsRepository['list']>>[number];
type Mail = NonNullable<rehearsals.RehearsalStepView['mail']>;

/** A mail as it would leave at a moment of a rehearsal. */
@Injectable()
export class RehearsedMails {
  constructor(private readonly templates: TemplatesRepository) {}

  async make(
    studioId: string,
    templateId: string | null,
    to: readonly string[],
    facts: Facts,
    brand: Brand,
  ): Promise<Mail> {
    const empty = { to: [...to], subject: '', preheader: '', html: '', text: '' };
    const template = templateId && (await this.templates.find(studioId, templateId));
    if (!template) return { ...empty, problem: 'No template is chosen, or it is there no more.' };
    const compiled = compileTemplate(template);
    if (!compiled.ok) return { ...empty, problem: `The template “${template.name}” has mistakes.` };
    const environment = {
      data: facts,
      formats: { locale: brand.locale, zone: brand.zone },
      clock: () => performance.now(),
    };
    const written = writeMail(compiled.template, environment, brand);
    if (!written.ok) return { ...empty, problem: explainBudget(written.budget) };
    return { to: [...to], ...written.mail, problem: null };
  }
}
