import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { until } from '@cueline/testkit/until';
import { cleanHtml, MAIL_FRAME_SANDBOX, mailDocument, withImages } from '@cueline/email/incoming';
import { hostileHtml, hostileLinks } from './hostile-html.js';
import { launch } from './page.js';

/** A server that notes what it is called for, by the number of the sample that called. */
class CountingServer {
  readonly called = new Set<string>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://server');
      if (pathname.startsWith('/hit/')) this.called.add(pathname.slice('/hit/'.length));
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>mails</title>');
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  open(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  close(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }

  /** The samples, with this server as what they would call. */
  armed = (html: string, at: number | string): string =>
    html
      .replaceAll('HIT', `${this.origin}/hit/${at}`)
      .replaceAll('RUN', `fetch('${this.origin}/hit/ran-${at}')`);
}

const server = new CountingServer();
/** For samples as they came, whose calls may arrive when their page is closed already. */
const another = new CountingServer();
const { called } = server;
let browser: Browser;
let page: Page;
let samples: readonly string[];

beforeAll(async () => {
  await Promise.all([server.open(), another.open()]);
  samples = hostileHtml.map(server.armed);
  browser = await launch();
  page = await browser.newPage();
  await page.goto(server.origin);
});
afterAll(async () => {
  await browser.close();
  await Promise.all([server.close(), another.close()]);
});

/** The documents in the page, with nothing of the product's frame around them: what the browser makes of them is theirs alone. */
const showBare = (on: Page, documents: readonly string[]) =>
  on.evaluate(async (all) => {
    document.body.replaceChildren();
    await Promise.all(
      all.map((html) => {
        const frame = document.createElement('iframe');
        frame.srcdoc = html;
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.append(frame);
        return loaded;
      }),
    );
    // In the page itself, where a name could reach its own variables, and an attribute its events.
    const host = document.createElement('div');
    host.innerHTML = all.join('');
    document.body.append(host);
  }, documents);
/** Whatever the samples would call has been called once this has. */
async function settled(name: string): Promise<void> {
  await page.evaluate(async (url) => {
    await new Promise((resolve) => requestIdleCallback(resolve));
    await fetch(url);
  }, `${server.origin}/hit/${name}`);
  expect(called.delete(name)).toBe(true);
}

describe('hostile HTML in a browser', () => {
  it('is hostile: as it came, it runs and loads', async () => {
    const victim = await browser.newPage();
    await victim.goto(another.origin);
    // A sample takes the page elsewhere, and what showed them with it.
    await Promise.allSettled([showBare(victim, hostileHtml.map(another.armed))]);
    await until('the samples run and load', () =>
      Promise.resolve(
        another.called.size > 30 && [...another.called].some((name) => name.startsWith('ran-')),
      ),
    );
    await victim.close();
  });

  it(`runs and loads nothing once it is cleaned: ${hostileHtml.length} samples`, async () => {
    expect(samples.length).toBeGreaterThanOrEqual(120);
    await showBare(
      page,
      samples.map((html) => cleanHtml(html).html),
    );
    await settled('cleaned');
    expect([...called]).toEqual([]);
    expect(new URL(page.url()).origin).toBe(server.origin);
  });

  it('leaves no link that runs, and no name that the page could trip over', async () => {
    const links = hostileLinks.map(
      (href, at) =>
        `<a href="${server.armed(href.replaceAll('"', '&quot;'), at)}" id="config" name="forms">x</a>`,
    );
    const left = await page.evaluate(
      (html) => {
        document.body.innerHTML = html;
        return [...document.querySelectorAll('a')].map((link) => [
          link.getAttribute('href'),
          link.id,
          link.getAttribute('name'),
        ]);
      },
      cleanHtml(links.join('')).html,
    );
    expect(left).toEqual(hostileLinks.map(() => [null, '', null]));
  });

  it('in the product’s frame does nothing even as it came, and shows a picture only when somebody wanted to see it', async () => {
    const show = (html: string) =>
      page.evaluate(
        async ({ document: source, sandbox }) => {
          document.body.replaceChildren();
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', sandbox);
          frame.srcdoc = source;
          const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
          document.body.append(frame);
          await loaded;
        },
        { document: mailDocument(html, `${server.origin}/hit/shown`), sandbox: MAIL_FRAME_SANDBOX },
      );
    // Scripts and loads of all kinds, but what leaves the document: a frame of its own may do that.
    await show(samples.filter((html) => !/http-equiv|<base/i.test(html)).join(''));
    await settled('framed');
    expect([...called]).toEqual([]);

    const { html } = cleanHtml(`<p>Hi</p><img src="${server.origin}/hit/remote" alt="A">`);
    await show(html);
    await settled('held');
    expect([...called]).toEqual([]);

    await show(withImages(html, { part: () => undefined, remote: () => `${server.origin}/hit/shown` }));
    await settled('consented');
    expect([...called]).toEqual(['shown']);
  });
});
