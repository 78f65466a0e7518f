import { afterEach, beforeEach } from '@jest/globals';
import { kinds, type SendMailStep } from '@cueline/workflows';
import { TestStudio } from '../studio.fixture.js';

export interface MailSuite {
  studio: TestStudio;
  /** Sends the studio's template to the client. */
  step: SendMailStep;
}

/** Gives each test a studio and a mail step of its own. */
export function mailSuite(): MailSuite {
  const suite = {} as MailSuite;
  beforeEach(async () => {
    suite.studio = await TestStudio.open();
    suite.step = { ...kinds.sendMail.defaults('mail'), template: suite.studio.templateId };
  });
  afterEach(() => suite.studio.close());
  return suite;
}
