import { Injectable } from '@nestjs/common';
import type { rehearsals } from '@cueline/contracts';
import type { Facts } from '@cueline/workflows';
import type { Reader } from '@cueline/workflows/locale';
import type { BrandsRepository } from '../brands/brands.repository.js';
import { fillIn } from '../templates/fill-in.js';
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
    reader: Reader | null,
  ): Promise<Mail> {
    const empty = { to: [...to], subject: '', preheader: '', html: '', text: '' };
    const template = templateId && (await this.templates.find(studioId, templateId));
    if (!template) return { ...empty, problem: 'No template is chosen, or it is there no more.' };
    const filled = fillIn(template, facts, brand, reader);
    if (filled.is === 'mail') return { to: [...to], ...filled.mail, problem: null };
    const mistakes = `The template “${template.name}” has mistakes.`;
    return { ...empty, problem: filled.is === 'beyond' ? filled.problem.message : mistakes };
  }
}
