import { randomUUID } from 'node:crypto';
import type { Typed } from './graphConnection';

/** A file to upload. WhatsApp takes no `text/csv`: such a file goes as `text/plain` and keeps its name. */
export type Upload = { name: string; type: string; bytes: Buffer };

/** A file as the form (multipart) that the Graph API takes. */
export function uploadBody({ name, type, bytes }: Upload): Typed {
  const boundary = `relevo-${randomUUID()}`;
  const taken = type.startsWith('text/csv') ? 'text/plain' : type;
  const field = (key: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
  const head = [
    field('messaging_product', 'whatsapp'),
    field('type', taken),
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name.replace(/[^\w. -]/g, '_')}"\r\n`,
    `content-type: ${taken}\r\n\r\n`,
  ];
  const body = Buffer.concat([Buffer.from(head.join('')), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: body };
}
