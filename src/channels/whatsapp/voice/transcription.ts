import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { clean } from '../clean';
import { bounded, refused } from './bounded';
import type { Recording } from './recording';

/** A service that writes speech down, of the shape of OpenAI's audio API. */
export type TranscriptionService = { url: string; key?: string; model: string };

/** Gives the words of a recording; nothing if there are none. Rejects when the service does not answer as it must. */
export async function transcribe(
  service: TranscriptionService,
  { bytes, mimeType }: Recording,
  { locale, signal }: { locale: string; signal: AbortSignal },
): Promise<string | undefined> {
  const fields = { model: service.model, language: locale.slice(0, 2), response_format: 'json' };
  const form = multipart(fields, bytes, mimeType.split(';')[0]?.trim() ?? '');
  const response = await fetch(service.url, {
    method: 'POST',
    body: form.body,
    signal,
    redirect: 'error',
    headers: { 'content-type': form.type, ...(service.key && { authorization: `Bearer ${service.key}` }) },
  });
  if (!response.ok) throw refused(`TRANSCRIPTION_${response.status}`);
  const said = Said.safeParse(JSON.parse((await bounded(response, 262_144)).toString()));
  if (!said.success) throw refused('TRANSCRIPTION_SHAPE');
  // A full stop is the service's, not hers: "menú." is the word "menú".
  return clean(said.data.text, 4096).replace(/[.。\s]+$/, '') || undefined;
}

// By hand, so that it leaves in one piece and with its length: not every service takes a body in chunks.
function multipart(fields: Record<string, string>, file: Buffer, type: string): { body: Buffer; type: string } {
  const boundary = `relevo-${randomUUID()}`;
  const open = (name: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
  const texts = Object.entries(fields).map(([name, value]) => `${open(name)}\r\n\r\n${value}\r\n`);
  const ending = ENDINGS[type];
  const head = `${open('file')}; filename="voice.${ending ?? 'ogg'}"\r\nContent-Type: ${ending ? type : 'audio/ogg'}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(texts.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body, type: `multipart/form-data; boundary=${boundary}` };
}

const Said = z.object({ text: z.string() });

const ENDINGS: Record<string, string> = {
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/opus': 'ogg',
};
