import type { HttpRequest } from '../../../http/message';
import { type Complaint, graphError, usualComplaint } from './graph/errors';
import { isObject, type Json, objectAt, textAt } from './graph/fields';
import { type MediaShelf, sha256 } from './graph/media';
import { uploadedMedium } from './graph/mediaUpload';
import { outboundComplaint, phoneDigits } from './graph/outboundRules';
import type { Rates } from './graph/rates';
import { type Template, templateComplaint } from './graph/templates';
import { newWamid, type Recipient } from './wamid';

/** One business number as the Graph API knows it, and what it must ask the simulated world. */
export type GraphAccount = {
  phoneNumberId: string;
  accessToken: string;
  displayPhone: string;
  verifiedName: string;
  templates: Template[];
  media: MediaShelf;
  /** Absent: no speed limits. */
  rates?: Rates;
  /** What happens to a free message more than 24 hours after the person's last: a later `failed` status, a refusal, or nothing. */
  window: 'status' | 'refusal' | 'off';
  listBody: number;
  /** Where files are fetched from. */
  filesUrl: () => string;
  now: () => number;
  lastHeard: (from: Recipient) => number | undefined;
  knowsUser: (bsuid: string) => boolean;
  knowsMessage: (id: string) => boolean;
};

/** A message that the Graph API has accepted. `failure` is the code with which it will fail all the same. */
export type SentMessage = {
  id: string;
  at: number;
  to: Recipient;
  type: string;
  body: Json;
  tag?: string;
  failure?: number;
  /** Whether her 24-hour window was open; always, where windows are off. */
  isInWindow: boolean;
};

/** "Read up to here", and perhaps "somebody is typing". */
export type ReadMark = { messageId: string; isTyping: boolean };

/** The answer, and what it means for the person on the other side. */
export type GraphAnswer = {
  status: number;
  body: Json;
  sent?: SentMessage;
  read?: ReadMark;
  /** A send that was refused because of a speed limit. */
  tooFast?: { code: 130429 | 131056; to: Recipient };
};

/**
 * Answers one request to `/{version}/…` as Meta does; changes nothing but the speed limits and the shelf of files.
 * Limits and codes: Meta's Cloud API reference, v23.0–v26.0.
 */
export async function answerGraph(account: GraphAccount, request: HttpRequest): Promise<GraphAnswer> {
  const [, version, node = '', edge] = request.path.split('/');
  if (request.headers.authorization !== `Bearer ${account.accessToken}`)
    return graphError({ code: 190, details: 'Invalid OAuth access token - Cannot parse access token' });
  if (!/^v\d+\.\d$/.test(version ?? ''))
    return graphError({ code: 2500, details: `Unknown path components: ${request.path}` });

  const medium = account.media.find(node);
  if (request.method === 'GET' && !edge && medium)
    return { status: 200, body: mediumSheet(account, medium.id, medium) };
  if (node !== account.phoneNumberId) return graphError(unknownObject(node));
  if (request.method === 'GET' && !edge) return { status: 200, body: numberSheet(account, request.query) };
  if (request.method === 'POST' && edge === 'media') return uploadedMedium(account.media, request);
  if (request.method === 'POST' && edge === 'messages') return answerMessage(account, request.body);
  return graphError({ code: 2500, details: `Unknown path components: /${edge ?? ''}` });
}

/** Graph's way of saying that there is no such thing, or not for this token. */
export function unknownObject(id: string): Complaint {
  return {
    code: 100,
    subcode: 33,
    details:
      `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, ` +
      'or does not support this operation',
  };
}

function mediumSheet(account: GraphAccount, id: string, medium: { mimeType: string; bytes: Buffer }): Json {
  // The link lives for five minutes.
  const url = `${account.filesUrl()}/${id}?ext=${account.now() + 300_000}`;
  return {
    messaging_product: 'whatsapp',
    url,
    mime_type: medium.mimeType,
    sha256: sha256(medium.bytes, 'hex'),
    file_size: medium.bytes.length,
    id,
  };
}

function numberSheet(account: GraphAccount, query: URLSearchParams): Json {
  const sheet: Json = {
    verified_name: account.verifiedName,
    display_phone_number: account.displayPhone,
    quality_rating: 'GREEN',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
  };
  const fields = query.get('fields')?.split(',') ?? Object.keys(sheet);
  const shown = fields.filter((field) => field in sheet).map((field) => [field, sheet[field]]);
  return { ...Object.fromEntries(shown), id: account.phoneNumberId };
}

function answerMessage(account: GraphAccount, bytes: Buffer): GraphAnswer {
  const body = parsed(bytes);
  if (!body) return graphError({ code: 100, details: 'The body is not a JSON object.' });
  if (body.messaging_product !== 'whatsapp')
    return graphError({ code: 100, details: 'The parameter messaging_product is required.' });
  return body.status === undefined ? answerSend(account, body) : answerRead(account, body);
}

function parsed(bytes: Buffer): Json | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function answerRead(account: GraphAccount, body: Json): GraphAnswer {
  const messageId = textAt(body, 'message_id') ?? '';
  if (body.status !== 'read') return graphError({ code: 100, details: 'Param status must be one of {READ}.' });
  if (!account.knowsMessage(messageId))
    return graphError({ code: 131009, details: 'Message ID is invalid. No such message was received.' });
  const isTyping = textAt(objectAt(body, 'typing_indicator'), 'type') === 'text';
  return { status: 200, body: { success: true }, read: { messageId, isTyping } };
}

function answerSend(account: GraphAccount, body: Json): GraphAnswer {
  const to = recipientOf(body);
  const complaint = outboundComplaint(body, account.listBody) ?? complaintAbout(account, body, to);
  if (complaint) return graphError(complaint);
  const code = account.rates?.refusal('phone' in to ? to.phone : to.bsuid, account.now());
  if (code) return { ...graphError(usualComplaint(code)), tooFast: { code, to } };

  const type = textAt(body, 'type') ?? 'text';
  const isInWindow = !isWindowClosed(account, to);
  const isClosed = type !== 'template' && !isInWindow;
  if (isClosed && account.window === 'refusal')
    return graphError({ code: 131047, details: 'More than 24 hours have passed since the recipient last replied.' });
  const id = newWamid('outbound', to);
  const tag = textAt(body, 'biz_opaque_callback_data');
  return {
    status: 200,
    body: receipt(id, body, type),
    sent: {
      id,
      at: account.now(),
      to,
      type,
      body,
      ...(tag !== undefined && { tag }),
      isInWindow,
      ...(isClosed && { failure: 131047 }),
    },
  };
}

// With both given, Meta sends to the phone.
function recipientOf(body: Json): Recipient {
  const phone = phoneDigits(body.to);
  return phone ? { phone } : { bsuid: textAt(body, 'recipient') ?? '' };
}

function complaintAbout(account: GraphAccount, body: Json, to: Recipient): Complaint | undefined {
  const type = textAt(body, 'type') ?? 'text';
  const content = objectAt(body, type);
  const mediumId = ['audio', 'document', 'image', 'video'].includes(type) ? textAt(content, 'id') : undefined;
  if (mediumId !== undefined && !account.media.find(mediumId)) return unknownObject(mediumId);
  if (type === 'template') return templateComplaint(content, account.templates);
  if ('phone' in to && to.phone === account.displayPhone.replace(/\D/g, ''))
    return { code: 131021, details: 'Recipient phone number cannot be the sender' };
  if ('bsuid' in to && !account.knowsUser(to.bsuid))
    return { code: 131026, details: 'Message undeliverable: no user has this business-scoped user id' };
  return undefined;
}

function isWindowClosed(account: GraphAccount, to: Recipient): boolean {
  if (account.window === 'off') return false;
  const heard = account.lastHeard(to);
  return heard === undefined || account.now() - heard > 24 * 3_600_000;
}

function receipt(id: string, body: Json, type: string): Json {
  const toPhone = phoneDigits(body.to);
  const contact = {
    input: body.to ?? body.recipient,
    ...(toPhone && { wa_id: toPhone }),
    ...(body.recipient !== undefined && { user_id: body.recipient }),
  };
  const message = { id, ...(type === 'template' && { message_status: 'accepted' }) };
  return { messaging_product: 'whatsapp', contacts: [contact], messages: [message] };
}
