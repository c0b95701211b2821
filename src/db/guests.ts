import type { Names } from '../domain/names';
import type { Marker } from './marks';
import type { Db } from './pool';
import type { FiledDocument } from './registrations';

/** Whom a guest's names and document mean: nobody known, one person, or `several`. `holder`: the document is filed under her, who is called otherwise. */
export type GuestMeant = { personId: string | null; several: boolean; holder: string | null };

/** Finds out whom an instructor means by a guest of a session. */
export async function guestMeant(
  db: Db,
  sessionId: string,
  names: Names,
  document: Pick<FiledDocument, 'type' | 'index'> | undefined,
): Promise<GuestMeant> {
  const { rows } = await db.query<GuestMeant>({
    name: 'guest-meant',
    text: 'select person as "personId", several, holder from guest_meant($1, $2, $3, $4, $5)',
    values: [sessionId, names.first, names.last, document?.type ?? null, document?.index ?? null],
  });
  return rows[0] ?? { personId: null, several: false, holder: null };
}

/** Somebody without a place in the class, as she is to stand on the list. Whoever is not in the database yet is put there. */
export type Guest = { personId: string; names: Names; document?: FiledDocument; holder?: string };

/** Puts a guest on a session's list; 'listed': she is on it already. */
export async function addGuest(
  db: Db,
  sessionId: string,
  { personId: guest, names, document, holder }: Guest,
  { personId, conversationId, channel, messageId, sentAt }: Marker,
): Promise<'added' | 'listed' | 'not_yours' | 'unproven' | 'closed'> {
  const { rows } = await db.query<{ outcome: 'added' | 'listed' | 'not_yours' | 'unproven' | 'closed' }>({
    name: 'guest-add',
    text: 'select outcome from add_guest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
    values: [
      sessionId,
      guest,
      names.first,
      names.last,
      document?.type ?? null,
      document?.cipher ?? null,
      document?.index ?? null,
      holder ?? null,
      personId,
      conversationId,
      channel,
      messageId,
      sentAt,
    ],
  });
  const [row] = rows;
  if (!row) throw new Error('add_guest always answers, and gave no row.');
  return row.outcome;
}
