import { readFlowFiles } from '../../../src/channels/whatsapp/flowFiles';
import { controlRoutes } from '../../../src/channels/whatsapp/simulator/control/controlRoutes';
import type { Filled } from '../../../src/channels/whatsapp/simulator/phone/form';
import { projectFile } from '../../../src/projectFiles';
import { type EchoService, openEchoService } from './echoService';

const [, es] = readFlowFiles(projectFile('deployment', 'whatsapp', 'flows'));
const data = {
  consent: 'Necesito su permiso.',
  shown: '1 es',
  documents: [{ id: 'CC', title: 'Cédula' }],
  sites: [{ id: 's1', title: 'Suba', description: 'Suba' }],
  asks_site: true,
};
const filled = { first_names: 'Ana', document: 'Cédula', number: '52123456', site: 's1', consent: true };
const her = { name: 'Ana', phone: '573001112233' };

let service: EchoService;
beforeEach(async () => {
  service = await openEchoService(
    { flows: [{ name: 'registration', json: es?.text ?? '' }], routes: controlRoutes },
    { reply: () => undefined },
  );
  service.standIn.person(her).says('hola');
});
afterEach(() => service.close());

function message(payload: object, more: object = {}) {
  const id = service.standIn.account.flows.all()[0]?.id;
  const named = { flow_message_version: '3', flow_id: id, flow_cta: 'Llenar', flow_token: 'our token' };
  const parameters = { ...named, flow_action: 'navigate', flow_action_payload: payload, ...more };
  const interactive = { type: 'flow', body: { text: 'Llene' }, action: { name: 'flow', parameters } };
  return service.send({ to: her.phone, type: 'interactive', interactive });
}
const answers = () =>
  service
    .messages()
    .flatMap(({ interactive }) => (interactive ? [JSON.parse(interactive.nfm_reply.response_json)] : []));

test('a form is shown as it was filled, and comes back with what she answers and our token', async () => {
  expect((await message({ screen: 'REGISTRATION', data })).status).toBe(200);
  const person = service.standIn.person(her);
  const bubble = person.thread().at(-1);
  expect(bubble).toMatchObject({ shownAs: 'form', open: 'Llenar', form: { title: 'Registro', send: 'Enviar' } });
  expect(JSON.stringify(bubble?.form?.parts)).toContain('Necesito su permiso.');
  person.fills(filled);
  person.fills({ ...filled, number: '' }, bubble?.id);
  await service.standIn.settled(2000);
  const same = { form: 'registration', shown: '1 es', first_names: 'Ana', last_names: '', document: 'CC' };
  expect(answers()).toEqual([
    { ...same, number: '52123456', site: 's1', consent: true, flow_token: 'our token' },
    { ...same, number: '', site: 's1', consent: true, flow_token: 'our token' },
  ]);
  expect(service.messages()[1].context).toMatchObject({ id: bubble?.id });
});

test.each([
  ['without her name', { first_names: '' }, 'wants "Nombres" filled in'],
  ['without her permission', { consent: false }, 'wants "Sí, doy mi permiso" filled in'],
  ['with a document there is not', { document: 'DNI' }, 'has no "DNI"'],
] as [string, Filled, string][])('the phone lets nobody send it %s', async (_, change, said) => {
  await message({ screen: 'REGISTRATION', data });
  const person = service.standIn.person(her);
  expect(() => person.fills({ ...filled, ...change })).toThrow(said);
});

test.each([
  ['of a screen there is not', { screen: 'OTHER', data }, {}, 131009],
  ['without what its screen needs', { screen: 'REGISTRATION', data: { ...data, sites: undefined } }, {}, 131008],
  ['with data of another type', { screen: 'REGISTRATION', data: { ...data, asks_site: 'yes' } }, {}, 131009],
  ['with data nobody declared', { screen: 'REGISTRATION', data: { ...data, more: '1' } }, {}, 131009],
  ['with nothing to choose from', { screen: 'REGISTRATION', data: { ...data, sites: [] } }, {}, 131009],
  [
    'with a title too long',
    { screen: 'REGISTRATION', data: { ...data, sites: [{ id: '1', title: 'x'.repeat(31) }] } },
    {},
    131009,
  ],
  ['without a token', { screen: 'REGISTRATION', data }, { flow_token: undefined }, 131008],
  ['with a long label', { screen: 'REGISTRATION', data }, { flow_cta: 'x'.repeat(21) }, 131009],
])('a form %s is refused', async (_, payload, more, code) => {
  expect((await message(payload, more)).json.error.code).toBe(code);
});

test('by a control route it is filled in, sent twice, sent broken, or refused as the phone would', async () => {
  const post = async (path: string, body: object) => {
    const options = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${service.standIn.url}/simulator/${path}`, options)).status;
  };
  expect(await post('fill', { phone: her.phone, values: filled })).toBe(409);
  await message({ screen: 'REGISTRATION', data });
  expect(await post('fill', { phone: her.phone, values: filled })).toBe(200);
  expect(await post('fill', { phone: her.phone, values: filled })).toBe(200);
  expect(await post('fill', { phone: her.phone, values: { ...filled, consent: false } })).toBe(409);
  expect(await post('send', { phone: her.phone, thing: { kind: 'flowReply', response: '[]' } })).toBe(200);
  await service.standIn.settled(2000);
  expect(answers()).toEqual([
    expect.objectContaining({ number: '52123456', flow_token: 'our token' }),
    expect.objectContaining({ number: '52123456', flow_token: 'our token' }),
    [],
  ]);
});
