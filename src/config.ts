import type { locales } from '../locales/all';
import type { HelpLines } from './domain/helpLines';
import type { Prices } from './domain/prices';
import { type logLevels, type Variables, variables } from './variables';

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
  /** Bot Framework's other channels, through Azure Bot Service; on only with an app id and its secret. */
  botService?: {
    appId: string;
    password: string;
    type: 'MultiTenant' | 'SingleTenant';
    tenantId?: string;
    hosts: string[];
  };
  /** Proxies whose word on where a request comes from is believed: addresses, or networks as 10.0.0.0/8. */
  trustedProxies: string[];
  graphUrl: string;
  graphVersion: string;
  /** How long an offered place stands, and how long before a meeting it ends at the latest. */
  offerTerms: { hours: number; marginHours: number };
  /** Messages a second the number may send. */
  graphRate: number;
  /** The WhatsApp account's id at Meta; only needed for templates and forms. */
  accountId?: string;
  /** Whether people may fill in forms; absent: on the simulated phone only. `draft`: those not published yet, to try them. */
  forms?: 'on' | 'off' | 'draft';
  /** Whether people see that their message was read and is being answered. */
  typing: boolean;
  /** What messages cost; absent: they are counted only. */
  prices?: Prices;
  /** Writes down what people say; absent: voice notes are not heard. */
  transcription?: { url: string; key?: string; model: string };
  publicUrl: string;
  /** The number people write to, in digits, for links and QR codes. */
  whatsappNumber?: string;
  locale: keyof typeof locales;
  timeZone: string;
  /** How many days after its end a session may be marked. */
  attendanceClosesDays: number;
  /** When coordinators are told of what was not marked: a local time of day. */
  digestAt: string;
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

const whatsappNames = [
  'WHATSAPP_PHONE_NUMBER_ID',
  'WHATSAPP_ACCESS_TOKEN',
  'WHATSAPP_APP_SECRET',
  'WHATSAPP_VERIFY_TOKEN',
];

function missing(given: Record<string, string | undefined>): string[] {
  const production = given.NODE_ENV === 'production';
  const needs = (name: string, reason: string) => (given[name] ? [] : [`${name} must be set: ${reason}`]);
  const someWhatsApp = whatsappNames.some((name) => given[name]);
  return [
    ...(production ? needs('DATABASE_URL', 'NODE_ENV is production') : []),
    ...(production ? needs('REDIS_URL', 'NODE_ENV is production') : []),
    ...(given.DATABASE_URL ? needs('DATA_KEY', 'document numbers in the database are encrypted with it') : []),
    ...(given.MICROSOFT_APP_ID ? needs('MICROSOFT_APP_PASSWORD', 'MICROSOFT_APP_ID is set') : []),
    ...(given.MICROSOFT_APP_PASSWORD ? needs('MICROSOFT_APP_ID', 'MICROSOFT_APP_PASSWORD is set') : []),
    ...(given.MICROSOFT_APP_ID && given.MICROSOFT_APP_TYPE !== 'MultiTenant'
      ? needs('MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_TYPE is SingleTenant')
      : []),
    ...(given.TRANSCRIPTION_KEY || given.TRANSCRIPTION_MODEL
      ? needs('TRANSCRIPTION_URL', 'the other TRANSCRIPTION_ settings are for what answers there')
      : []),
    ...(given.WHATSAPP_FORMS && given.WHATSAPP_FORMS !== 'off' && given.WHATSAPP_ACCESS_TOKEN
      ? needs('WHATSAPP_ACCOUNT_ID', 'the forms of WHATSAPP_FORMS are looked up there')
      : []),
    ...whatsappNames.flatMap((name) => {
      if (production) return needs(name, 'NODE_ENV is production');
      return someWhatsApp ? needs(name, 'WhatsApp needs all four, the simulated phone none') : [];
    }),
  ];
}

function toConfig(read: Variables): Config {
  const whatsapp = toWhatsApp(read);
  const botService = toBotService(read);
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
    ...(botService && { botService }),
    trustedProxies: read.TRUSTED_PROXIES ?? [],
    graphUrl: read.WHATSAPP_GRAPH_URL,
    graphVersion: read.WHATSAPP_GRAPH_VERSION,
    offerTerms: { hours: read.OFFER_HOURS, marginHours: read.OFFER_MARGIN_HOURS },
    graphRate: read.WHATSAPP_RATE,
    ...(read.WHATSAPP_ACCOUNT_ID && { accountId: read.WHATSAPP_ACCOUNT_ID }),
    ...(read.WHATSAPP_FORMS && { forms: read.WHATSAPP_FORMS }),
    typing: read.WHATSAPP_TYPING === 'on',
    ...(read.WHATSAPP_PRICES && { prices: read.WHATSAPP_PRICES }),
    ...(read.WHATSAPP_NUMBER && { whatsappNumber: read.WHATSAPP_NUMBER }),
    ...toTranscription(read),
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    locale: read.LOCALE,
    timeZone: read.TIME_ZONE,
    attendanceClosesDays: read.ATTENDANCE_CLOSES_DAYS,
    digestAt: read.ATTENDANCE_DIGEST_AT,
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

function toBotService(read: Variables): Config['botService'] {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId } = read;
  if (!appId || !password) return undefined;
  const { MICROSOFT_APP_TYPE: type, BOT_SERVICE_HOSTS: hosts } = read;
  return { appId, password, type, hosts, ...(tenantId && { tenantId }) };
}

function toTranscription(read: Variables): Pick<Config, 'transcription'> {
  const { TRANSCRIPTION_URL: url, TRANSCRIPTION_MODEL: model, TRANSCRIPTION_KEY: key } = read;
  return url ? { transcription: { url, model, ...(key && { key }) } } : {};
}
