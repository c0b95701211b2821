import nock from 'nock';
import type { Browser } from 'playwright-core';
import { openBrowser, withBrowser } from '../../simulator/browser';
import { type Coming, openDemo, type Visitor, visit } from './visitor';

withBrowser('the life of a web chat', (chromium) => {
  let browser: Browser;
  let service: Awaited<ReturnType<typeof openDemo>>;
  let her: Visitor;

  beforeAll(async () => {
    nock.restore();
    service = await openDemo();
    browser = await openBrowser(chromium);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await service.close();
  });
  async function open(coming?: Coming): Promise<Visitor> {
    her = await visit(browser, service.url, coming);
    return her;
  }
  afterEach(async () => {
    expect(await her.close()).toEqual([]);
  });
  const phoneOf = (name: string) => {
    const contact = service.standIn?.threads.all().find((one) => one.name === name);
    const person = contact && service.standIn?.personById(contact.id);
    if (!person) throw new Error(`No phone of ${name}.`);
    return person;
  };

  test('an English browser is spoken to in English; in the dark, twice as big on a small screen, nothing is lost', async () => {
    const { page, hears, violations } = await open({
      locale: 'en-GB',
      colorScheme: 'dark',
      viewport: { width: 320, height: 256 },
      reducedMotion: 'reduce',
    });
    await hears('What would you like to do?');
    expect(await violations()).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    // Of a talk that is longer than the window the last words are in sight.
    expect(await page.evaluate('document.scrollingElement.scrollTop')).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'See classes' }).click();
    await page.locator('.hers').waitFor();
  }, 60_000);

  test('the other language is a link: page and bot change over, and the talk goes on', async () => {
    const { page, log, hears } = await open();
    await hears('¿Qué quiere hacer?');
    await page.locator('summary').click();
    await page.getByRole('link', { name: 'English' }).click();
    await hears('What would you like to do?');
    expect(await page.locator('#send').getAttribute('aria-label')).toBe('Send');
    expect(await log.locator('.ours').first().textContent()).toContain('¿Qué quiere hacer?');
  }, 60_000);

  test('leaving asks first, then leaves nothing on the device; who comes next is somebody new', async () => {
    const { page, log, hears, tap, violations } = await open();
    await hears('¿Qué quiere hacer?');
    await tap('Ver clases');
    await hears('¿Dónde le queda cerca?');
    await page.locator('summary').click();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Salir' }).click();
    await page.getByRole('dialog').getByText('¿Borrar la conversación de este equipo?').waitFor();
    expect(await violations()).toEqual([]);
    const otherTab = await page.context().newPage();
    await otherTab.goto(service.url);
    await otherTab.getByRole('log').getByText('¿Dónde le queda cerca?').waitFor();
    await page.getByRole('button', { name: 'Borrar y salir' }).click();
    for (const tab of [page, otherTab])
      await tab.getByText('En este equipo no queda nada de la conversación.').waitFor();
    expect(await otherTab.getByText('¿Dónde le queda cerca?').count()).toBe(0);
    await otherTab.close();
    expect(await violations()).toEqual([]);
    expect(await page.evaluate('JSON.stringify(localStorage)')).toBe('{}');
    await page.getByRole('button', { name: 'Empezar otra conversación' }).click();
    await hears('¿Qué quiere hacer?');
    expect(await log.locator('.bubble').count()).toBe(1);
  }, 60_000);

  test('a talk that is too old to go on with is said to be over, and a new one begins', async () => {
    const { page, log, hears, write } = await open();
    await hears('¿Qué quiere hacer?');
    await write('ver clases');
    await hears('¿Dónde le queda cerca?');
    await page.evaluate("localStorage['relevo.chat'] = JSON.stringify({ conversation: 'a', token: 'a.b.c', at: 0 })");
    await page.reload();
    await log.getByText('La conversación anterior se cerró por seguridad. Empezamos otra.').waitFor();
    await hears('¿Qué quiere hacer?');
    expect(await log.locator('.bubble').count()).toBe(1);
    expect(await page.getByRole('status').textContent()).toBe('');
  }, 60_000);

  test('after a typed "salir" the page offers to remove the talk', async () => {
    const { page, hears, write } = await open();
    await hears('¿Qué quiere hacer?');
    await write('salir');
    await hears('Hasta luego');
    await page.getByRole('button', { name: '¿Borrar la conversación de este equipo?' }).click();
    await page.getByRole('button', { name: 'Seguir aquí' }).click();
    await write('hola');
    await hears('¿Qué quiere hacer?');
    expect(await page.getByRole('button', { name: '¿Borrar la conversación de este equipo?' }).count()).toBe(0);
  }, 60_000);

  test('a talk begun on WhatsApp goes on here by its link, once', async () => {
    const phone = phoneOf('Luz Dary');
    phone.says('ver clases');
    await phone.nextReply(10_000);
    phone.says('seguir en la web');
    const { text } = await phone.nextReply(10_000);
    const path = /\/\?codigo=\d{8}/.exec(text)?.[0] ?? '';
    const { page, log, hears } = await open({ path });
    await hears('Seguimos aquí.');
    await hears('¿Dónde le queda cerca?');
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    await hears('¿Dónde le queda cerca?');
    expect(await log.locator('.hers').allTextContents()).toEqual([expect.stringMatching(/seguir \d{8}/)]);
  }, 60_000);

  test('a talk begun here goes on in WhatsApp: the page asks for the way, and shows it as a link', async () => {
    const { page, log, hears, write } = await open();
    await write('ver clases');
    await hears('¿Dónde le queda cerca?');
    await page.locator('summary').click();
    await page.getByRole('button', { name: 'Seguir en WhatsApp' }).click();
    const link = log.getByRole('link', { name: /\/seguir\/\d{8}$/ });
    const address = (await link.getAttribute('href')) ?? '';
    expect(await link.getAttribute('rel')).toContain('noopener');
    const phone = service.standIn?.person({ name: 'Nubia', phone: '573009990077' });
    phone?.says(`seguir ${address.slice(-8)}`);
    expect((await phone?.nextReply(10_000))?.text).toContain('¿Dónde le queda cerca?');
  }, 60_000);

  test('an instructor goes on here from her phone and marks who came', async () => {
    const phone = phoneOf('Martha Lucía');
    phone.says('seguir en la web');
    const { text } = await phone.nextReply(10_000);
    const { hears, write, tap, log } = await open({ path: /\/\?codigo=\d{8}/.exec(text)?.[0] ?? '/' });
    await hears('Seguimos aquí.');
    await write('asistencia');
    await hears(/34/);
    await write('todas menos 3 y 7');
    await hears('¿Guardo?');
    await tap('Guardar');
    await hears(/Guardado: 32 presentes/);
    expect(await log.getByText('No se pudo').count()).toBe(0);
  }, 60_000);

  // The last one: it ends the service.
  test('when the server was away and is back, the page goes on by itself', async () => {
    const { page, log, hears, write } = await open();
    await hears('¿Qué quiere hacer?');
    await service.close();
    await page.getByText('Sin conexión').waitFor();
    await write('ver clases');
    Object.assign(service, await service.again());
    await hears('¿Dónde le queda cerca?');
    await page.getByText('Sin conexión').waitFor({ state: 'detached' });
    expect(await log.locator('.hers').count()).toBe(1);
  }, 90_000);
});
