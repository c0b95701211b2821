import type { TranscriptRow } from '../../db/transcript';
import type { Choice, Outbound, Utterance } from '../../domain/talk';
import { markdown } from './markdown';
import type { Visitor } from './tokens';

/** An activity as Direct Line hands it to a client. */
export type Activity = { type: string; id: string } & Record<string, unknown>;

/** The idempotency key of a message, and its id on the web: nobody can use up another conversation's keys. */
export function messageIdOf({ conversation }: Visitor, key: string): string {
  return `${conversation}|${key}`;
}

/** A row of the transcript as an activity; one whose words were erased, and what is no message of hers, as nothing. */
export function activityOf(row: TranscriptRow, visitor: Visitor): Activity[] {
  if (row.body === null) return [];
  return row.by === 'her'
    ? echo(row.messageId, row.body, shared(row, visitor))
    : [reply(row.body, shared(row, visitor))];
}

type Shared = ReturnType<typeof shared>;

// Web Chat sorts by the sequence id where it is given: no clock has to be right.
function shared({ position, at }: TranscriptRow, { conversation, user }: Visitor) {
  return {
    position,
    user,
    fields: {
      timestamp: at.toISOString(),
      channelId: 'directline',
      conversation: { id: conversation },
      channelData: { 'webchat:sequence-id': position },
    },
    id: `${conversation}#${position}`,
  };
}

// Web Chat takes her message for sent when it comes back under the id its post was answered with.
function echo(messageId: string, utterance: Utterance, { fields, user }: Shared): Activity[] {
  const said = saidIn(utterance);
  if (!said) return [];
  const clientActivityID = messageId.slice(messageId.indexOf('|') + 1);
  const channelData = { ...fields.channelData, clientActivityID };
  return [{ ...said, ...fields, id: messageId, from: { id: user, role: 'user' }, channelData }];
}

function saidIn(utterance: Utterance): ({ type: string } & Record<string, unknown>) | undefined {
  switch (utterance.kind) {
    case 'text':
      return { type: 'message', text: utterance.text, textFormat: 'plain' };
    case 'tap':
      return { type: 'message', text: utterance.title, textFormat: 'plain', value: utterance.id };
    case 'joined':
      return { type: 'event', name: 'webchat/join' };
    case 'unreadable':
    case 'location':
      return { type: 'message', text: '', textFormat: 'plain' };
    case 'notice':
      return undefined;
  }
}

// No replyToId: Web Chat would hold the reply back until it has seen what it answers.
function reply({ text, language, choices = [] }: Outbound, { fields, id, user }: Shared): Activity {
  const hasDetails = choices.some(({ detail }) => detail);
  // A client with room for the details at the choices themselves leaves the list away.
  const channelData = { ...fields.channelData, ...(hasDetails && { listFrom: markdown(text).length }) };
  return {
    ...fields,
    channelData,
    type: 'message',
    id,
    from: { id: 'relevo', name: 'Relevo', role: 'bot' },
    recipient: { id: user },
    ...(language && { locale: language }),
    text: markdown(hasDetails ? `${text}\n\n${listed(choices)}` : text),
    textFormat: 'markdown',
    inputHint: choices.length > 0 ? 'expectingInput' : 'acceptingInput',
    ...(choices.length > 0 && { suggestedActions: { to: [user], actions: choices.map(button) } }),
  };
}

// Most clients' buttons have no room for details.
function listed(choices: Choice[]): string {
  return choices.map(({ title, detail }, n) => `${n + 1}. ${detail ? `${title} — ${detail}` : title}`).join('\n');
}

// Tapped, it comes back as its id with its title, and the title is what she sees herself say.
function button({ id, title, detail }: Choice) {
  const more = detail && { channelData: { detail } };
  return { type: 'messageBack', title, displayText: title, text: title, value: id, ...more };
}
