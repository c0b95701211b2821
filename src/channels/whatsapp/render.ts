import type { Choice, FormData, FormSent, Outbound } from '../../domain/talk';
import { cut } from './cut';

/** What the Graph API takes as a message's kind and content. */
export type GraphContent =
  | { type: 'text'; text: { body: string } }
  | { type: 'interactive'; interactive: { type: 'button'; body: Body; action: { buttons: Button[] } } }
  | { type: 'interactive'; interactive: { type: 'list'; body: Body; action: { button: string; sections: Section[] } } }
  | {
      type: 'interactive';
      interactive: { type: 'location_request_message'; body: Body; action: { name: 'send_location' } };
    }
  | {
      type: 'interactive';
      interactive: { type: 'request_contact_info'; body: Body; action: { name: 'request_contact_info' } };
    };

/** A form of the account. */
export type FlowContent = {
  type: 'interactive';
  interactive: { type: 'flow'; body: Body; action: { name: 'flow'; parameters: FlowParameters } };
};
type FlowParameters = {
  flow_message_version: '3';
  flow_id: string;
  flow_token: string;
  flow_cta: string;
  mode: 'published' | 'draft';
  flow_action: 'navigate';
  flow_action_payload: { screen: string; data?: FormData };
};

/** Where a form is to be found: its id at Meta, the screen it opens with, and whether it is published. */
export type FlowToSend = { id: string; screen: string; mode: 'published' | 'draft' };

/** A file that has been uploaded. */
export type FileContent = { type: 'document'; document: { id: string; filename: string; caption: string } };

type Body = { text: string };
type Button = { type: 'reply'; reply: { id: string; title: string } };
type Section = { rows: Row[] };
type Row = { id: string; title: string; description?: string };

/**
 * Shows a bubble in the best way WhatsApp has room for: buttons, else a list, else text with numbers, within all of
 * Meta's limits whatever is given. Ids go out unchanged or not at all. `onCut` hears of text that did not fit whole.
 */
export function render(out: Outbound, onCut?: () => void): GraphContent {
  const body = isVisible(out.text) ? out.text : '…';
  const choices = (out.choices ?? []).map(tidy);
  if (choices.length === 0) return asRequest(body, out.asks) ?? words(body, onCut);
  return asButtons(body, choices) ?? asList(body, choices, out.open) ?? words(numbered(body, choices, onCut), onCut);
}

/** A file that has been uploaded, with the bubble's text below it: as much of it as Meta takes. */
export function renderFile(text: string, file: { mediaId: string; name: string }, onCut?: () => void): FileContent {
  if (text.length > 1024) onCut?.();
  return { type: 'document', document: { id: file.mediaId, filename: file.name, caption: cut(text, 1024) } };
}

/** Shows a bubble's form; nothing where there is no room for its words. */
export function renderForm(
  { text, open, token, data }: FormSent,
  { id, screen, mode }: FlowToSend,
): FlowContent | undefined {
  if (text.length > 1024 || open.length > 20) return undefined;
  const parameters: FlowParameters = {
    flow_message_version: '3',
    flow_id: id,
    flow_token: token,
    flow_cta: open,
    mode,
    flow_action: 'navigate',
    // Meta refuses data with nothing in it.
    flow_action_payload: { screen, ...(Object.keys(data).length > 0 && { data }) },
  };
  return { type: 'interactive', interactive: { type: 'flow', body: { text }, action: { name: 'flow', parameters } } };
}

function words(text: string, onCut?: () => void): GraphContent {
  if (text.length > 4096) onCut?.();
  return { type: 'text', text: { body: cut(text, 4096) } };
}

// A long text keeps its words rather than its button.
function asRequest(text: string, asks: Outbound['asks']): GraphContent | undefined {
  if (asks === undefined || text.length > 1024) return undefined;
  const body = { text };
  if (asks === 'contact') {
    const name = 'request_contact_info';
    return { type: 'interactive', interactive: { type: name, body, action: { name } } };
  }
  const action = { name: 'send_location' } as const;
  return { type: 'interactive', interactive: { type: 'location_request_message', body, action } };
}

// A label is one line, and never empty: then it is the number that can be typed as well.
function tidy({ id, title, detail }: Choice, index: number): Choice {
  const label = isVisible(title) ? oneLine(title) : String(index + 1);
  return detail && isVisible(detail) ? { id, title: label, detail: oneLine(detail) } : { id, title: label };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isVisible(text: string): boolean {
  return /[^\s\u200b-\u200f\u2060\ufeff]/.test(text);
}

// Buttons have no room for details.
function asButtons(text: string, choices: Choice[]): GraphContent | undefined {
  if (text.length > 1024 || choices.length > 3 || !mayGoOut(choices, 256)) return undefined;
  if (choices.some(({ title, detail }) => title.length > 20 || detail)) return undefined;
  const titles = distinct(choices, 20);
  const buttons = choices.map(({ id }, n): Button => ({ type: 'reply', reply: { id, title: titles[n] ?? '' } }));
  return { type: 'interactive', interactive: { type: 'button', body: { text }, action: { buttons } } };
}

function asList(text: string, choices: Choice[], open = ''): GraphContent | undefined {
  if (text.length > 1024 || choices.length > 10 || !mayGoOut(choices, 200)) return undefined;
  // A title over its limit moves whole to the description; where that has no room either, numbered text has.
  if (choices.some(({ title }) => title.length > 72)) return undefined;
  const titles = distinct(choices, 24);
  const rows = choices.map((choice, n) => row(choice, titles[n] ?? ''));
  const button = isVisible(open) ? cut(oneLine(open), 20) : '☰';
  return {
    type: 'interactive',
    interactive: { type: 'list', body: { text }, action: { button, sections: [{ rows }] } },
  };
}

// An id comes back as it went out, so one that Meta would refuse cannot be mended.
function mayGoOut(choices: Choice[], most: number): boolean {
  if (new Set(choices.map(({ id }) => id)).size < choices.length) return false;
  return choices.every(({ id }) => id !== '' && id.length <= most && id.trim() === id);
}

function distinct(choices: Choice[], most: number): string[] {
  const taken = new Set<string>();
  return choices.map(({ title }) => {
    let label = cut(title, most);
    for (let n = 2; taken.has(label.toLowerCase()); n++) label = `${cut(title, most - ` (${n})`.length)} (${n})`;
    taken.add(label.toLowerCase());
    return label;
  });
}

function row({ id, title, detail }: Choice, label: string): Row {
  const whole = title.length > 24 ? title : undefined;
  const description = whole && detail ? `${whole} · ${detail}` : (whole ?? detail);
  return description ? { id, title: label, description: cut(description, 72) } : { id, title: label };
}

function numbered(text: string, choices: Choice[], onCut?: () => void): string {
  const full = `${text}\n\n${lines(choices, ({ title, detail }) => (detail ? `${title} — ${detail}` : title))}`;
  if (full.length <= 4096) return full;
  const short = lines(choices, ({ title }) => title);
  const room = 4096 - short.length - 2;
  // What can be chosen matters more than the end of a long text, unless nothing of the text would be left.
  if (room < 200 || text.length <= room) return `${text}\n\n${short}`;
  onCut?.();
  return `${cut(text, room)}\n\n${short}`;
}

function lines(choices: Choice[], label: (choice: Choice) => string): string {
  return choices.map((choice, n) => `${n + 1}. ${label(choice)}`).join('\n');
}
