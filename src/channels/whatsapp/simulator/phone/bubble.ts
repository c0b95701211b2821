import type { GraphAccount } from '../graph/account';
import { type Json, objectAt, objectsAt, textAt } from '../graph/fields';
import { filledTemplate } from '../graph/templates';
import type { SentMessage } from '../graphApi';
import type { Heard } from '../heard';
import type { Category } from '../prices';
import { type ShownForm, shownForm } from './form';

/** Something to tap below a bubble. */
export type ShownChoice = { id: string; title: string; detail?: string; section?: string };

/** How far a message has come; a person's own is delivered once the business has answered its webhook with 200. */
export type Ticks = 'sent' | 'delivered' | 'read' | 'failed';

/** How the app shows a message. */
type ShownAs =
  | 'text'
  | 'buttons'
  | 'list'
  | 'form'
  | 'link'
  | 'audio'
  | 'image'
  | 'video'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contact'
  | 'unsupported';

/** One message in a person's thread. `inbound` is hers, `outbound` the business's; `at` is in milliseconds. */
export type Bubble = {
  /** Grows by one in a thread, from 1. */
  n: number;
  id: string;
  direction: 'inbound' | 'outbound';
  at: number;
  text: string;
  shownAs: ShownAs;
  choices: ShownChoice[];
  /** The label that opens a list or a form. */
  open?: string;
  /** The webhook that a tap on a choice makes. */
  tapAs?: 'buttonReply' | 'listReply' | 'templateButton';
  form?: ShownForm;
  header?: string;
  footer?: string;
  link?: { title: string; url: string };
  /** The message it answers, as a tap does. */
  replyTo?: string;
  reaction?: string;
  ticks: Ticks;
  /** What it costs the business, and how it is counted. */
  price?: { category: Category; amount: number };
  /** The stand-in's count of changes when this one last changed. */
  changed: number;
};

/** A message that was accepted and never came to her phone; `code` is Meta's, 0 where nobody was told. */
export type Lost = { id: string; at: number; text: string; code: number; title: string; changed: number };

/** What a bubble shows; the thread adds the rest. */
export type Shown = Omit<Bubble, 'n' | 'id' | 'at' | 'direction' | 'ticks' | 'changed' | 'price'>;

/** What the person sees of a message of the business. */
export function shownOutbound(sent: SentMessage, account: Shelves): Shown {
  const content = objectAt(sent.body, sent.type);
  const replyTo = textAt(objectAt(sent.body, 'context'), 'message_id');
  return { ...outbound(sent.type, content, account), ...(replyTo !== undefined && { replyTo }) };
}

type Shelves = Pick<GraphAccount, 'templates' | 'flows'>;

function outbound(type: string, content: Json, { templates, flows }: Shelves): Shown {
  if (type === 'interactive') return interactive(content, flows);
  if (type === 'template') {
    const { text, buttons } = filledTemplate(content, templates);
    const choices = buttons.map((button) => ({ id: button.payload, title: button.text }));
    if (choices.length === 0) return { text, shownAs: 'text', choices };
    return { text, shownAs: 'buttons', choices, tapAs: 'templateButton' };
  }
  if (type === 'audio' || type === 'image' || type === 'video' || type === 'document')
    return { text: textAt(content, 'caption') ?? '', shownAs: type, choices: [], ...fileName(content) };
  return { text: textAt(content, 'body') ?? '', shownAs: 'text', choices: [] };
}

function fileName(content: Json): { header?: string } {
  const name = textAt(content, 'filename');
  return name === undefined ? {} : { header: name };
}

function interactive(content: Json, flows: Shelves['flows']): Shown {
  const action = objectAt(content, 'action');
  const header = textAt(objectAt(content, 'header'), 'text');
  const footer = textAt(objectAt(content, 'footer'), 'text');
  const around = {
    text: textAt(objectAt(content, 'body'), 'text') ?? '',
    ...(header !== undefined && { header }),
    ...(footer !== undefined && { footer }),
  };
  if (content.type === 'list')
    return {
      ...around,
      shownAs: 'list',
      choices: rows(action),
      tapAs: 'listReply',
      open: textAt(action, 'button') ?? '',
    };
  if (content.type === 'flow') {
    const parameters = objectAt(action, 'parameters');
    const form = shownForm(parameters, flows);
    return {
      ...around,
      shownAs: 'form',
      choices: [],
      open: textAt(parameters, 'flow_cta') ?? '',
      ...(form && { form }),
    };
  }
  if (content.type === 'cta_url') {
    const parameters = objectAt(action, 'parameters');
    const link = { title: textAt(parameters, 'display_text') ?? '', url: textAt(parameters, 'url') ?? '' };
    return { ...around, shownAs: 'link', choices: [], link };
  }
  return { ...around, shownAs: 'buttons', choices: buttons(action), tapAs: 'buttonReply' };
}

function buttons(action: Json): ShownChoice[] {
  return objectsAt(action, 'buttons').map((button) => {
    const reply = objectAt(button, 'reply');
    return { id: textAt(reply, 'id') ?? '', title: textAt(reply, 'title') ?? '' };
  });
}

function rows(action: Json): ShownChoice[] {
  return objectsAt(action, 'sections').flatMap((section) => {
    const title = textAt(section, 'title');
    return objectsAt(section, 'rows').map((row) => {
      const detail = textAt(row, 'description');
      return {
        id: textAt(row, 'id') ?? '',
        title: textAt(row, 'title') ?? '',
        ...(detail !== undefined && { detail }),
        ...(title !== undefined && { section: title }),
      };
    });
  });
}

/** What the person sees of a message of her own; nothing of what only changes another bubble, or what WhatsApp says in her name. */
export function shownInbound(heard: Heard): Shown | undefined {
  switch (heard.kind) {
    case 'text':
      return { text: heard.text, shownAs: 'text', choices: [] };
    case 'buttonReply':
    case 'listReply':
      return { text: heard.title, shownAs: 'text', choices: [], replyTo: heard.of };
    case 'templateButton':
      return { text: heard.text, shownAs: 'text', choices: [], replyTo: heard.of };
    case 'flowReply':
      return { text: 'Formulario enviado', shownAs: 'text', choices: [], replyTo: heard.of };
    case 'location':
      return { text: heard.name ?? `${heard.latitude}, ${heard.longitude}`, shownAs: 'location', choices: [] };
    case 'media':
      return { text: heard.caption ?? heard.filename ?? '', shownAs: heard.what, choices: [] };
    case 'contact':
      return { text: heard.name, shownAs: 'contact', choices: [] };
    case 'unsupported':
    case 'order':
    case 'brokenReply':
      return { text: '', shownAs: 'unsupported', choices: [] };
    default:
      return undefined;
  }
}
