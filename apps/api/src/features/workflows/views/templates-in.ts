import { walk, type Definition } from '@cueline/workflows';

/** The templates that a definition names, each once. */
export const templatesIn = ({ steps }: Definition): string[] => [
  ...new Set(
    [...walk(steps)].flatMap(({ step }) =>
      step.kind === 'sendMail' && step.template ? [step.template] : [],
    ),
  ),
];
