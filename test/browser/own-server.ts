import type { Browser, Page } from 'playwright-core';
import { MailServer } from '@cueline/testkit/mail-server';
import { Stack } from '@cueline/testkit/stack';
import { receiverCertificate } from '@cueline/testkit/webhook-receiver';
import { launch, signedIn } from './page.js';

/** The address of a studio, at a mail server of its own. */
export const ADDRESS = 'hello@studio.test';
export const mailbox = { user: ADDRESS, password: 'right', owns: [ADDRESS] };

export interface OwnServer {
  readonly server: MailServer;
  readonly stack: Stack;
  readonly browser: Browser;
  readonly page: Page;
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** The product and a browser beside a real mail server that it may reach. */
export async function ownServer(env: Readonly<Record<string, string>> = {}): Promise<OwnServer> {
  const server = await MailServer.start([mailbox]);
  const browser = await launch();
  const allowed = { SMTP_ALLOW: '127.0.0.1', NODE_EXTRA_CA_CERTS: receiverCertificate };
  const stack = await Stack.start({ env: { ...allowed, ...env } });
  const close = async () => {
    await browser.close();
    await stack.stop();
    await server.stop();
  };
  return { server, browser, stack, close, ...(await signedIn(browser, stack)) };
}
