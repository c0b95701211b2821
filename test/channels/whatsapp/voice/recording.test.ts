import { fetchRecording } from '../../../../src/channels/whatsapp/voice/recording';
import { transcribe } from '../../../../src/channels/whatsapp/voice/transcription';
import { type EarServer, json, startEarServer } from './earServer';

let ear: EarServer;
beforeEach(async () => {
  ear = await startEarServer();
});
afterEach(() => ear.close());

const fetched = (signal = AbortSignal.timeout(5000)) =>
  fetchRecording({ url: ear.url, version: 'v25.0', phoneNumberId: '106', accessToken: 'token' }, '77', signal);
const heard = (mimeType = 'audio/ogg', signal = AbortSignal.timeout(5000)) =>
  transcribe(
    { url: `${ear.url}/words`, key: 'key', model: 'whisper-1' },
    { bytes: Buffer.from('OggS'), mimeType },
    { locale: 'es', signal },
  );
const words = (text: unknown) => {
  ear.answers.words = json({ text });
  return heard();
};

describe('a recording', () => {
  test('is fetched in two steps, both with the token', async () => {
    await expect(fetched()).resolves.toEqual({ bytes: Buffer.from('OggS'), mimeType: 'audio/ogg; codecs=opus' });
    expect(ear.asked).toMatchObject([
      { path: '/v25.0/77?phone_number_id=106', authorization: 'Bearer token' },
      { path: '/files/1', authorization: 'Bearer token' },
    ]);
  });

  test.each([
    'https://example.org/x',
    'http://lookaside.fbsbx.com/x',
    'https://fbsbx.com.example.org/x',
    'https://evilfbsbx.com/x',
    'file:///etc/passwd',
    'http://169.254.169.254/x',
    'no address',
  ])('at %s is not asked for: the token goes to Meta only', async (url) => {
    ear.answers.place = json({ url, mime_type: 'audio/ogg', file_size: 4 });
    await expect(fetched()).rejects.toMatchObject({ code: 'MEDIA_PLACE' });
    expect(ear.asked).toHaveLength(1);
  });

  test('that leads elsewhere is not followed', async () => {
    ear.answers.file = (response, url) => {
      response.writeHead(302, { location: `${url}/words` });
      response.end();
    };
    await expect(fetched()).rejects.toThrow();
    expect(ear.asked.map(({ path }) => path)).not.toContain('/words');
  });

  test('that is gone is told by its status', async () => {
    ear.answers.place = json({ error: { code: 100 } }, 404);
    await expect(fetched()).rejects.toMatchObject({ code: 'MEDIA_404' });
    ear.answers.place = undefined as never;
    ear.answers.file = json({}, 401);
    await expect(fetched()).rejects.toMatchObject({ code: 'FILE_401' });
  });

  test('that is too long is not read to its end, whatever its size was said to be', async () => {
    ear.answers.place = json({ url: `${ear.url}/files/1`, file_size: 17 * 1024 * 1024 });
    await expect(fetched()).rejects.toMatchObject({ code: 'TOO_LONG' });
    ear.answers.place = json({ url: `${ear.url}/files/1`, file_size: 4 });
    let written = 0;
    ear.answers.file = (response) => {
      const more = () => {
        while (!response.destroyed && written < 60 * 1024 * 1024) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    };
    await expect(fetched()).rejects.toMatchObject({ code: 'TOO_LONG' });
    expect(written).toBeLessThan(40 * 1024 * 1024);
  });

  test('that never comes is given up in time', async () => {
    ear.answers.file = () => {};
    await expect(fetched(AbortSignal.timeout(100))).rejects.toThrow();
  });
});

describe('the service that writes down', () => {
  test('is given the recording, the model and her language', async () => {
    await expect(heard()).resolves.toBe('Menú');
    const [{ authorization, body } = { authorization: '', body: '' }] = ear.asked;
    expect(authorization).toBe('Bearer key');
    expect(body).toMatch(/name="file"; filename="voice\.ogg"\r\nContent-Type: audio\/ogg\r\n\r\nOggS\r\n/);
    expect(body).toMatch(/name="model"\r\n\r\nwhisper-1\r\n/);
    expect(body).toMatch(/name="language"\r\n\r\nes\r\n/);
  });

  test.each([
    ['audio/mp4', 'm4a'],
    ['audio/mpeg', 'mp3'],
    ['audio/amr', 'amr'],
    ['', 'ogg'],
  ])('is told what %j is by the name voice.%s', async (type, ending) => {
    await heard(type);
    expect(ear.asked[0]?.body).toContain(`filename="voice.${ending}"`);
  });

  test('hears nothing where there are no words', async () => {
    await expect(words(' . ')).resolves.toBeUndefined();
    await expect(words('')).resolves.toBeUndefined();
  });

  test('gives words as we keep them', async () => {
    await expect(words('a\u0000b\ud800. ')).resolves.toBe('ab');
    await expect(words('x'.repeat(9000))).resolves.toHaveLength(4096);
  });

  test.each([
    ['an error', json({}, 500), 'TRANSCRIPTION_500'],
    ['something else', json({ words: 'x' }), 'TRANSCRIPTION_SHAPE'],
    ['far too much', json({ text: 'x'.repeat(300_000) }), 'TOO_LONG'],
  ])('that answers %s is not believed', async (_what, answer, code) => {
    ear.answers.words = answer;
    await expect(heard()).rejects.toMatchObject({ code });
  });

  test('that answers no JSON is not believed', async () => {
    ear.answers.words = (response) => void response.end('<html>');
    await expect(heard()).rejects.toThrow();
  });
});
