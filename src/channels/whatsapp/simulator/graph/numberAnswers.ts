import type { HttpRequest } from '../../../../http/message';
import type { GraphAccount } from './account';
import { graphError, unknownObject } from './errors';
import type { Json } from './fields';

type Answer = { status: number; body: Json };

/** `GET /{phone number id}`: the fields that are asked for, among them the number's health. */
export function numberSheet(account: GraphAccount, query: URLSearchParams): Json {
  const { health, displayPhone, verifiedName, wabaId, phoneNumberId } = account;
  const errors = [
    { error_code: 141000, error_description: 'Set so by the simulator.', possible_solution: 'Set it back.' },
  ];
  const state = { can_send_message: health, ...(health !== 'AVAILABLE' && { errors }) };
  const entity = (entity_type: string, id: string) => ({ entity_type, id, ...state });
  const sheet: Json = {
    verified_name: verifiedName,
    display_phone_number: displayPhone,
    code_verification_status: 'VERIFIED',
    quality_rating: health === 'AVAILABLE' ? 'GREEN' : 'RED',
    platform_type: 'CLOUD_API',
    status: 'CONNECTED',
    name_status: 'APPROVED',
    throughput: { level: 'STANDARD' },
    whatsapp_business_manager_messaging_limit: 'TIER_2K',
    messaging_limit_tier: 'TIER_2K',
    health_status: {
      can_send_message: health,
      entities: [
        entity('PHONE_NUMBER', phoneNumberId),
        entity('WABA', wabaId),
        entity('BUSINESS', '1'),
        entity('APP', '2'),
      ],
    },
  };
  const fields = query.get('fields')?.split(',') ?? ['verified_name', 'display_phone_number', 'quality_rating'];
  const shown = fields.filter((field) => field in sheet).map((field) => [field, sheet[field]]);
  return { ...Object.fromEntries(shown), id: phoneNumberId };
}

/** `GET /debug_token?input_token=…`: what a token may do, and until when. */
export function tokenSheet(account: GraphAccount, query: URLSearchParams): Answer {
  const { accessToken, tokenUntil, now } = account;
  const isOurs = query.get('input_token') === accessToken;
  const isValid = isOurs && (tokenUntil === undefined || tokenUntil > now());
  const scopes = ['whatsapp_business_management', 'whatsapp_business_messaging'];
  const expires_at = tokenUntil === undefined ? 0 : Math.floor(tokenUntil / 1000);
  const data = isOurs
    ? { type: 'SYSTEM_USER', app_id: '2', is_valid: isValid, expires_at, scopes }
    : { is_valid: false };
  return { status: 200, body: { data } };
}

/** `/{account id}/subscribed_apps`: whether our app gets webhooks. */
export function answerSubscription(account: GraphAccount, { method }: HttpRequest): Answer {
  if (method === 'GET') {
    const data = account.isSubscribed ? [{ whatsapp_business_api_data: { id: '2', name: 'App' } }] : [];
    return { status: 200, body: { data } };
  }
  account.isSubscribed = method === 'POST';
  return { status: 200, body: { success: true } };
}

/** `GET /{phone number id}/message_history?message_id=…`: what became of a message of ours. */
export function answerHistory(account: GraphAccount, query: URLSearchParams): Answer {
  const id = query.get('message_id') ?? '';
  const statuses = account.statusesOf(id);
  if (!statuses) return graphError(unknownObject(id));
  const events = statuses.map(({ status, at }) => ({
    delivery_status: status.toUpperCase(),
    timestamp: Math.floor(at / 1000),
  }));
  return { status: 200, body: { data: [{ id, message_id: id, events: { data: events } }], paging: {} } };
}
