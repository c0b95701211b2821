import { randomUUID } from 'node:crypto';
import type { Typed } from './graphConnection';

/** A file to upload. WhatsApp takes no `text/csv`: such a file goes as `text/plain` and keeps its name. */
export type Upload = { name: string; type: string; bytes: Buffer };

/** A file as the form (multipart) that the Graph API takes for messages. */
export function uploadBody({ name, type, bytes }: Upload): Typed {
  const taken = type.startsWith('text/csv') ? 'text/plain' : type;
  return multipart({ messaging_product: 'whatsapp', type: taken }, { name, type: taken, bytes });
}

/** Fields, and a file after them, as a form. */
export function multipart(fields: Record<string, string>, { name, type, bytes }: Upload): Typed {
  const boundary = `relevo-${randomUUID()}`;
  const head = [
    ...Object.entries(fields).map(
      ([key, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name.replace(/[^\w. -]/g, '_')}"\r\n`,
    `content-type: ${type}\r\n\r\n`,
  ];
  const body = Buffer.concat([Buffer.from(head.join('')), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, bytes: body };
}
