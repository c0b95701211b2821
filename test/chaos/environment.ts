/** What a service of the fault tests is started with. */
export type Environment = {
  databaseUrl: string;
  redisUrl?: string;
  graphUrl: string;
  /** 0, the default, takes a free one. */
  port?: number;
  timeZone?: string;
  /** Messages a second the number may send. */
  rate?: number;
  trustedProxies?: string;
  logLevel?: string;
};

/** The business number of the fault tests, as the stand-in is opened with. */
export const number = {
  phoneNumberId: '106540352242922',
  accessToken: 'fault-test-token',
  appSecret: 'fault-test-secret',
  verifyToken: 'fault-test-verify',
};

/** The key of the fault tests. */
export const dataKey = Buffer.alloc(32, 7);

/** The variables that src/config.ts reads. */
export function environment(given: Environment): Record<string, string> {
  return {
    PORT: String(given.port ?? 0),
    DATABASE_URL: given.databaseUrl,
    DATA_KEY: dataKey.toString('base64'),
    ...(given.redisUrl && { REDIS_URL: given.redisUrl }),
    WHATSAPP_GRAPH_URL: given.graphUrl,
    WHATSAPP_PHONE_NUMBER_ID: number.phoneNumberId,
    WHATSAPP_ACCESS_TOKEN: number.accessToken,
    WHATSAPP_APP_SECRET: number.appSecret,
    WHATSAPP_VERIFY_TOKEN: number.verifyToken,
    LOG_LEVEL: given.logLevel ?? 'silent',
    ...(given.rate && { WHATSAPP_RATE: String(given.rate) }),
    ...(given.trustedProxies && { TRUSTED_PROXIES: given.trustedProxies }),
    ...(given.timeZone && { TIME_ZONE: given.timeZone }),
  };
}
