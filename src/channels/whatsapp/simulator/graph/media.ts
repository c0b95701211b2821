import { createHash, randomInt } from 'node:crypto';

/** A file that Meta keeps for a while. `until` is in milliseconds. */
type Medium = { id: string; mimeType: string; bytes: Buffer; until: number };

/** The files of one number. */
export type MediaShelf = {
  add: (bytes: Buffer, mimeType: string, days: number) => Medium;
  find: (id: string) => Medium | undefined;
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
