import nock from 'nock';
import { createGraph } from '../../../src/channels/whatsapp/graph';

const TEXT = { type: 'text', text: { body: 'Hola' } } as const;
const ANA = { phone: '573009998877', bsuid: 'CO.1' };
const config = { version: 'v26.0', phoneNumberId: '1065', accessToken: 'secret-token' };

describe('against graph.facebook.com', () => {
  const meta = createGraph({ ...config, url: 'https://graph.facebook.com' });
  afterAll(() => meta.close());

  test('a post goes to the version and number of the configuration', async () => {
    const scope = nock('https://graph.facebook.com', { reqheaders: { authorization: 'Bearer secret-token' } })
      .post('/v26.0/1065/messages', (body) => body.to === '+573009998877' && body.biz_opaque_callback_data === '7')
      .reply(200, { messaging_product: 'whatsapp', messages: [{ id: 'wamid.M', message_status: 'accepted' }] });
    expect(await meta.send(ANA, TEXT, '7')).toEqual({ kind: 'accepted', providerId: 'wamid.M' });
    expect(scope.isDone()).toBe(true);
  });

  test('a refusal is read', async () => {
    nock('https://graph.facebook.com')
      .post('/v26.0/1065/messages')
      .reply(400, { error: { code: 131042 } });
    expect(await meta.send(ANA, TEXT, '7')).toEqual({ kind: 'refused', code: 131042, action: 'stop_line' });
  });
});
