import nock from 'nock';
import type { Browser, FrameLocator } from 'playwright-core';
import type { Service } from '../../../../src/service';
import { openBrowser, withBrowser } from '../../simulator/browser';
import { openSite } from './site';
import { openDemo, type Visitor, visit } from './visitor';

withBrowser('the chat on another site', (chromium) => {
  let browser: Browser;
  let service: Service;
  let site: Awaited<ReturnType<typeof openSite>>;
  let her: Visitor;

  beforeAll(async () => {
    nock.restore();
    site = await openSite();
    service = await openDemo({ WEBCHAT_ORIGINS: site.origin });
    site.show(`<!doctype html><html lang="es"><head><title>La ciudad</title>
      <meta http-equiv="content-security-policy" content="default-src 'none'; script-src ${service.url}; frame-src ${service.url}; style-src 'none'">
      <script src="${service.url}/embed.js" data-label="Escríbanos" defer></script></head>
      <body><main><h1>La ciudad</h1><a href="#nada">Un enlace</a></main></body></html>`);
    browser = await openBrowser(chromium);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
    await site.close();
  });
  afterEach(() => her.close());

  const chat = (): FrameLocator => her.page.frameLocator('iframe');

  test('nothing is loaded until it is opened; then she is answered there, and the browser complains of nothing', async () => {
    her = await visit(browser, service.url, { to: site.origin, path: '/' });
    const { page, violations } = her;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const button = page.getByRole('button', { name: 'Escríbanos' });
    await button.waitFor();
    expect(await violations()).toEqual([]);
    expect(asked).toEqual([]);
    await button.click();
    await chat().getByText('¿Qué quiere hacer?').waitFor();
    expect(await violations()).toEqual([]);
    await chat().getByRole('button', { name: 'Ver clases' }).click();
    await chat().getByText('¿Dónde le queda cerca?').waitFor();
    expect(await her.close()).toEqual([]);
  }, 60_000);

  test('with the keyboard it opens, closes at Escape wherever the focus is, and gives the focus back', async () => {
    her = await visit(browser, service.url, { to: site.origin, path: '/', viewport: { width: 900, height: 800 } });
    const { page } = her;
    const button = page.getByRole('button', { name: 'Escríbanos' });
    const dialog = page.getByRole('dialog', { name: 'Chat de Relevo' });
    await button.press('Enter');
    await chat().getByText('¿Qué quiere hacer?').waitFor();
    await chat().locator('#words').press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate("document.querySelector('body > div').shadowRoot.activeElement.className")).toBe('open');
    await button.press('Enter');
    await page.getByRole('button', { name: 'Cerrar el chat' }).press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await button.press('Enter');
    // What is behind the dialog cannot be reached, and the talk is as she left it.
    await page.evaluate("document.querySelector('a').focus()");
    expect(await page.evaluate('document.activeElement.tagName')).not.toBe('A');
    expect(await chat().locator('.ours').count()).toBe(1);
  }, 60_000);

  test('on a page of an origin that is not allowed the frame stays shut, and she is shown the way to the chat itself', async () => {
    her = await visit(browser, service.url, { to: site.otherOrigin, path: '/' });
    await her.page.getByRole('button', { name: 'Escríbanos' }).click();
    const alone = her.page.getByRole('link', { name: 'Abrir el chat en otra pestaña' });
    await alone.waitFor({ timeout: 15_000 });
    expect(await alone.getAttribute('href')).toBe(`${service.url}/?lang=es`);
    expect(await chat().locator('#words').count()).toBe(0);
    expect(await her.close()).toEqual([expect.stringContaining('frame-ancestors')]);
  }, 60_000);
});
