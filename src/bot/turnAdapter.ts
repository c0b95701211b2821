import {
  type Activity,
  ActivityTypes,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder';
import type { Reply } from '../db/turns';
import { PRIORITY } from '../domain/delivery';
import type { Outbound } from '../domain/talk';
import { attachTurn, turnOf } from './turnContext';
import { CHANNEL_ID } from './turnStorage';
import type { MessageTurn } from './unitOfWork';

/**
 * Bot Framework's adapter over a unit of work: an inbound message comes in as an activity, activities that are sent
 * are gathered as replies. Nothing leaves the process during a turn.
 */
export class TurnAdapter extends BotAdapter {
  /** Runs the bot on one message. Throws what the bot throws. */
  async work(turn: MessageTurn, bot: (context: TurnContext) => Promise<void>): Promise<void> {
    const context = new TurnContext(this, inbound(turn));
    attachTurn(context, turn);
    await this.runMiddleware(context, bot);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const turn = turnOf(context);
    const { unit } = turn;
    return activities.map((activity) => {
      if (activity.type !== ActivityTypes.Message) return { id: '' }; // traces and typing are nothing a person is sent
      const place = unit.replies.push(replyOf(turn, outbound(activity)));
      return { id: `${unit.conversationId}:${place}` };
    });
  }

  override async updateActivity(): Promise<void> {
    throw new Error('A message that was sent cannot be changed: neither WhatsApp nor the outbox knows how.');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('A message that was sent cannot be taken back: neither WhatsApp nor the outbox knows how.');
  }

  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    throw new Error('Messages of our own accord are rows of the outbox: file one there.');
  }
}

/** Our bubble as an activity: its text where Bot Framework looks for it, the whole of it as channel data. */
export function activityOf(bubble: Outbound): Partial<Activity> {
  return { type: ActivityTypes.Message, text: bubble.text, channelData: bubble };
}

function inbound({ unit, message, world }: MessageTurn): Partial<Activity> {
  const { utterance } = message;
  return {
    type: ActivityTypes.Message,
    id: message.messageId,
    timestamp: message.sentAt,
    channelId: CHANNEL_ID,
    serviceUrl: '',
    conversation: { id: unit.conversationId, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: unit.conversationId, name: '' },
    recipient: { id: 'bot', name: '' },
    locale: world.locale,
    text: utterance.kind === 'text' ? utterance.text : utterance.kind === 'tap' ? utterance.title : '',
    channelData: utterance,
  };
}

function replyOf({ message: { utterance }, task }: MessageTurn, body: Outbound): Reply {
  const ofOurs = utterance.kind === 'notice' && (utterance.urgent ? PRIORITY.urgentNotice : PRIORITY.notice);
  return { body, priority: ofOurs || PRIORITY.answer, ...(task !== undefined && { task }) };
}

// Ours carry the bubble whole; any other dialog's activity is taken by Bot Framework's own fields.
function outbound(activity: Partial<Activity>): Outbound {
  if (isBubble(activity.channelData)) return activity.channelData;
  const choices = activity.suggestedActions?.actions.map(({ title, value }) => ({ id: String(value), title }));
  return { text: activity.text ?? '', ...(choices && { choices }) };
}

function isBubble(value: unknown): value is Outbound {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}
