import { z } from 'zod/v4';
import type { Answer } from './graphAnswer';
import { type ConnectionConfig, connectGraph } from './graphConnection';

/** One thing that was looked at. 'unknown': it could not be asked. `advice`: what to do, where something is to be done. */
export type Finding = { what: string; state: 'ok' | 'wrong' | 'unknown'; told: string; advice?: string };

export type CheckupConfig = ConnectionConfig & {
  phoneNumberId: string;
  accountId?: string;
  verifyToken: string;
  /** Where Meta reaches us. */
  publicUrl: string;
};

/** Looks at all that must be right at Meta's, and between Meta and us, before messages flow. Never rejects. */
export async function checkUp(config: CheckupConfig): Promise<Finding[]> {
  const connection = connectGraph(config);
  try {
    const number = read(await connection.ask('GET', `/${config.phoneNumberId}?fields=${NUMBER_FIELDS}`));
    return [
      token(number),
      ...(number.ok ? numberFindings(Number_.parse(number.said)) : []),
      await subscription(config, (path) => connection.ask('GET', path).then(read)),
      await webhook(config),
    ];
  } finally {
    connection.close();
  }
}

const NUMBER_FIELDS =
  'display_phone_number,verified_name,quality_rating,throughput,whatsapp_business_manager_messaging_limit,health_status';

type Said = { ok: true; said: unknown } | { ok: false; code?: number; told: string };

function read(answer: Answer): Said {
  if (answer.kind !== 'whole') return { ok: false, told: 'the Graph API did not answer' };
  const body = parsed(answer.body);
  if (answer.status === 200) return { ok: true, said: body };
  const error = Refused.safeParse(body).data?.error;
  return { ok: false, told: `answered ${error?.code ?? answer.status}`, ...(error && { code: error.code }) };
}

const Refused = z.object({ error: z.object({ code: z.number() }) });
const word = z.string().optional().catch(undefined);
// Fields come and go with Meta's versions: what is not there is not told.
const Number_ = z
  .object({
    display_phone_number: word,
    verified_name: word,
    quality_rating: word,
    whatsapp_business_manager_messaging_limit: word,
    throughput: z.object({ level: word }).optional().catch(undefined),
    health_status: z
      .object({
        can_send_message: word,
        entities: z
          .array(
            z.object({
              entity_type: word,
              can_send_message: word,
              errors: z
                .array(z.object({ error_description: word, possible_solution: word }))
                .catch([])
                .default([]),
            }),
          )
          .catch([])
          .default([]),
      })
      .optional()
      .catch(undefined),
  })
  .catch({});

function token(number: Said): Finding {
  const what = 'token';
  if (number.ok) return { what, state: 'ok', told: 'takes us to the number' };
  const { code, told } = number;
  if (code === 190)
    return wrong(what, told, 'Make a new one for the system user, without an end, and set WHATSAPP_ACCESS_TOKEN.');
  if (code === 100)
    return wrong(
      what,
      told,
      'It does not see the number: check WHATSAPP_PHONE_NUMBER_ID, and that the system user has the account.',
    );
  if (code === 10 || (code !== undefined && code >= 200 && code < 300))
    return wrong(what, told, 'Give it whatsapp_business_messaging and whatsapp_business_management.');
  return { what, state: 'unknown', told, advice: 'Check WHATSAPP_GRAPH_URL and the way out of this network.' };
}

function numberFindings(number: z.infer<typeof Number_>): Finding[] {
  const { display_phone_number: shown, verified_name: name, quality_rating: quality } = number;
  const limit = number.whatsapp_business_manager_messaging_limit;
  return [
    { what: 'number', state: 'ok', told: [shown, name].filter(Boolean).join(', ') || 'there' },
    ...(quality
      ? [
          quality === 'RED'
            ? wrong(
                'quality',
                quality,
                'People block or report us: see what is sent to whom. Meta may lower the limit.',
              )
            : ok('quality', quality),
        ]
      : []),
    ...(limit ? [ok('limit', `${limit} people a day outside their windows`)] : []),
    ...(number.throughput?.level ? [ok('throughput', `${number.throughput.level}; WHATSAPP_RATE is for that`)] : []),
    ...health(number.health_status),
  ];
}

function health(status: z.infer<typeof Number_>['health_status']): Finding[] {
  if (!status?.can_send_message) return [];
  if (status.can_send_message === 'AVAILABLE') return [ok('health', 'messages can be sent')];
  const blocked = status.entities.filter((entity) => entity.can_send_message !== 'AVAILABLE');
  const told = blocked.map((entity) => `${entity.entity_type}: ${entity.can_send_message}`).join('; ');
  const advice = blocked.flatMap(({ errors }) =>
    errors.map((error) => error.possible_solution ?? error.error_description ?? ''),
  );
  return [
    wrong('health', told || status.can_send_message, advice.filter(Boolean).join(' ') || 'See WhatsApp Manager.'),
  ];
}

async function subscription({ accountId }: CheckupConfig, ask: (path: string) => Promise<Said>): Promise<Finding> {
  const what = 'subscribed app';
  if (!accountId)
    return {
      what,
      state: 'unknown',
      told: 'WHATSAPP_ACCOUNT_ID is not set',
      advice: 'Set it, to have this looked at.',
    };
  const answer = await ask(`/${accountId}/subscribed_apps`);
  if (!answer.ok)
    return { what, state: 'unknown', told: answer.told, advice: 'The token needs whatsapp_business_management.' };
  const apps = z.object({ data: z.array(z.unknown()) }).safeParse(answer.said).data?.data ?? [];
  return apps.length > 0
    ? ok(what, 'the account sends its events')
    : wrong(what, 'none', `No event will come: POST /${accountId}/subscribed_apps with the token.`);
}

// As Meta does it when the address is typed in. It is asked from here, which is not where Meta asks from.
async function webhook({ publicUrl, verifyToken }: CheckupConfig): Promise<Finding> {
  const what = 'webhook';
  const challenge = String(Math.floor(1e9 * Math.random()));
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': challenge,
    'hub.verify_token': verifyToken,
  });
  const url = `${publicUrl}/webhooks/whatsapp`;
  const advice = `Meta must reach ${url} over HTTPS: check PUBLIC_URL, the proxy before us and that the service runs.`;
  try {
    const reply = await fetch(`${url}?${query}`, { signal: AbortSignal.timeout(10_000), redirect: 'error' });
    if (reply.status === 200 && (await reply.text()) === challenge)
      return url.startsWith('https:')
        ? ok(what, `answers at ${url}`)
        : wrong(what, `answers at ${url}`, 'Meta calls https only.');
    if (reply.status === 403)
      return wrong(what, 'answered 403', 'The service there has another WHATSAPP_VERIFY_TOKEN.');
    return wrong(what, `answered ${reply.status}`, advice);
  } catch {
    return wrong(what, 'did not answer', advice);
  }
}

function ok(what: string, told: string): Finding {
  return { what, state: 'ok', told };
}

function wrong(what: string, told: string, advice: string): Finding {
  return { what, state: 'wrong', told, advice };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
