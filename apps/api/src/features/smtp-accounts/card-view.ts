import type { mailServer, smtpDiagnosis } from '@cueline/contracts';
import type { Card } from '@cueline/email/diagnosis';

/** @param connect where one can sign in instead */
export const cardView = (
  { steps, ...card }: Card,
  connect: mailServer.MailProvider | null,
): smtpDiagnosis.DiagnosisCard => ({
  ...card,
  proposal: { ...card.proposal },
  steps: steps.map(({ text, link }) => ({ text, ...(link && { link: { ...link } }) })),
  connect,
});
