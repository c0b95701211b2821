import nock from 'nock';
import type { Browser } from 'playwright-core';
import type { Service } from '../../../../src/service';
import { openBrowser, withBrowser } from '../../simulator/browser';
import { type Coming, openDemo, type Visitor, visit } from './visitor';

withBrowser('the web chat in a browser', (chromium) => {
  let browser: Browser;
  let service: Service;
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

  test('who writes Spanish on an English page is answered in Spanish, and hears it with the voice of Spanish', async () => {
    const { page, log, write, hears, violations } = await open({ locale: 'en-US' });
    await hears('What would you like to do?');
    expect(await log.locator('.ours .bubble').last().getAttribute('lang')).toBeNull();
    await write('hola, quiero ver clases en bosa');
    await hears('¿Cuál le interesa?');
    expect(await log.locator('.ours .bubble').last().getAttribute('lang')).toBe('es');
    expect(await page.locator('#choices li').first().getAttribute('lang')).toBe('es');
    expect(await violations()).toEqual([]);
  });

  test('she registers and takes a place with the keyboard alone, and the focus is never taken from her', async () => {
    const { page, log, field, hears } = await open();
    const focused = () => page.evaluate('document.activeElement.id || document.activeElement.textContent');
    const keys = async (...pressed: string[]) => {
      for (const key of pressed) await page.keyboard.press(key);
    };
    const types = async (words: string) => {
      await field.focus();
      await page.keyboard.type(words);
      await keys('Enter');
    };
    await hears('¿Qué quiere hacer?');
    await keys('Tab');
    expect(await focused()).toBe('Ir a escribir');
    await keys('Enter');
    await page.keyboard.type('ver');
    await keys('Shift+Enter');
    expect(await field.inputValue()).toBe('ver\n');
    await keys('Backspace');
    await page.keyboard.type(' clases');
    await keys('Enter');
    await hears('¿Dónde le queda cerca?');
    expect(await focused()).toBe('words');
    await types('bosa');
    await hears('¿Cuál le interesa?');
    expect(await focused()).toBe('words');
    await page.getByRole('button', { name: /Yoga/ }).focus();
    await keys('Enter');
    expect(await focused()).toBe('log');
    await hears('¿Nos da su permiso?');
    expect(await focused()).toBe('log');
    // The links of the question come first, then the choices.
    await keys('Tab', 'Tab');
    expect(await focused()).toContain('Sí, acepto');
    await keys('Space');
    await hears('¿Cómo se llama?');
    await types('Rosalba Quintero Díaz');
    await hears('¿Qué documento tiene?');
    await types('CC 52765431');
    await hears('¿Está todo bien?');
    await types('1');
    await hears('Tiene su cupo en Yoga');
    expect(await log.locator('.hers').count()).toBe(7);
    await hears(/Su registro ya quedó/);
  }, 90_000);

  test('choices are buttons with their details; all of them are read out once, with the question', async () => {
    const { page, log, hears, write, violations } = await open();
    await hears('¿Qué quiere hacer?');
    expect(await violations()).toEqual([]);
    await write('ver clases en bosa');
    await hears('¿Cuál le interesa?');
    const yoga = page.getByRole('group', { name: 'Respuestas para tocar' }).getByRole('button', { name: /^Yoga/ });
    expect(await yoga.locator('.detail').textContent()).toContain('El Porvenir');
    const question = await log.locator('.ours').last().textContent();
    expect(question).toMatch(/^Relevo: Estas son las clases .*Opciones: .*\d, Yoga\./);
    expect(question).not.toContain('cupos');
    expect(await violations()).toEqual([]);
  }, 60_000);

  test('a double click on a choice acts once, and so does one on the choices that come in its place', async () => {
    const { page, log, hears } = await open();
    await hears('¿Qué quiere hacer?');
    await page.getByRole('button', { name: 'Ver clases' }).dblclick();
    await hears('¿Dónde le queda cerca?');
    await page.waitForTimeout(500);
    expect(await log.locator('.hers').count()).toBe(1);
    expect(await log.locator('.ours').count()).toBe(2);
  }, 60_000);

  test('whoever loads the page again in mid-registration goes on where she was, and hears none of it again', async () => {
    const { page, log, hears, write, tap } = await open();
    await hears('¿Qué quiere hacer?');
    await write('ver clases en bosa');
    await tap('Yoga');
    await hears('¿Nos da su permiso?');
    await tap('Sí, acepto');
    await hears('¿Cómo se llama?');
    const before = await log.locator('.bubble').allTextContents();
    await page.reload();
    await hears('¿Cómo se llama?');
    expect(await log.locator('.bubble').allTextContents()).toEqual(before);
    expect(await log.getAttribute('aria-live')).toBe('off');
    expect(await page.getByRole('status').textContent()).toBe('Aquí está su conversación. Seguimos donde iba.');
    await write('Ana María Rojas');
    await hears('¿Qué documento tiene?');
    expect(await log.getAttribute('aria-live')).toBe('polite');
  }, 60_000);

  test('what she writes without a connection is said to wait, outlives a reload, and goes out once, in order', async () => {
    const { page, log, hears, write, violations } = await open();
    await hears('¿Qué quiere hacer?');
    await page.context().setOffline(true);
    await page.getByText('Sin conexión: lo que escriba se enviará al volver.').waitFor();
    await write('ver clases');
    await write('bosa');
    expect(await log.getByText('Enviando…').count()).toBe(2);
    expect(await violations()).toEqual([]);
    await page.context().setOffline(false);
    await hears('¿Cuál le interesa?');
    expect(await log.locator('.hers').allTextContents()).toEqual([
      expect.stringContaining('ver clases'),
      expect.stringContaining('bosa'),
    ]);
    await page.reload();
    await hears('¿Cuál le interesa?');
    expect(await log.locator('.hers').count()).toBe(2);
    expect(await log.getByText('Enviando…').count()).toBe(0);
  }, 60_000);
});
