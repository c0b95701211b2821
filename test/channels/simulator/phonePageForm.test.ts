import type { Browser } from 'playwright-core';
import { consentInForm } from '../../../dialogs/registrationForm';
import { readFlowFiles } from '../../../src/channels/whatsapp/flowFiles';
import { projectFile } from '../../../src/projectFiles';
import { openBrowser, withBrowser } from './browser';
import { openPage } from './phonePageBot';

const [, es] = readFlowFiles(projectFile('deployment', 'whatsapp', 'flows'));
const data = {
  consent: consentInForm('es'),
  shown: '1 es',
  documents: [{ id: 'CC', title: 'Cédula de ciudadanía', description: 'La cédula colombiana' }],
  sites: [{ id: 's1', title: 'Campo Verde', description: 'Bosa, Calle 85 Sur # 94-35' }],
  asks_site: true,
};

withBrowser('a form on the simulated phone', (chromium) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser(chromium);
  });
  afterAll(() => browser.close());

  test.each([
    ['wide', { width: 1280, height: 900 }, 'light'],
    ['narrow and dark', { width: 360, height: 640 }, 'dark'],
  ] as const)('is opened, filled in and sent, on a %s screen', async (name, size, scheme) => {
    const flows = [{ name: 'registration', json: es?.text ?? '' }];
    const { service, phone, log, write, shot, close } = await openPage(browser, size, scheme, { flows });
    await write('María Pérez', 'aló');
    await log('María Pérez').getByText('Recibí: aló').waitFor();
    const parameters = {
      ...{ flow_message_version: '3', flow_id: service.standIn.account.flows.all()[0]?.id, flow_token: 't' },
      ...{ flow_cta: 'Llenar mis datos', flow_action: 'navigate' },
      flow_action_payload: { screen: 'REGISTRATION', data },
    };
    const interactive = { type: 'flow', body: { text: 'Toque el botón.' }, action: { name: 'flow', parameters } };
    await service.send({ to: '573001112233', type: 'interactive', interactive });

    await shot(`form-bubble-${size.width}`);
    await log('María Pérez').getByRole('button', { name: 'Llenar mis datos' }).click();
    const sheet = phone('María Pérez').getByRole('dialog', { name: 'Registro' });
    const send = sheet.getByRole('button', { name: 'Enviar' });
    await sheet.getByText('¿Nos da su permiso?').waitFor();
    await shot(`form-empty-${size.width}`);
    await sheet.getByLabel('Nombres').fill('María');
    await sheet.getByLabel('Documento').selectOption('CC');
    await sheet.getByLabel(/Número/).fill('52.123.456');
    await sheet.getByLabel(/Sede/).selectOption('s1');
    expect(await send.isDisabled()).toBe(true);
    await sheet.getByLabel('Sí, doy mi permiso').check();
    await shot(`form-filled-${size.width}`);
    await send.click();
    await log('María Pérez').getByText('Recibí: interactive').waitFor();
    await shot(`form-sent-${size.width}`);
    const { response_json: answers } = service.messages().at(-1).interactive.nfm_reply;
    expect([name, JSON.parse(answers)]).toEqual([
      name,
      {
        ...{ form: 'registration', shown: '1 es', first_names: 'María', last_names: '', document: 'CC' },
        ...{ number: '52.123.456', site: 's1', consent: true, flow_token: 't' },
      },
    ]);
    expect(await close()).toEqual([]);
  });
});
