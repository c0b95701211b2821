import type { Browser } from 'playwright-core';
import { openBrowser, withBrowser } from './browser';
import { until } from './echoService';
import { type OpenPage, openPage } from './phonePageBot';

withBrowser('the panel of a phone', (chromium) => {
  let browser: Browser;
  let open: OpenPage;
  beforeAll(async () => {
    browser = await openBrowser(chromium);
  }, 60_000);
  beforeEach(async () => {
    open = await openPage(browser, { width: 1280, height: 900 });
  }, 60_000);
  afterEach(async () => expect(await open.close()).toEqual([]), 60_000);
  afterAll(() => browser?.close(), 60_000);

  const maria = () => open.phone('María Pérez');
  const show = async () => {
    await maria().getByRole('button', { name: 'Pruebas' }).focus();
    await open.page.keyboard.press('Enter');
  };

  test('is folded away at first, and tells how the window stands once she has written', async () => {
    expect(await maria().getByRole('button', { name: 'Provocar' }).isVisible()).toBe(false);
    expect(await maria().getByText('Ventana cerrada', { exact: true }).isVisible()).toBe(true);
    await open.write('María Pérez', 'hola');
    await maria()
      .getByText(/^Ventana: 2[34] h/)
      .waitFor();
    await show();
    await maria()
      .getByText(/^gratis$/)
      .first()
      .waitFor();
    await open.shot('panel');
    await open.page.keyboard.press('Escape');
    expect(await maria().getByRole('button', { name: 'Provocar' }).isVisible()).toBe(false);
  }, 60_000);

  test('lets the next send fail, and shows what never came, with the reason', async () => {
    await show();
    await maria().getByLabel('Al próximo envío le pasa').selectOption('fail:131049');
    await maria().getByRole('button', { name: 'Provocar' }).click();
    await maria().getByText('Le pasará al próximo envío: Falla después (131049).').waitFor();
    await open.write('María Pérez', 'hola');
    await maria()
      .getByText(/131049 ·/)
      .waitFor();
    await open.shot('panel-lost');
  }, 60_000);

  test('taps twice, moves numbers and the clock, and turns receipts off', async () => {
    const { standIn } = open.service;
    const [contact] = standIn.threads.all();
    const before = contact?.phone;
    await open.write('María Pérez', 'hola');
    await show();
    await until(() => contact?.bubbles.some(({ choices }) => choices.length > 0) ?? false, 'buttons');
    await maria().getByRole('button', { name: 'Tocar dos veces' }).click();
    await until(() => open.service.messages().filter(({ type }) => type === 'interactive').length === 2, 'two taps');
    await maria().getByRole('button', { name: 'Cambiar de número' }).click();
    await until(() => open.service.messages().some(({ type }) => type === 'system'), 'the system message');
    expect(contact?.phone).not.toBe(before);
    await maria().getByLabel('Confirma la lectura').uncheck();
    await until(() => contact?.sharesReceipts === false, 'no receipts');
    const clock = standIn.now();
    await maria().getByRole('button', { name: 'Adelantar 1 día' }).click();
    await until(() => standIn.now() - clock > 23 * 3_600_000, 'tomorrow');
    await maria().getByText('Ventana cerrada', { exact: true }).waitFor();
  }, 60_000);
});

withBrowser('the panel on a narrow screen', (chromium) => {
  test('fits into 360 pixels', async () => {
    const browser = await openBrowser(chromium);
    const open = await openPage(browser, { width: 360, height: 700 });
    await open.write('María Pérez', 'hola');
    await open.phone('María Pérez').getByRole('button', { name: 'Pruebas' }).click();
    await open.phone('María Pérez').getByRole('button', { name: 'Adelantar 1 día' }).waitFor();
    await open.shot('panel-narrow');
    expect(await open.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await open.close()).toEqual([]);
    await browser.close();
  }, 60_000);
});
