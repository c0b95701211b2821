import type { Browser } from 'playwright-core';
import { openBrowser, withBrowser } from './browser';
import { type OpenPage, openPage } from './phonePageBot';

withBrowser('the simulated phone', (chromium) => {
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

  test('two phones stand side by side; she types, taps, picks from the list, and sees ticks and formatting', async () => {
    const { service, phone, log, write, shot } = await open({ width: 1280, height: 900 });
    const boxes = await Promise.all(['María Pérez', 'Luz Marina Gómez'].map((name) => phone(name).boundingBox()));
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
    expect(boxes[1]?.x).toBeGreaterThan((boxes[0]?.x ?? 0) + (boxes[0]?.width ?? 0));

    await write('María Pérez', 'Hola, quiero registrarme');
    await log('María Pérez').getByRole('button', { name: 'Sí, acepto' }).click();
    await shot('1280-buttons');
    await log('María Pérez').getByRole('button', { name: 'Ver sitios' }).click();
    const sheet = phone('María Pérez').getByRole('dialog', { name: 'Ver sitios' });
    await sheet.getByText('Carrera 74 # 42 G-52 Sur').click();
    await shot('1280-list');
    await sheet.getByRole('button', { name: 'Enviar' }).click();
    await log('María Pérez').locator('strong', { hasText: 'Timiza' }).waitFor();
    expect(await log('María Pérez').locator('.bullet').count()).toBe(2);
    expect(await log('María Pérez').locator('.theirs em').textContent()).toBe('una clase gratis');
    expect(await log('María Pérez').getByRole('link').getAttribute('href')).toBe('https://example.org/timiza');
    await write('Luz Marina Gómez', 'asistencia');
    await log('Luz Marina Gómez').getByText('Recibí: asistencia').waitFor();
    await log('María Pérez').getByRole('img', { name: 'Entregado' }).nth(2).waitFor();
    await shot('1280-both');

    const inbound = service
      .messages()
      .map((item) => item.interactive?.button_reply?.id ?? item.interactive?.list_reply?.id ?? item.text.body);
    expect(inbound).toEqual(['Hola, quiero registrarme', 'consent:0', 's2', 'asistencia']);
    expect(await log('María Pérez').getByText('Luz').count()).toBe(0);
  });

  test('an old button can still be tapped, and shows what it answers', async () => {
    const { log, write } = await open({ width: 1280, height: 900 });
    await write('María Pérez', 'hola');
    await log('María Pérez').getByRole('button', { name: 'Sí, acepto' }).click();
    await log('María Pérez').getByRole('button', { name: 'Ver sitios' }).waitFor();
    await log('María Pérez').getByRole('button', { name: 'No por ahora' }).click();
    await log('María Pérez').getByText('Recibí: consent:1').waitFor();
    expect(await log('María Pérez').locator('.mine .quoted').count()).toBe(2);
  });

  test('everything can be done with the keyboard alone', async () => {
    const { page, phone, log, write } = await open({ width: 1280, height: 900 });
    await write('María Pérez', 'hola');
    const yes = log('María Pérez').getByRole('button', { name: 'Sí, acepto' });
    await yes.focus();
    await page.keyboard.press('Enter');
    const opener = log('María Pérez').getByRole('button', { name: 'Ver sitios' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const sheet = phone('María Pérez').getByRole('dialog');
    await sheet.waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Ver sitios');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Enviar');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Cerrar la lista');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await log('María Pérez').getByText('Timiza').first().waitFor();
    // Ticks that change must not take the focus away.
    await yes.focus();
    await write('Luz Marina Gómez', 'hola');
    await log('Luz Marina Gómez').getByRole('button').first().focus();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Sí, acepto');
  });

  test('a voice note, a photo and a place go out of the plus menu; a reaction comes back', async () => {
    const { service, phone, log, write, shot } = await open({ width: 1280, height: 900 });
    await write('María Pérez', 'aló');
    for (const thing of ['Nota de voz', 'Foto', 'Ubicación']) {
      await phone('María Pérez').getByRole('button', { name: 'Adjuntar' }).click();
      if (thing === 'Foto') await shot('1280-plus');
      await phone('María Pérez').getByRole('button', { name: thing }).click();
    }
    await log('María Pérez').getByText('Recibí: location').waitFor();
    await log('María Pérez').getByText('👍').waitFor();
    await shot('1280-things');
    expect(service.messages().map(({ type }) => type)).toEqual(['text', 'audio', 'image', 'location']);
  });

  test('the dots of typing come and go with the reply', async () => {
    const { service, phone, log, write, shot } = await open({ width: 1280, height: 900 });
    await write('María Pérez', 'aló');
    await log('María Pérez').getByText('Recibí: aló').waitFor();
    await service.send({ status: 'read', message_id: service.messages()[0].id, typing_indicator: { type: 'text' } });
    await phone('María Pérez').getByText('escribiendo…').waitFor();
    await log('María Pérez').locator('.typing').waitFor();
    await log('María Pérez').getByRole('img', { name: 'Leído' }).waitFor();
    await shot('1280-typing');
    await service.send({ to: '573001112233', text: { body: 'Listo' } });
    await log('María Pérez').getByText('Listo').waitFor();
    await phone('María Pérez').getByText('en línea').waitFor();
    expect(await log('María Pérez').locator('.typing').count()).toBe(0);
  });

  test('what people write is shown, never run', async () => {
    const { log, write } = await open({ width: 1280, height: 900 });
    await write('María Pérez', '<img src=x onerror=alert(1)> *<b>x</b>*');
    await log('María Pérez').getByText('Recibí: <img src=x onerror=alert(1)>').waitFor();
    expect(await log('María Pérez').locator('img').count()).toBe(0);
  });

  test('another phone is opened, for one who hides her number', async () => {
    const { page, service, log, write, shot } = await open({ width: 1440, height: 900 });
    await page.getByRole('button', { name: 'Abrir otro teléfono' }).click();
    await page.getByRole('textbox', { name: 'Nombre de la persona' }).fill('Eva Rojas');
    await page.getByRole('checkbox', { name: /Oculta su número/ }).check();
    await shot('1440-new');
    await page.getByRole('button', { name: 'Abrir', exact: true }).click();
    await write('Eva Rojas', 'hola');
    await log('Eva Rojas').getByRole('button', { name: 'Sí, acepto' }).waitFor();
    await shot('1440-three');
    expect(service.messages()[0]).not.toHaveProperty('from');
  });
});
