import { sha256 } from '../graph/media';
import type { Heard, MediaKind } from '../heard';
import type { World } from '../world';
import type { Contact } from './threads';

/**
 * Something a person can send that is not text and not a tap. A missing `of` means the latest message of the business
 * (for what she edits or takes back: her own latest).
 */
export type Thing =
  | { kind: MediaKind; caption?: string; filename?: string; isFile?: boolean; withUrl?: boolean }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { kind: 'contact'; name: string; phone: string; isAnswer?: boolean }
  | { kind: 'reaction'; emoji?: string; of?: string }
  | { kind: 'flowReply'; response: string; of?: string }
  | { kind: 'edit'; text: string; of?: string }
  | { kind: 'revoke'; of?: string }
  | { kind: 'order' | 'welcome' | 'brokenReply' }
  | { kind: 'newDevice' }
  | { kind: 'unsupported'; what?: string };

/** What the business hears of it. Files go onto Meta's shelf for seven days first. */
export function heardThing(world: World, contact: Contact, thing: Thing): Heard {
  const latest = (direction: 'inbound' | 'outbound'): string =>
    contact.bubbles.findLast((one) => one.direction === direction)?.id ?? '';
  switch (thing.kind) {
    case 'location':
    case 'contact':
    case 'welcome':
    case 'brokenReply':
      return { ...thing } as Heard;
    case 'reaction':
    case 'flowReply':
      return { ...thing, of: thing.of ?? latest('outbound') };
    case 'edit':
    case 'revoke':
      return { ...thing, of: thing.of ?? latest('inbound') };
    case 'order':
      return { kind: 'order', catalogId: '1', productId: 'sample', quantity: 1 };
    case 'newDevice':
      return { kind: 'system', what: 'user_identity_changed', system: { identity: identity(world) } };
    case 'unsupported':
      return { kind: 'unsupported', what: thing.what ?? 'poll' };
    default:
      return heardFile(world, thing);
  }
}

function identity(world: World) {
  const created = Math.floor(world.account.now() / 1000);
  return { acknowledged: true, created_timestamp: created, hash: `h${created}` };
}

function heardFile(world: World, thing: Extract<Thing, { kind: MediaKind }>): Heard {
  const { kind, withUrl, ...words } = thing;
  const { bytes, mimeType } = samples[kind];
  const { id } = world.account.media.add(bytes, mimeType, 7);
  const url = `${world.account.filesUrl()}/${id}?ext=${world.account.now() + 300_000}`;
  return {
    kind: 'media',
    what: kind,
    id,
    mimeType,
    sha256: sha256(bytes, 'base64'),
    ...words,
    ...(withUrl && { url }),
  };
}

// Nobody looks into these files: they only have to be there when they are asked for.
const samples: Record<MediaKind, { mimeType: string; bytes: Buffer }> = {
  audio: { mimeType: 'audio/ogg; codecs=opus', bytes: Buffer.from('OggS') },
  image: { mimeType: 'image/jpeg', bytes: Buffer.from([0xff, 0xd8, 0xff, 0xd9]) },
  video: { mimeType: 'video/mp4', bytes: Buffer.from('ftyp') },
  document: { mimeType: 'application/pdf', bytes: Buffer.from('%PDF-1.4') },
  sticker: { mimeType: 'image/webp', bytes: Buffer.from('RIFF') },
};
