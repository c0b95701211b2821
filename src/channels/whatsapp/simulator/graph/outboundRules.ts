import type { Complaint } from './errors';
import { type Complaints, isObject, type Json, objectAt, objectsAt, textAt, textComplaints } from './fields';
import { interactiveComplaints } from './interactiveRules';

/** The first thing in a send that Meta would refuse, whoever it is for. `listBody` is the limit of a list's text. */
export function outboundComplaint(body: Json, listBody: number): Complaint | undefined {
  return outboundComplaints(body, listBody).next().value;
}

function* outboundComplaints(body: Json, listBody: number): Complaints {
  yield* recipientComplaints(body);
  const tag = body.biz_opaque_callback_data;
  if (tag !== undefined && (typeof tag !== 'string' || tag.length > 512))
    yield invalid('Param biz_opaque_callback_data must be a string of at most 512 characters.');
  if (body.context !== undefined && !textAt(objectAt(body, 'context'), 'message_id'))
    yield invalid("The parameter context['message_id'] is required.");
  const type = body.type ?? 'text';
  if (!isKnown(type)) {
    yield invalid(`Param type must be one of {${known.join(', ').toUpperCase()}}.`);
    return undefined;
  }
  const content = body[type];
  if (type === 'contacts') yield* contactsComplaints(body);
  else if (isObject(content)) yield* contentComplaints(type, content, listBody);
  else yield invalid(`The parameter ${type} is required.`);
  return undefined;
}

function* recipientComplaints(body: Json): Complaints {
  if (body.recipient_type !== undefined && body.recipient_type !== 'individual')
    yield invalid('Param recipient_type must be one of {INDIVIDUAL}.');
  if (body.to === undefined && body.recipient === undefined) yield invalid('The parameter to is required.');
  if (body.to !== undefined && !phoneDigits(body.to)) yield invalid('Param to must be a valid WhatsApp phone number.');
  if (body.recipient !== undefined && !isBsuid(body.recipient))
    yield invalid('Param recipient must be a valid business-scoped user id.');
  return undefined;
}

/** The digits of a phone as `to` may spell it; undefined when it is none. */
export function phoneDigits(to: unknown): string | undefined {
  if (typeof to !== 'string') return undefined;
  const digits = to.replace(/^\+|[\s().-]/g, '');
  return /^\d{5,15}$/.test(digits) ? digits : undefined;
}

function isBsuid(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/.test(value);
}

function* contentComplaints(type: Exclude<Known, 'contacts'>, content: Json, listBody: number): Complaints {
  switch (type) {
    case 'text':
      return yield* plainComplaints(content);
    case 'interactive':
      return yield* interactiveComplaints(content, listBody);
    case 'template':
      return yield* templateComplaints(content);
    case 'reaction':
      return yield* reactionComplaints(content);
    case 'location':
      return yield* locationComplaints(content);
    case 'audio':
    case 'document':
    case 'image':
    case 'sticker':
    case 'video':
      return yield* mediaComplaints(type, content);
  }
}

function* plainComplaints(text: Json): Complaints {
  const body = textAt(text, 'body');
  if (body === undefined || body.trim() === '') yield invalid("The parameter text['body'] is required.");
  if (body !== undefined && body.length > 4096)
    yield invalid("Param text['body'] must be at most 4096 characters long.");
  if (text.preview_url !== undefined && typeof text.preview_url !== 'boolean')
    yield invalid("Param text['preview_url'] must be a boolean.");
  return undefined;
}

function* templateComplaints(template: Json): Complaints {
  if (!textAt(template, 'name')) yield invalid("The parameter template['name'] is required.");
  if (!textAt(objectAt(template, 'language'), 'code')) yield invalid("The parameter template['language'] is required.");
  return undefined;
}

function* reactionComplaints(reaction: Json): Complaints {
  if (!textAt(reaction, 'message_id')) yield invalid("The parameter reaction['message_id'] is required.");
  if (textAt(reaction, 'emoji') === undefined) yield invalid("The parameter reaction['emoji'] is required.");
  return undefined;
}

function* mediaComplaints(type: string, media: Json): Complaints {
  const link = textAt(media, 'link');
  if ((textAt(media, 'id') === undefined) === (link === undefined))
    yield invalid(`Exactly one of ${type}['id'] and ${type}['link'] is required.`);
  if (link !== undefined && !/^https?:\/\//.test(link)) yield invalid(`Param ${type}['link'] is not a valid URI.`);
  if (media.caption !== undefined && (type === 'audio' || type === 'sticker'))
    yield invalid(`Unexpected key "caption" on param "${type}".`);
  if (media.filename !== undefined && type !== 'document')
    yield invalid(`Unexpected key "filename" on param "${type}".`);
  if (media.filename !== undefined) yield* textComplaints(media, 'filename', 'Filename', 240);
  if (media.caption !== undefined) yield* textComplaints(media, 'caption', 'Caption', 1024);
  return undefined;
}

function* locationComplaints(location: Json): Complaints {
  const { latitude, longitude } = location;
  const isWithin = (value: unknown, most: number) => value !== '' && Math.abs(Number(value ?? Number.NaN)) <= most;
  if (!isWithin(latitude, 90)) yield invalid("Param location['latitude'] must be between -90 and 90.");
  if (!isWithin(longitude, 180)) yield invalid("Param location['longitude'] must be between -180 and 180.");
  return undefined;
}

function* contactsComplaints(body: Json): Complaints {
  const contacts = objectsAt(body, 'contacts');
  if (contacts.length < 1 || contacts.length > 257) yield invalid('Param contacts must have 1 to 257 contacts.');
  for (const contact of contacts)
    yield* textComplaints(objectAt(contact, 'name'), 'formatted_name', "contacts['name']['formatted_name']", 1024);
  return undefined;
}

function invalid(details: string): Complaint {
  return { code: 100, details };
}

const known = [
  'audio',
  'contacts',
  'document',
  'image',
  'interactive',
  'location',
  'reaction',
  'sticker',
  'template',
  'text',
  'video',
] as const;
type Known = (typeof known)[number];

function isKnown(type: unknown): type is Known {
  return known.some((one) => one === type);
}
