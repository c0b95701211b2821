import { readSendAnswer, readUploadAnswer, type SendResult, type UploadResult } from './graphAnswer';
import { type ConnectionConfig, connectGraph } from './graphConnection';
import type { FileContent, FlowContent, GraphContent } from './render';
import type { TemplateContent } from './renderTemplate';
import { type Upload, uploadBody } from './uploadBody';

export type GraphConfig = ConnectionConfig & {
  phoneNumberId: string;
  log?: { warn: (fields: object, message: string) => void };
};

/** Where a person is written to: the phone's digits, the business-scoped id, or both. */
type Recipient = { phone?: string; bsuid?: string };

export type Graph = {
  /** Posts a message; never rejects. The tag comes back in the statuses of the message. */
  send: (
    to: Recipient,
    content: GraphContent | FlowContent | TemplateContent | FileContent,
    tag: string,
  ) => Promise<SendResult>;
  /** Uploads a file; never rejects. Its id is good for 30 days. Uploading twice does no harm: nobody sees the other. */
  upload: (file: Upload) => Promise<UploadResult>;
  /** Whether our number answers well, or at least somebody is there: a cheap question in place of a message. */
  probe: () => Promise<'well' | 'there' | 'away'>;
  /** Tells her that her message, and all before it, has been read, and perhaps that an answer is coming; whether it went. */
  read: (messageId: string, isTyping: boolean) => Promise<boolean>;
  /** Drops the connections; what is under way ends as ambiguous. */
  close: () => void;
};

/** A client of the Graph API for one number. */
export function createGraph(config: GraphConfig): Graph {
  const connection = connectGraph(config);
  const { phoneNumberId, log } = config;
  const messages = `/${phoneNumberId}/messages`;
  return {
    async send(to, content, tag) {
      const body = JSON.stringify({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        // Both where both are known: the phone then stays visible to us, and the id holds if the number has changed hands.
        to: to.phone && `+${to.phone}`,
        recipient: to.bsuid,
        biz_opaque_callback_data: tag,
        ...content,
      });
      const answer = await connection.ask('POST', messages, body);
      return readSendAnswer(answer, (refused) =>
        log?.warn({ outboxId: tag, ...refused }, 'The Graph API refused a message.'),
      );
    },
    async upload(file) {
      const answer = await connection.ask('POST', `/${phoneNumberId}/media`, uploadBody(file));
      return readUploadAnswer(answer);
    },
    async probe() {
      const answer = await connection.ask('GET', `/${phoneNumberId}?fields=id`);
      if (answer.kind !== 'whole' || answer.status >= 500) return 'away';
      return answer.status === 200 ? 'well' : 'there';
    },
    async read(messageId, isTyping) {
      const typing = isTyping && { typing_indicator: { type: 'text' } };
      const body = JSON.stringify({ messaging_product: 'whatsapp', status: 'read', message_id: messageId, ...typing });
      const answer = await connection.ask('POST', messages, body);
      return answer.kind === 'whole' && answer.status === 200;
    },
    close: connection.close,
  };
}
