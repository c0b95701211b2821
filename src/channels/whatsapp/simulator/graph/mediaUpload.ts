import type { HttpRequest } from '../../../../http/message';
import type { GraphAnswer } from '../graphApi';
import { graphError } from './errors';
import { type MediaShelf, mostBytes, takesFile } from './media';
import { formIn } from './requestBody';

/** Takes a file into the shelf (`POST /{phone number id}/media`, multipart); an upload is kept for 30 days. */
export async function uploadedMedium(shelf: MediaShelf, request: HttpRequest): Promise<GraphAnswer> {
  const form = await formIn(request);
  const file = form?.get('file');
  if (form?.get('messaging_product') !== 'whatsapp')
    return graphError({ code: 100, details: 'The parameter messaging_product is required.' });
  if (!file || typeof file === 'string') return graphError({ code: 100, details: 'The parameter file is required.' });
  const type = form.get('type');
  const mimeType = typeof type === 'string' ? type : file.type;
  if (!takesFile(mimeType) || !takesFile(file.type || mimeType))
    return graphError({
      code: 100,
      details: `Param file must be a file with one of the accepted types, not ${mimeType}`,
    });
  if (file.size === 0 || file.size > mostBytes(mimeType))
    return graphError({ code: 131053, details: `The file must have 1 to ${mostBytes(mimeType)} bytes.` });
  const medium = shelf.add(Buffer.from(await file.arrayBuffer()), mimeType, 30);
  return { status: 200, body: { id: medium.id } };
}
