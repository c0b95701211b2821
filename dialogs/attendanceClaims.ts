import { any } from '../src/replies/anyOf';
import { wordsOf } from '../src/replies/text';
import type { WhoCame } from '../src/replies/whoCame';
import { type Said, say } from '../src/script/say';
import type { Attendance } from './attendanceKnown';

/** How many have checked in by the code and are not marked yet, and the word that marks them; nothing if nobody has. */
export function claimsSaid(known: Partial<Attendance>): Said[] {
  const n = claimants(known).length;
  const refused = known.claims?.refused ?? 0;
  return [
    ...(n > 0 ? [say('attendance.claimed', { n })] : []),
    ...(n > 0 && refused > 0 ? [say('attendance.claimsRefused', { n: refused })] : []),
  ];
}

/** "Los del código": those who have checked in and have no mark yet came. Anything else is read as what it says. */
export function claimsRead(text: string, known: Partial<Attendance>): WhoCame | undefined {
  const words = wordsOf(text);
  const marks = claimants(known).map((personId) => ({ personId, status: 'present' as const, named: false }));
  if (marks.length === 0 || words.length > MOST_WORDS || !byCode.test(words.join(' '))) return undefined;
  return { ok: true, marks, isOfAll: false, isAsLast: false, left: [] };
}
const MOST_WORDS = 10;
const byCode = any(
  '^((marcar|marque|marca|vinieron|llegaron|solo)( a)? )?((a )?(todas )?(las|los)( que)?( \\w+)? (de|del|con|por)( el)? |con( el)? |(de|del|el) )?(codigo|qr)$',
  '^((mark|only) )?((all )?(those|the ones)( who \\w+( \\w+)?)? (with|by)( the)? |with( the)? |by( the)? |the )?(code|qr)$',
);

function claimants({ claims, roster = [] }: Partial<Attendance>): string[] {
  const claimed = new Set(claims?.claimed);
  return roster.filter(({ personId, mark }) => claimed.has(personId) && !mark).map(({ personId }) => personId);
}
