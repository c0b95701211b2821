import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, ConsoleMessage, Locator, Page } from 'playwright-core';
import { readConfig } from '../../../../src/config';
import { createLog } from '../../../../src/log';
import { openService, type Service } from '../../../../src/service';
import { dataKey } from '../../../chaos/environment';
import { freshDatabase } from '../../../setup/database';

/** Relevo as it is tried out: demo data, simulated phones, the web chat. */
export async function openDemo(
  over: Record<string, string> = {},
): Promise<Service & { again: () => Promise<Service> }> {
  const { url } = await freshDatabase();
  const given = { PORT: '0', DATABASE_URL: url, DATA_KEY: dataKey.toString('base64'), LOG_LEVEL: 'silent', ...over };
  const service = await openService(readConfig(given), createLog('silent'));
  // The same installation on the same port, after its process has ended.
  const again = () => openService(readConfig({ ...given, PORT: String(service.port) }), createLog('silent'));
  return { ...service, again };
}

/** Somebody at the page. */
export type Visitor = {
  page: Page;
  log: Locator;
  field: Locator;
  /** Types words and presses Enter. */
  write: (words: string) => Promise<void>;
  /** Taps a choice. */
  tap: (title: string | RegExp) => Promise<void>;
  /** Waits until we have said this. */
  hears: (words: string | RegExp) => Promise<void>;
  /** What axe finds against the page as it stands. */
  violations: () => Promise<unknown[]>;
  /** Leaves; gives what the browser complained of and whom else it asked. */
  close: () => Promise<string[]>;
};

export type Coming = BrowserContextOptions & { path?: string; to?: string };

/** Opens the chat in a browser that has nothing of ours yet; Colombian, on a small phone, unless it is said otherwise. */
export async function visit(
  browser: Browser,
  url: string,
  { path = '/', to = url, ...given }: Coming = {},
): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, locale: 'es-CO', ...given });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => isFault(message) && faults.push(message.text()));
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith(to)) faults.push(request.url());
  });
  await page.goto(to + path);
  return { ...hands(page), page, close: () => context.close().then(() => faults) };
}

// A network that is away and a token that has ended are told there too.
function isFault(message: ConsoleMessage): boolean {
  const isFate = /ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)|status of 403/.test(message.text());
  return message.type() === 'error' && !isFate;
}

function hands(page: Page): Omit<Visitor, 'page' | 'close'> {
  const log = page.getByRole('log');
  const field = page.locator('#words');
  return {
    log,
    field,
    write: async (words) => {
      await field.fill(words);
      await field.press('Enter');
    },
    tap: (title) => page.locator('#choices button:enabled', { hasText: title }).first().click(),
    hears: (words) =>
      log
        .locator('.ours', { hasText: words })
        .last()
        .waitFor()
        .catch(async () => {
          const bubbles = await log.locator('.bubble').allTextContents();
          throw new Error(`We have not said "${words}". The talk:\n${bubbles.join('\n')}`);
        }),
    violations: () => violations(page),
  };
}

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against a page, in short. */
async function violations(page: Page): Promise<unknown[]> {
  // As a script of the test's own: the page's policy lets none in.
  await page.evaluate(axe);
  return page.evaluate(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => ({ id, target, failureSummary }))))`);
}
