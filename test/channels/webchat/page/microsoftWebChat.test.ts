import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import type { Browser } from 'playwright-core';
import { projectFile } from '../../../../src/projectFiles';
import type { Service } from '../../../../src/service';
import { openBrowser, withBrowser } from '../../simulator/browser';
import { openSite } from './site';
import { openDemo, type Visitor, visit } from './visitor';

const VERSION = '4.18.1';
const bundle = microsoftBundle();

(bundle ? withBrowser : withoutBundle)("Microsoft's Web Chat on another site", (chromium) => {
  let browser: Browser;
  let service: Service;
  let site: Awaited<ReturnType<typeof openSite>>;
  let her: Visitor;

  beforeAll(async () => {
    nock.restore();
    site = await openSite({ '/webchat.js': bundle ?? '' });
    service = await openDemo({ WEBCHAT_ORIGINS: site.origin });
    site.show(`<!doctype html><html lang="es"><title>La ciudad</title><div id="webchat" style="height: 90vh"></div>
      <script src="/webchat.js"></script>
      <script>
        (async () => {
          const domain = '${service.url}/v3/directline';
          const { token } = await (await fetch(domain + '/tokens/generate', { method: 'POST' })).json();
          const store = window.WebChat.createStore({}, ({ dispatch }) => (next) => (action) => {
            if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED')
              dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'webchat/join' } });
            return next(action);
          });
          const directLine = window.WebChat.createDirectLine({ domain, token });
          window.WebChat.renderWebChat({ directLine, store, locale: 'es-CO' }, document.querySelector('#webchat'));
        })();
      </script>`);
    browser = await openBrowser(chromium);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
    await site.close();
  });
  afterEach(() => her.close());

  test('greets her, sends what she taps and types, and shows it as sent', async () => {
    her = await visit(browser, service.url, { to: site.origin, viewport: { width: 800, height: 900 } });
    const { page } = her;
    const log = page.locator('.webchat__basic-transcript');
    await log.getByText('¿Qué quiere hacer?').first().waitFor();
    const actions = page.getByRole('toolbar', { name: 'Acciones sugeridas' });
    await actions.getByRole('button', { name: 'Ver clases' }).click();
    await log.getByText('¿Dónde le queda cerca?').first().waitFor();
    await page.getByRole('textbox').fill('bosa');
    await page.keyboard.press('Enter');
    await log.getByText('¿Cuál le interesa?').first().waitFor();
    await actions.getByRole('button', { name: 'Yoga' }).waitFor();
    // It shows no details at its buttons: the text lists them.
    await log
      .getByText(/Yoga — El Porvenir/)
      .first()
      .waitFor();
    await page.waitForTimeout(500);
    expect(await page.getByText(/Enviando|No se pudo|Reintentar/).count()).toBe(0);
  }, 90_000);
});

// The package with all it needs takes 486 MB: only its one built file is fetched, once, where the registry can be reached.
function microsoftBundle(): Buffer | undefined {
  const folder = projectFile('node_modules', '.cache', `botframework-webchat-${VERSION}`);
  const file = join(folder, 'package', 'dist', 'webchat.js');
  if (existsSync(file)) return readFileSync(file);
  mkdirSync(folder, { recursive: true });
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { cwd: folder, timeout: 90_000 }).status;
  run('npm', 'pack', `botframework-webchat@${VERSION}`, '--fetch-retries=0', '--fetch-timeout=20000');
  run('tar', 'xzf', `botframework-webchat-${VERSION}.tgz`, 'package/dist/webchat.js');
  return existsSync(file) ? readFileSync(file) : undefined;
}

function withoutBundle(name: string, suite: (chromium: string) => void): void {
  console.warn(`Skipped: botframework-webchat ${VERSION} could not be fetched from the npm registry.`);
  describe.skip(name, () => suite(''));
}
