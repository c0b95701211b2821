import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config';
import { dataKey } from '../src/dataKey';
import { projectFile } from '../src/projectFiles';

const key = Buffer.alloc(32, 7);
const whatsapp = {
  WHATSAPP_PHONE_NUMBER_ID: '106540352242922',
  WHATSAPP_ACCESS_TOKEN: 'token',
  WHATSAPP_APP_SECRET: 'new, old',
  WHATSAPP_VERIFY_TOKEN: 'verify',
};
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://relevo:x@db/relevo',
  REDIS_URL: 'rediss://a:6379, rediss://b:6379',
  DATA_KEY: key.toString('base64'),
  ...whatsapp,
};

test('an empty environment is a bare machine: embedded Postgres, no Redis, the simulated phone', () => {
  expect(readConfig({})).toEqual({
    port: 3978,
    dataDir: '.data',
    webchat: { origins: [], secrets: [], tokenSecrets: [] },
    trustedProxies: [],
    graphUrl: 'https://graph.facebook.com',
    graphVersion: 'v25.0',
    offerTerms: { hours: 24, marginHours: 2 },
    graphRate: 80,
    typing: true,
    publicUrl: 'http://localhost:3978',
    locale: 'es',
    timeZone: 'America/Bogota',
    attendanceClosesDays: 8,
    digestAt: '18:30',
    lines: {
      violence: ['Línea Púrpura: 01 8000 112 137', 'WhatsApp Línea Púrpura: 300 755 1846', 'Línea 195, opción 7'],
      life: ['Línea 106', 'WhatsApp Línea 106: 300 754 8933'],
      care: ['ICBF, niñas y niños: 141', 'Línea Púrpura: 01 8000 112 137', 'Línea 195'],
      emergency: '123',
    },
    logLevel: 'info',
    production: false,
  });
});

test('an empty variable is an absent one', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', WHATSAPP_ACCESS_TOKEN: '', LOCALE: '' })).toEqual(readConfig({}));
});

test('a production environment is read whole', () => {
  const given = {
    ...production,
    PORT: '80',
    PUBLIC_URL: 'https://relevo.example.org/',
    LOCALE: 'en',
    LOG_LEVEL: 'warn',
    LINES_VIOLENCE: 'Casa Rosa: 555 0101; 555 0102',
    LINES_LIFE: 'Vida: 555 0103',
    LINES_CARE: 'Niñez: 555 0104',
    LINE_EMERGENCY: '911',
  };
  expect(readConfig({ ...given, TIME_ZONE: 'America/Mexico_City', DATA_DIR: '/data' })).toEqual({
    port: 80,
    databaseUrl: 'postgres://relevo:x@db/relevo',
    redisUrl: 'rediss://a:6379,rediss://b:6379',
    dataDir: '/data',
    dataKey: key,
    whatsapp: {
      phoneNumberId: '106540352242922',
      accessToken: 'token',
      appSecrets: ['new', 'old'],
      verifyToken: 'verify',
    },
    typing: true,
    webchat: { origins: [], secrets: [], tokenSecrets: [] },
    trustedProxies: [],
    graphUrl: 'https://graph.facebook.com',
    graphVersion: 'v25.0',
    offerTerms: { hours: 24, marginHours: 2 },
    graphRate: 80,
    publicUrl: 'https://relevo.example.org',
    locale: 'en',
    timeZone: 'America/Mexico_City',
    attendanceClosesDays: 8,
    digestAt: '18:30',
    lines: {
      violence: ['Casa Rosa: 555 0101', '555 0102'],
      life: ['Vida: 555 0103'],
      care: ['Niñez: 555 0104'],
      emergency: '911',
    },
    logLevel: 'warn',
    production: true,
  });
});

test('all that is missing in production is listed at once', () => {
  expect(faults({ NODE_ENV: 'production' })).toEqual([
    'DATABASE_URL must be set: NODE_ENV is production',
    'REDIS_URL must be set: NODE_ENV is production',
    'WHATSAPP_PHONE_NUMBER_ID must be set: NODE_ENV is production',
    'WHATSAPP_ACCESS_TOKEN must be set: NODE_ENV is production',
    'WHATSAPP_APP_SECRET must be set: NODE_ENV is production',
    'WHATSAPP_VERIFY_TOKEN must be set: NODE_ENV is production',
  ]);
});

test.each(['DATABASE_URL', 'REDIS_URL', 'DATA_KEY', ...Object.keys(whatsapp)])(
  'production is refused without %s',
  (name) => {
    expect(faults({ ...production, [name]: '' })).toEqual([expect.stringContaining(`${name} must be set`)]);
  },
);

test('some of the WhatsApp credentials, but not all, is a fault', () => {
  expect(faults({ WHATSAPP_PHONE_NUMBER_ID: '1', WHATSAPP_APP_SECRET: 's' })).toEqual([
    'WHATSAPP_ACCESS_TOKEN must be set: WhatsApp needs all four, the simulated phone none',
    'WHATSAPP_VERIFY_TOKEN must be set: WhatsApp needs all four, the simulated phone none',
  ]);
});

test('a service that writes speech down needs its address, and nothing else', () => {
  const url = 'http://127.0.0.1:9000/v1/audio/transcriptions';
  expect(readConfig({ TRANSCRIPTION_URL: url }).transcription).toEqual({ url, model: 'whisper-1' });
  expect(
    readConfig({ TRANSCRIPTION_URL: url, TRANSCRIPTION_KEY: 'k', TRANSCRIPTION_MODEL: 'm' }).transcription,
  ).toEqual({
    url,
    key: 'k',
    model: 'm',
  });
  expect(readConfig({}).transcription).toBeUndefined();
  expect(faults({ TRANSCRIPTION_KEY: 'k' })).toEqual([expect.stringMatching(/^TRANSCRIPTION_URL must be set/)]);
});

test('a database of the operator needs a key of the operator', () => {
  expect(faults({ DATABASE_URL: 'postgres://db/relevo' })).toEqual([expect.stringMatching(/^DATA_KEY must be set/)]);
});

test.each([
  ['PORT', '65537'],
  ['PORT', '-1'],
  ['PORT', '0x50'],
  ['DATABASE_URL', 'mysql://db/relevo'],
  ['DATABASE_URL', 'db'],
  ['REDIS_URL', 'localhost:6379'],
  ['REDIS_URL', 'redis://a:6379,b:6379'],
  ['DATA_KEY', 'c2hvcnQ='],
  ['DATA_KEY', '*'.repeat(44)],
  ['WHATSAPP_PHONE_NUMBER_ID', '+57 300'],
  ['WHATSAPP_APP_SECRET', 'one,,two'],
  ['WHATSAPP_GRAPH_URL', 'graph.facebook.com'],
  ['WHATSAPP_GRAPH_VERSION', '24'],
  ['WEBCHAT_ORIGINS', 'chat.example.org'],
  ['WEBCHAT_ORIGINS', 'https://www.example.org/chat'],
  ['WEBCHAT_SECRETS', 'short'],
  ['WEBCHAT_TOKEN_SECRETS', `${'x'.repeat(32)},short`],
  ['TRUSTED_PROXIES', '10.0.0.0/8, proxy.example.org'],
  ['PUBLIC_URL', 'ftp://relevo.example.org'],
  ['LOCALE', 'fr'],
  ['LOCALE', 'toString'],
  ['TIME_ZONE', 'America/Bogotá'],
  ['LOG_LEVEL', 'loud'],
  ['ATTENDANCE_DIGEST_AT', '20:30'],
  ['ATTENDANCE_DIGEST_AT', '7:30'],
  ['LINES_VIOLENCE', 'Casa Rosa: 555 0101; la policía'],
  ['LINES_LIFE', `1${'x'.repeat(300)}`],
  ['LINE_EMERGENCY', 'policía'],
])('%s=%s is refused, by name and without its value', (name, value) => {
  const found = faults({ ...production, [name]: value });
  expect(found).toEqual([expect.stringMatching(`^${name} must be `)]);
  expect(found.join()).not.toContain(value);
});

test('all faults are listed at once', () => {
  expect(faults({ PORT: 'x', LOCALE: 'x', TIME_ZONE: 'x', DATABASE_URL: 'x' })).toHaveLength(5);
});

test('deployment/env.example names the variables that are read, no others', () => {
  const asked = new Set<string>();
  readConfig(
    new Proxy({} as NodeJS.ProcessEnv, {
      get: (_, name) => {
        asked.add(String(name));
        return undefined;
      },
    }),
  );
  const example = readFileSync(projectFile('deployment', 'env.example'), 'utf8');
  const named = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual([...asked].sort());
});

describe('the data key', () => {
  const folder = () => join(mkdtempSync(join(tmpdir(), 'relevo-key-')), 'data');

  test('of the operator is the one used', () => {
    expect(dataKey({ dataKey: key, dataDir: '/nowhere' })).toEqual(key);
  });

  test('is otherwise made once and kept, for our eyes only', () => {
    const dataDir = folder();
    const made = dataKey({ dataDir });
    expect(made).toHaveLength(32);
    expect(dataKey({ dataDir })).toEqual(made);
    expect(dataKey({ dataDir: folder() })).not.toEqual(made);
    expect(statSync(join(dataDir, 'data.key')).mode & 0o777).toBe(0o600);
  });

  test('that was damaged is never replaced', () => {
    const dataDir = folder();
    dataKey({ dataDir });
    writeFileSync(join(dataDir, 'data.key'), 'half');
    expect(() => dataKey({ dataDir })).toThrow('does not hold 32 bytes in base64');
    expect(readFileSync(join(dataDir, 'data.key'), 'utf8')).toBe('half');
  });
});

function faults(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env);
  } catch (fault) {
    return fault instanceof Error ? fault.message.split('\n- ').slice(1) : [];
  }
  return [];
}

test('prices, the account and the marks that a message was read are read', () => {
  const given = {
    WHATSAPP_PRICES: 'USD,service=0.0008',
    WHATSAPP_ACCOUNT_ID: '222',
    WHATSAPP_TYPING: 'off',
    WHATSAPP_FORMS: 'draft',
  };
  expect(readConfig(given)).toMatchObject({
    prices: { currency: 'USD', of: { service: 0.0008 } },
    accountId: '222',
    forms: 'draft',
    typing: false,
  });
  const noAccount = { ...whatsapp, WHATSAPP_FORMS: 'on' };
  expect(() => readConfig(noAccount)).toThrow(/WHATSAPP_ACCOUNT_ID must be set/);
  const wrong = { WHATSAPP_PRICES: 'cheap', WHATSAPP_ACCOUNT_ID: 'x', WHATSAPP_TYPING: 'maybe' };
  expect(() => readConfig(wrong)).toThrow(/ACCOUNT_ID.*\n.*TYPING.*\n.*PRICES must be like USD/);
});
