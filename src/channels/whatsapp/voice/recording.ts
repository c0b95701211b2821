import { z } from 'zod/v4';
import { bounded, refused } from './bounded';

/** A recording as Meta keeps it. */
export type Recording = { bytes: Buffer; mimeType: string };

export type RecordingSource = { url: string; version: string; phoneNumberId: string; accessToken: string };

/** Fetches a recording by the id of its webhook: first where it lies, then itself. Rejects when it is not to be had. */
export async function fetchRecording(source: RecordingSource, media: string, signal: AbortSignal): Promise<Recording> {
  const headers = { authorization: `Bearer ${source.accessToken}`, 'user-agent': 'relevo' };
  const query = `phone_number_id=${source.phoneNumberId}`;
  // The token goes to Meta only: no redirect is followed, and no address outside of Meta's is asked.
  const asked = { headers, signal, redirect: 'error' } as const;
  const told = await fetch(`${source.url}/${source.version}/${media}?${query}`, asked);
  if (!told.ok) throw refused(`MEDIA_${told.status}`);
  const place = Place.safeParse(JSON.parse((await bounded(told, 65_536)).toString()));
  if (!place.success || !isMetas(place.data.url, source.url)) throw refused('MEDIA_PLACE');
  if (place.data.file_size > LONGEST) throw refused('TOO_LONG');
  const file = await fetch(place.data.url, asked);
  if (!file.ok) throw refused(`FILE_${file.status}`);
  return { bytes: await bounded(file, LONGEST), mimeType: place.data.mime_type };
}

// What WhatsApp itself allows for audio.
const LONGEST = 16 * 1024 * 1024;

const Place = z.object({
  url: z.string().refine((url) => URL.canParse(url)),
  mime_type: z.string().catch(''),
  file_size: z.coerce.number().catch(0),
});

function isMetas(url: string, graph: string): boolean {
  const { origin, protocol, hostname } = new URL(url);
  return (
    origin === new URL(graph).origin || (protocol === 'https:' && /\.(fbsbx|fbcdn)\.com$|\.fbcdn\.net$/.test(hostname))
  );
}
