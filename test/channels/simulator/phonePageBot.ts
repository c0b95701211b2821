import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { phoneRoutes } from '../../../src/channels/whatsapp/simulator/phoneRoutes';
import type { StandInOptions } from '../../../src/channels/whatsapp/simulator/standIn';
import { type EchoService, type Item, openEchoService } from './echoService';

/** The page of two phones in a browser, with a bot behind it. */
export type OpenPage = {
  page: Page;
  service: EchoService;
  phone: (name: string) => Locator;
  log: (name: string) => Locator;
  write: (name: string, text: string) => Promise<void>;
  /** Keeps a picture in the system's folder for temporary files. */
  shot: (name: string) => Promise<unknown>;
  /** What the browser complained of, breaches of the page's security policy included, and requests to anybody else. */
  close: () => Promise<string[]>;
};

/** Opens the page at this size. */
export async function openPage(
  browser: Browser,
  size: { width: number; height: number },
  colorScheme: 'light' | 'dark' = 'light',
  more: Partial<StandInOptions> = {},
): Promise<OpenPage> {
  const service = await openEchoService({ statuses: 'all', ...more }, { routes: phoneRoutes, reply });
  service.standIn.person({ name: 'María Pérez', phone: '573001112233', label: 'cuidadora' });
  service.standIn.person({ name: 'Luz Marina Gómez', phone: '573004445566', label: 'instructora' });
  const page = await browser.newPage({ viewport: size, locale: 'es-CO', colorScheme });
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(service.url) && !request.url().startsWith('data:')) faults.push(request.url());
  });
  const phone = (name: string): Locator => page.getByRole('region', { name: `Teléfono de ${name}` });
  await page.goto(`${service.url}/phone`);
  await phone('María Pérez').waitFor();

  return {
    page,
    service,
    phone,
    log: (name) => phone(name).getByRole('log', { name: `Conversación de ${name} con Relevo` }),
    write: async (name, text) => {
      await phone(name)
        .getByRole('textbox', { name: `Mensaje de ${name}` })
        .fill(text);
      await page.keyboard.press('Enter');
    },
    shot: (name) => page.screenshot({ path: join(pictures(), `${name}.png`) }),
    close: async () => {
      await page.close();
      await service.close();
      return faults;
    },
  };
}

function pictures(): string {
  const folder = join(tmpdir(), 'relevo-phone');
  mkdirSync(folder, { recursive: true });
  return folder;
}

const welcome =
  '¡Hola! Soy *Relevo*, del programa de cuidado de su ciudad.\n\nCon un permiso suyo la registro y le busco _una clase gratis_ cerca de su casa.\n\n¿Me da permiso para guardar sus datos?';

/** A bot with one of each: buttons, a list, a link, formatting, a reaction to photos. */
function reply(item: Item): object | undefined {
  const to = { to: item.from, recipient: item.from_user_id };
  const said = item.text?.body ?? item.interactive?.button_reply?.id ?? item.interactive?.list_reply?.id ?? item.type;
  const interactive = (content: object) => ({ ...to, type: 'interactive', interactive: content });
  if (/^hola/i.test(said)) {
    const buttons = ['Sí, acepto', 'No por ahora', 'Quiero leer más'].map((title, i) => ({
      type: 'reply',
      reply: { id: `consent:${i}`, title },
    }));
    return interactive({
      type: 'button',
      body: { text: welcome },
      footer: { text: 'Escriba menú cuando quiera' },
      action: { buttons },
    });
  }
  if (said === 'consent:0') {
    const row = (id: string, title: string, description: string) => ({ id, title, description });
    const sections = [
      {
        title: 'Kennedy',
        rows: [
          row('s1', 'Manzana Bellavista', 'Calle 38 C Sur # 94 C-29'),
          row('s2', 'Manzana Timiza', 'Carrera 74 # 42 G-52 Sur'),
        ],
      },
      {
        title: 'Bosa',
        rows: [
          row('s3', 'Manzana Porvenir', 'Calle 51 Sur # 100-25'),
          row('s4', 'Bus del Cuidado', 'Esta semana en San Bernardino'),
        ],
      },
    ];
    return interactive({
      type: 'list',
      body: { text: '¡Gracias! ¿Cuál le queda más cerca?' },
      action: { button: 'Ver sitios', sections },
    });
  }
  if (said === 's2')
    return {
      ...to,
      text: {
        body: 'Quedó en *Timiza*. Hay 2 clases con cupo:\n- Yoga, lunes 8:00\n- Bachillerato flexible, martes 14:00\n> Puede llevar a sus hijos.\nMás: https://example.org/timiza',
      },
    };
  if (said === 'image') return { ...to, type: 'reaction', reaction: { message_id: item.id, emoji: '👍' } };
  return { ...to, text: { body: `Recibí: ${said}` } };
}
