import { z } from 'zod/v4';
import { locales } from '../locales/all';
import type { HelpLines } from './domain/helpLines';
import { isNetwork } from './http/clientAddress';

/**
 * Everything about this installation that comes from outside. Without `databaseUrl` the embedded Postgres is used,
 * without `redisUrl` no cache beyond this process, without `whatsapp` the simulated phone.
 */
export type Config = {
  port: number;
  databaseUrl?: string;
  redisUrl?: string;
  dataDir: string;
  dataKey?: Buffer;
  whatsapp?: WhatsAppConfig;
  /**
   * The web chat. Pages of `origins` may use it besides our own; `secrets` are shown by servers that open conversations for
   * others; `tokenSecrets` sign the visitors' tokens, the first of them, and all are taken. Each may be empty.
   */
  webchat: { origins: string[]; secrets: string[]; tokenSecrets: string[] };
  /** Proxies whose word on where a request comes from is believed: addresses, or networks as 10.0.0.0/8. */
  trustedProxies: string[];
  graphUrl: string;
  graphVersion: string;
  /** Messages a second the number may send. */
  graphRate: number;
  publicUrl: string;
  /** The number people write to, in digits, for links and QR codes. */
  whatsappNumber?: string;
  locale: keyof typeof locales;
  timeZone: string;
  /** Who helps whoever writes words of danger. */
  lines: HelpLines;
  logLevel: (typeof logLevels)[number];
  production: boolean;
};

/** What Meta gave us for the number; several app secrets while one is being exchanged. */
export type WhatsAppConfig = { phoneNumberId: string; accessToken: string; appSecrets: string[]; verifyToken: string };

/** Reads the environment; all that is wrong with it is in the one error, by name and never with a value. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // Compose and Kubernetes hand on an unset variable as an empty one.
  const given = Object.fromEntries(Object.keys(variables.shape).map((name) => [name, env[name]?.trim() || undefined]));
  const read = variables.safeParse(given);
  const wrong = read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const faults = [...new Set([...wrong, ...missing(given)])];
  if (!read.success || faults.length > 0)
    throw new Error(`The environment is not as it must be:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  return toConfig(read.data);
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const languages = Object.keys(locales) as (keyof typeof locales)[];
const keyWanted = 'must be 32 bytes in base64: openssl rand -base64 32';
const whatsappNames = [
  'WHATSAPP_PHONE_NUMBER_ID',
  'WHATSAPP_ACCESS_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
];

const text = z.string();
const list = text.transform((parts) => parts.split(',').map((part) => part.trim()));
const longSecrets = list.refine(
  (secrets) => secrets.every((secret) => secret.length >= 32),
  'must be at least 32 characters each, several with commas: openssl rand -hex 32',
);
const webUrl = text
  .refine(isUrlOf('http:', 'https:'), 'must be a URL that begins with https:// or http://')
  .transform((url) => url.replace(/\/+$/, ''));

// As the city says them to whoever is in danger; those of Bogotá are what an installation has that sets none.
function helpLines(bogota: string) {
  return text
    .default(bogota)
    .transform((lines) => lines.split(';').map((line) => line.trim()))
    .refine(
      (lines) => lines.every((line) => /\d/.test(line)),
      'must be lines to call, parted by ";", each with a number',
    )
    .refine((lines) => lines.join('').length <= 300, 'must be at most 300 characters');
}

const variables = z.object({
  NODE_ENV: text.optional(),
  PORT: text.refine(isPort, 'must be a port, 0 to 65535').transform(Number).default(3978),
  DATABASE_URL: text
    .refine(isUrlOf('postgres:', 'postgresql:'), 'must be a URL like postgres://user:password@host:5432/name')
    .optional(),
  REDIS_URL: list
    .refine(
      (urls) => urls.every(isUrlOf('redis:', 'rediss:')),
      'must be redis://… or rediss://…, of a cluster several with commas',
    )
    .transform((urls) => urls.join(','))
    .optional(),
  DATA_DIR: text.default('.data'),
  DATA_KEY: z
    .base64(keyWanted)
    .transform((encoded) => Buffer.from(encoded, 'base64'))
    .refine((key) => key.length === 32, keyWanted)
    .optional(),
  WHATSAPP_PHONE_NUMBER_ID: text.regex(/^\d+$/, 'must be the id Meta gave the number, digits only').optional(),
  WHATSAPP_ACCESS_TOKEN: text.optional(),
  WHATSAPP_APP_SECRET: list
    .refine((secrets) => secrets.every(Boolean), 'must be one secret, or several with commas')
    .optional(),
  WHATSAPP_VERIFY_TOKEN: text.optional(),
  WHATSAPP_NUMBER: text
    .transform((number) => number.replace(/[\s+()-]/g, ''))
    .refine(
      (number) => /^[1-9]\d{6,14}$/.test(number),
      'must be the number with its country code, like +57 300 000 0000',
    )
    .optional(),
  WHATSAPP_GRAPH_URL: webUrl.default('https://graph.facebook.com'),
  WHATSAPP_GRAPH_VERSION: text.regex(/^v\d+\.\d+$/, 'must be like v25.0').default('v25.0'),
  WHATSAPP_RATE: text
    .regex(/^[1-9]\d{0,5}$/, 'must be messages a second, 1 to 999999')
    .transform(Number)
    .default(80),
  WEBCHAT_ORIGINS: list
    .refine((origins) => origins.every(isOrigin), 'must be origins like https://www.example.org, several with commas')
    .optional(),
  WEBCHAT_SECRETS: longSecrets.optional(),
  WEBCHAT_TOKEN_SECRETS: longSecrets.optional(),
  TRUSTED_PROXIES: list
    .refine((proxies) => proxies.every(isNetwork), 'must be addresses or networks like 10.0.0.0/8, several with commas')
    .optional(),
  PUBLIC_URL: webUrl.optional(),
  LOCALE: z.enum(languages, `must be one of ${languages.join(', ')}`).default('es'),
  TIME_ZONE: text.refine(isTimeZone, 'must be a time zone like America/Bogota').default('America/Bogota'),
  LINES_VIOLENCE: helpLines(
    'Línea Púrpura: 01 8000 112 137; WhatsApp Línea Púrpura: 300 755 1846; Línea 195, opción 7',
  ),
  LINES_LIFE: helpLines('Línea 106; WhatsApp Línea 106: 300 754 8933'),
  LINES_CARE: helpLines('ICBF, niñas y niños: 141; Línea Púrpura: 01 8000 112 137; Línea 195'),
  LINE_EMERGENCY: text.regex(/^[\d ]{2,20}$/, 'must be a number to call, like 123').default('123'),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

type Variables = z.infer<typeof variables>;

function missing(given: Record<string, string | undefined>): string[] {
  const production = given.NODE_ENV === 'production';
  const needs = (name: string, reason: string) => (given[name] ? [] : [`${name} must be set: ${reason}`]);
  const someWhatsApp = whatsappNames.some((name) => given[name]);
  return [
    ...(production ? needs('DATABASE_URL', 'NODE_ENV is production') : []),
    ...(production ? needs('REDIS_URL', 'NODE_ENV is production') : []),
    ...(given.DATABASE_URL ? needs('DATA_KEY', 'document numbers in the database are encrypted with it') : []),
    ...whatsappNames.flatMap((name) => {
      if (production) return needs(name, 'NODE_ENV is production');
      return someWhatsApp ? needs(name, 'WhatsApp needs all four, the simulated phone none') : [];
    }),
  ];
}

function toConfig(read: Variables): Config {
  const whatsapp = toWhatsApp(read);
  return {
    port: read.PORT,
    ...(read.DATABASE_URL && { databaseUrl: read.DATABASE_URL }),
    ...(read.REDIS_URL && { redisUrl: read.REDIS_URL }),
    dataDir: read.DATA_DIR,
    ...(read.DATA_KEY && { dataKey: read.DATA_KEY }),
    ...(whatsapp && { whatsapp }),
    webchat: {
      origins: read.WEBCHAT_ORIGINS ?? [],
      secrets: read.WEBCHAT_SECRETS ?? [],
      tokenSecrets: read.WEBCHAT_TOKEN_SECRETS ?? [],
    },
    trustedProxies: read.TRUSTED_PROXIES ?? [],
    graphUrl: read.WHATSAPP_GRAPH_URL,
    graphVersion: read.WHATSAPP_GRAPH_VERSION,
    graphRate: read.WHATSAPP_RATE,
    ...(read.WHATSAPP_NUMBER && { whatsappNumber: read.WHATSAPP_NUMBER }),
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    locale: read.LOCALE,
    timeZone: read.TIME_ZONE,
    lines: {
      violence: read.LINES_VIOLENCE,
      life: read.LINES_LIFE,
      care: read.LINES_CARE,
      emergency: read.LINE_EMERGENCY,
    },
    logLevel: read.LOG_LEVEL,
    production: read.NODE_ENV === 'production',
  };
}

function toWhatsApp(read: Variables): WhatsAppConfig | undefined {
  const { WHATSAPP_PHONE_NUMBER_ID: phoneNumberId, WHATSAPP_ACCESS_TOKEN: accessToken } = read;
  const { WHATSAPP_APP_SECRET: appSecrets, WHATSAPP_VERIFY_TOKEN: verifyToken } = read;
  return phoneNumberId && accessToken && appSecrets && verifyToken
    ? { phoneNumberId, accessToken, appSecrets, verifyToken }
    : undefined;
}

function isPort(digits: string): boolean {
  return /^\d{1,5}$/.test(digits) && Number(digits) <= 65_535;
}

function isUrlOf(...protocols: string[]): (url: string) => boolean {
  return (url) => URL.canParse(url) && protocols.includes(new URL(url).protocol);
}

function isOrigin(text: string): boolean {
  return isUrlOf('http:', 'https:')(text) && new URL(text).origin === text.replace(/\/$/, '');
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
