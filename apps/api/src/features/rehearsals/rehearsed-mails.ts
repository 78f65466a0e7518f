import type { rehearsals } from '@cueline/contracts';
import { compileContent, fieldsOf, type Compiled, type TemplateContent } from '@cueline/email';
import type { Facts, Language, Texts } from '@cueline/workflows';
import type { Reader } from '@cueline/workflows/locale';
import { fillIn, type Brand } from '../templates/fill-in.js';

type Mail = NonNullable<rehearsals.RehearsalStepView['mail']>;

/** What the mails of one rehearsal take together: beyond it the steps are told without them. */
const most = { milliseconds: 5_000, characters: 2_000_000 } as const;

const texts = {
  noTemplate: {
    en: 'No template is chosen, or it is there no more.',
    de: 'Es ist keine Vorlage gewählt, oder es gibt sie nicht mehr.',
  },
  full: {
    en: 'The mails before this one fill the rehearsal. Rehearse with fewer or shorter mails to see it.',
    de: 'Die E-Mails vor dieser füllen die Probe. Probe mit weniger oder kürzeren E-Mails, um sie zu sehen.',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** Mails as they would leave at the moments of a rehearsal. */
export class RehearsedMails {
  readonly #compiled = new Map<string, Compiled>();
  readonly #until: number;
  #characters = 0;

  constructor(
    private readonly templates: ReadonlyMap<string, TemplateContent & { readonly name: string }>,
    private readonly brand: Brand,
    private readonly language: Language,
    private readonly clock: () => number,
  ) {
    this.#until = clock() + most.milliseconds;
  }

  make(templateId: string | null, to: readonly string[], facts: Facts, reader: Reader | null): Mail {
    const without = (problem: Texts): Mail => ({
      ...{ to: [...to], subject: '', preheader: '', html: '', text: '' },
      problem: problem[this.language],
    });
    const template = templateId ? this.templates.get(templateId) : undefined;
    if (!templateId || !template) return without(texts.noTemplate);
    if (this.#characters > most.characters || this.clock() > this.#until) return without(texts.full);
    const filled = fillIn(this.#compile(templateId, template), facts, this.brand, reader);
    if (filled.is === 'beyond') return without(filled.problem.message);
    if (filled.is === 'mistaken')
      return without({
        en: `The template “${template.name}” has mistakes.`,
        de: `Die Vorlage „${template.name}“ hat Fehler.`,
      });
    this.#characters += filled.mail.html.length + filled.mail.text.length;
    return { to: [...to], ...filled.mail, problem: null };
  }

  fieldsOf(templateId: string): readonly string[] {
    const template = this.templates.get(templateId);
    const compiled = template && this.#compile(templateId, template);
    return compiled?.ok ? fieldsOf(compiled.template).map(({ path }) => path) : [];
  }

  #compile(id: string, source: TemplateContent): Compiled {
    const compiled = this.#compiled.get(id) ?? compileContent(source);
    this.#compiled.set(id, compiled);
    return compiled;
  }
}
