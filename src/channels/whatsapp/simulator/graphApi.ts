import type { HttpRequest } from '../../../http/message';
import type { GraphAccount } from './graph/account';
import { answerEncryption } from './graph/encryption';
import { type Complaint, graphError, unknownObject, usualComplaint } from './graph/errors';
import { type Json, objectAt, textAt } from './graph/fields';
import { answerFlow, answerFlows } from './graph/flowAnswers';
import { flowComplaint } from './graph/flowMessages';
import { type Medium, sha256 } from './graph/media';
import { uploadedMedium } from './graph/mediaUpload';
import { answerHistory, answerSubscription, numberSheet, tokenSheet } from './graph/numberAnswers';
import { outboundComplaint, phoneDigits } from './graph/outboundRules';
import { jsonIn } from './graph/requestBody';
import { answerTemplates } from './graph/templateAnswers';
import { templateComplaint } from './graph/templates';
import { newWamid, type Recipient } from './wamid';

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
 * Answers one request to `/{version}/…` as Meta does; changes nothing but the speed limits and what the account keeps.
 * Limits and codes: Meta's Cloud API reference, v23.0–v26.0.
 */
export async function answerGraph(account: GraphAccount, request: HttpRequest): Promise<GraphAnswer> {
  const [, version, node = '', edge] = request.path.split('/');
  const complaint = tokenComplaint(account, request) ?? versionComplaint(version, request.path);
  if (complaint) return graphError(complaint);

  const medium = account.media.find(node);
  if (medium && !edge) return answerMedium(account, medium, request);
  const flow = account.flows.find(node);
  if (flow) return answerFlow(flow, account, request);
  if (node === 'debug_token') return tokenSheet(account, request.query);
  if (node === account.wabaId) return answerAccount(account, request, edge);
  if (node !== account.phoneNumberId) return graphError(unknownObject(node));
  if (request.method === 'GET' && !edge) return { status: 200, body: numberSheet(account, request.query) };
  if (request.method === 'GET' && edge === 'message_history') return answerHistory(account, request.query);
  if (edge === 'whatsapp_business_encryption') return answerEncryption(account, request);
  if (request.method === 'POST' && edge === 'media') return uploadedMedium(account.media, request);
  if (request.method === 'POST' && edge === 'messages') return answerMessage(account, request);
  return graphError(unknownPath(`/${edge ?? ''}`));
}

function tokenComplaint({ accessToken, tokenUntil, now }: GraphAccount, request: HttpRequest): Complaint | undefined {
  if (request.headers.authorization !== `Bearer ${accessToken}`)
    return { code: 190, details: 'Invalid OAuth access token - Cannot parse access token' };
  if (tokenUntil === undefined || tokenUntil > now()) return undefined;
  return { code: 190, subcode: 463, details: 'Error validating access token: Session has expired.' };
}

function versionComplaint(version = '', path: string): Complaint | undefined {
  return /^v\d+\.\d$/.test(version) ? undefined : unknownPath(path);
}

function unknownPath(path: string): Complaint {
  return { code: 2500, details: `Unknown path components: ${path}` };
}

function answerAccount(account: GraphAccount, request: HttpRequest, edge = ''): GraphAnswer {
  if (edge === 'message_templates') return answerTemplates(account, request);
  if (edge === 'flows') return answerFlows(account, request);
  if (edge === 'subscribed_apps') return answerSubscription(account, request);
  if (edge !== '') return graphError(unknownPath(`/${edge}`));
  return { status: 200, body: { id: account.wabaId, name: account.verifiedName } };
}

function answerMedium(account: GraphAccount, medium: Medium, { method, query }: HttpRequest): GraphAnswer {
  const number = query.get('phone_number_id');
  if (number !== null && number !== account.phoneNumberId) return graphError(unknownObject(medium.id));
  if (method === 'GET') return { status: 200, body: mediumSheet(account, medium.id, medium) };
  if (method !== 'DELETE') return graphError(unknownObject(medium.id));
  account.media.remove(medium.id);
  return { status: 200, body: { success: true } };
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

function answerMessage(account: GraphAccount, request: HttpRequest): GraphAnswer {
  const body = jsonIn(request);
  if (!body) return graphError({ code: 100, details: 'The body is not a JSON object.' });
  if (body.messaging_product !== 'whatsapp')
    return graphError({ code: 100, details: 'The parameter messaging_product is required.' });
  return body.status === undefined ? answerSend(account, body) : answerRead(account, body);
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
  const mediumId = ['audio', 'document', 'image', 'video', 'sticker'].includes(type)
    ? textAt(content, 'id')
    : headerMedium(content);
  if (mediumId !== undefined && !account.media.find(mediumId)) return unknownObject(mediumId);
  if (type === 'template') return templateComplaint(content, account.templates);
  const missing = flowComplaint(account, content);
  if (missing) return missing;
  if ('phone' in to && to.phone === account.displayPhone.replace(/\D/g, ''))
    return { code: 131021, details: 'Recipient phone number cannot be the sender' };
  if ('bsuid' in to && !account.knowsUser(to.bsuid))
    return { code: 131026, details: 'Message undeliverable: no user has this business-scoped user id' };
  return undefined;
}

function headerMedium(content: Json): string | undefined {
  const header = objectAt(content, 'header');
  return textAt(objectAt(header, textAt(header, 'type') ?? ''), 'id');
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
