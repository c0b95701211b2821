import { createHash, randomInt } from 'node:crypto';

/** A file that Meta keeps for a while. `until` is in milliseconds. */
export type Medium = { id: string; mimeType: string; bytes: Buffer; until: number };

/** The files of one number. */
export type MediaShelf = {
  add: (bytes: Buffer, mimeType: string, days: number) => Medium;
  find: (id: string) => Medium | undefined;
  remove: (id: string) => void;
};

/** Opens an empty shelf; beyond 200 files the oldest goes. */
export function openMediaShelf(now: () => number): MediaShelf {
  const shelf = new Map<string, Medium>();
  return {
    add: (bytes, mimeType, days) => {
      const id = String(randomInt(1e14, 2.8e14));
      const medium = { id, mimeType, bytes, until: now() + days * 24 * 3_600_000 };
      shelf.set(id, medium);
      const [oldest] = shelf.keys();
      if (shelf.size > 200 && oldest) shelf.delete(oldest);
      return medium;
    },
    remove: (id) => shelf.delete(id),
    find: (id) => {
      const medium = shelf.get(id);
      return medium && medium.until > now() ? medium : undefined;
    },
  };
}

/** Whether Meta takes a file of this type; `text/csv` it does not. */
export function takesFile(mimeType: string): boolean {
  return accepted.includes(mimeType.split(';')[0]?.trim() ?? '');
}

/** How many bytes Meta takes of this type: 5 MB of a picture, 16 of sound or film, 100 of a document, 500 KB of a sticker. */
export function mostBytes(mimeType: string): number {
  if (mimeType.startsWith('image/webp')) return 500_000;
  if (mimeType.startsWith('image/')) return 5_000_000;
  return /^(?:audio|video)\//.test(mimeType) ? 16_000_000 : 100_000_000;
}

/** The hash of a file as webhooks give it (base64) or as `GET /{media id}` does (hex). */
export function sha256(bytes: Buffer, encoding: 'base64' | 'hex'): string {
  return createHash('sha256').update(bytes).digest(encoding);
}

const office = 'application/vnd.openxmlformats-officedocument.';
const accepted = [
  'audio/aac',
  'audio/amr',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'audio/opus',
  'application/msword',
  'application/pdf',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  `${office}presentationml.presentation`,
  `${office}spreadsheetml.sheet`,
  `${office}wordprocessingml.document`,
  'text/plain',
  'image/jpeg',
  'image/png',
  'image/webp',
  'video/3gpp',
  'video/mp4',
];
