import type { SheetFile } from '../../domain/talk';
import type { Graph } from './graph';
import type { UploadResult } from './graphAnswer';
import type { Upload } from './uploadBody';

/** Makes the files that messages take along, and brings them to Meta before the message. */
export type Uploads = (rowId: string, file: SheetFile) => Promise<Uploaded>;
type Uploaded = { kind: 'uploaded'; mediaId: string; name: string } | Exclude<UploadResult, { kind: 'uploaded' }>;

/** What it takes: whoever can make a file, and the way to Meta. */
export function createUploads(graph: Pick<Graph, 'upload'>, make: (file: SheetFile) => Promise<Upload>): Uploads {
  // A message that is tried again needs no second upload. In memory: another process uploads once more, which costs nothing.
  const done = new Map<string, { mediaId: string; name: string; until: number }>();
  return async (rowId, file) => {
    const known = done.get(rowId);
    if (known && known.until > Date.now()) return { kind: 'uploaded', mediaId: known.mediaId, name: known.name };
    const made = await make(file);
    const result = await graph.upload(made);
    if (result.kind !== 'uploaded') return result;
    for (const id of [...done.keys()].slice(0, Math.max(0, done.size - MOST_KEPT))) done.delete(id);
    done.set(rowId, { mediaId: result.mediaId, name: made.name, until: Date.now() + KEPT_MS });
    return { ...result, name: made.name };
  };
}
const MOST_KEPT = 200;
// Meta keeps it for 30 days; a row is not tried that long.
const KEPT_MS = 24 * 3_600_000;
