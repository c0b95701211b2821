import type { Browser } from 'playwright-core';
import { openBrowser, withBrowser } from './browser';
import { type OpenPage, openPage } from './phonePageBot';

withBrowser('the simulated phone on a small screen', (chromium) => {
  let browser: Browser;
  let opened: OpenPage;

  beforeAll(async () => {
    browser = await openBrowser(chromium);
  });
  afterAll(() => browser.close());

  async function open(
    ...how: [size: { width: number; height: number }, colorScheme?: 'light' | 'dark']
  ): Promise<OpenPage> {
    opened = await openPage(browser, ...how);
    return opened;
  }
  afterEach(async () => {
    expect(await opened.close()).toEqual([]);
  });

  test('on a narrow screen one phone fills it, and the others are a tap away', async () => {
    const { page, service, phone, log, write, shot } = await open({ width: 360, height: 740 });
    expect(await phone('María Pérez').isVisible()).toBe(true);
    expect(await phone('Luz Marina Gómez').isVisible()).toBe(false);
    await write('María Pérez', 'hola');
    await log('María Pérez').getByRole('button', { name: 'Sí, acepto' }).waitFor();
    await shot('360-buttons');
    await log('María Pérez').getByRole('button', { name: 'Sí, acepto' }).click();
    await log('María Pérez').getByRole('button', { name: 'Ver sitios' }).click();
    await shot('360-list');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    const small = await page
      .locator('button:visible')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 40).length);
    expect(small).toBe(0);

    const tab = page.getByRole('button', { name: 'Luz Marina Gómez' });
    await service.send({ to: '573004445566', text: { body: 'Aviso' } });
    service.standIn.person({ name: '', phone: '573004445566' }).says('hola');
    await page.locator('.tabs .unread').waitFor();
    await tab.click();
    expect(await tab.getAttribute('aria-pressed')).toBe('true');
    expect(await log('Luz Marina Gómez').isVisible()).toBe(true);
    expect(await page.locator('.tabs .unread').count()).toBe(0);
    await shot('360-other');
  });

  test('a long talk opens at its newest message and stays there', async () => {
    const { page, service, phone, log, write, shot } = await open({ width: 360, height: 740 }, 'dark');
    for (let i = 1; i <= 12; i++) await write('María Pérez', `mensaje ${i}`);
    await log('María Pérez').getByText('Recibí: mensaje 12', { exact: true }).waitFor();
    const distance = () =>
      log('María Pérez').evaluate((thread) => thread.scrollHeight - thread.scrollTop - thread.clientHeight);
    expect(await distance()).toBeLessThan(2);
    await log('María Pérez').evaluate((thread) => {
      thread.scrollTop = 0;
    });
    await service.send({ to: '573001112233', text: { body: 'De arriba no la bajo' } });
    await log('María Pérez').getByText('De arriba').waitFor();
    expect(await distance()).toBeGreaterThan(100);
    await shot('360-dark');
    await phone('María Pérez').getByRole('button', { name: 'Ir al mensaje más nuevo' }).click();
    expect(await distance()).toBeLessThan(2);
    await page.reload();
    await log('María Pérez').getByText('Recibí: mensaje 12', { exact: true }).waitFor();
    expect(await distance()).toBeLessThan(2);
  });
});
