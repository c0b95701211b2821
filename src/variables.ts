import { z } from 'zod/v4';
import { locales } from '../locales/all';
import { readPrices } from './domain/prices';
import { isNetwork } from './http/clientAddress';

/** How much the log says, from most to nothing. */
export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
const languages = Object.keys(locales) as (keyof typeof locales)[];
const appTypes = ['SingleTenant', 'MultiTenant'] as const;
const keyWanted = 'must be 32 bytes in base64: openssl rand -base64 32';
const text = z.string();
const hours = text.regex(/^\d{1,3}$/, 'must be hours, 0 to 999').transform(Number);
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

/** The environment as it is given: each variable, what it must be, and what it is when it is not set. */
export const variables = z.object({
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
  WHATSAPP_ACCOUNT_ID: text.regex(/^\d+$/, 'must be the id Meta gave the account, digits only').optional(),
  WHATSAPP_FORMS: z.enum(['on', 'off', 'draft'], 'must be on, off or draft').optional(),
  WHATSAPP_TYPING: z.enum(['on', 'off'], 'must be on or off').default('on'),
  WHATSAPP_PRICES: text
    .transform(readPrices)
    .refine((prices) => prices !== undefined, 'must be like USD,service=0.0008,utility=0.0008')
    .optional(),
  WEBCHAT_ORIGINS: list
    .refine((origins) => origins.every(isOrigin), 'must be origins like https://www.example.org, several with commas')
    .optional(),
  WEBCHAT_SECRETS: longSecrets.optional(),
  WEBCHAT_TOKEN_SECRETS: longSecrets.optional(),
  MICROSOFT_APP_ID: text.optional(),
  MICROSOFT_APP_PASSWORD: text.optional(),
  MICROSOFT_APP_TYPE: z.enum(appTypes, `must be one of ${appTypes.join(', ')}`).default('SingleTenant'),
  MICROSOFT_APP_TENANT_ID: text.optional(),
  BOT_SERVICE_HOSTS: list
    .refine(
      (hosts) => hosts.every((host) => /^\.?[a-z\d-]+(\.[a-z\d-]+)+$/.test(host)),
      'must be host names, several with commas',
    )
    .default(['smba.trafficmanager.net', '.botframework.com', '.botframework.azure.us']),
  TRUSTED_PROXIES: list
    .refine((proxies) => proxies.every(isNetwork), 'must be addresses or networks like 10.0.0.0/8, several with commas')
    .optional(),
  TRANSCRIPTION_URL: webUrl.optional(),
  TRANSCRIPTION_KEY: text.optional(),
  TRANSCRIPTION_MODEL: text.default('whisper-1'),
  OFFER_HOURS: hours.refine((given) => given > 0, 'must be at least 1').default(24),
  OFFER_MARGIN_HOURS: hours.default(2),
  PUBLIC_URL: webUrl.optional(),
  LOCALE: z.enum(languages, `must be one of ${languages.join(', ')}`).default('es'),
  TIME_ZONE: text.refine(isTimeZone, 'must be a time zone like America/Bogota').default('America/Bogota'),
  ATTENDANCE_CLOSES_DAYS: text
    .regex(/^[1-9]\d{0,2}$/, 'must be days, 1 to 999')
    .transform(Number)
    .default(8),
  ATTENDANCE_DIGEST_AT: text
    .regex(/^(0[7-9]|1\d):[0-5]\d$/, 'must be a time from 07:00 to 19:59, like 18:30')
    .default('18:30'),
  LINES_VIOLENCE: helpLines(
    'Línea Púrpura: 01 8000 112 137; WhatsApp Línea Púrpura: 300 755 1846; Línea 195, opción 7',
  ),
  LINES_LIFE: helpLines('Línea 106; WhatsApp Línea 106: 300 754 8933'),
  LINES_CARE: helpLines('ICBF, niñas y niños: 141; Línea Púrpura: 01 8000 112 137; Línea 195'),
  LINE_EMERGENCY: text.regex(/^[\d ]{2,20}$/, 'must be a number to call, like 123').default('123'),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
});

/** The environment as read. */
export type Variables = z.infer<typeof variables>;

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
