import type { DocumentGiven } from '../src/domain/document';
import { fullName, type Names } from '../src/domain/names';
import { documentType } from '../src/replies/document';
import { readDocument } from '../src/replies/documentNumber';
import { readName } from '../src/replies/name';
import { folded } from '../src/replies/text';
import type { WalkIn } from '../src/replies/walkIn';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reader } from '../src/script/steps';
import type { GuestGiven } from '../src/services/desk';
import { type Attendance, guestId, isGuest, type Told } from './attendanceKnown';
import { sessionOf } from './sessionChosen';
import { spokenList } from './spoken';

/** What she has told so far, with those added who came without being on the list; told twice, somebody is one. */
export function withGuests(known: Partial<Attendance>, walkIns: WalkIn[]): Told {
  const told = known.told ?? { sessionId: sessionOf(known)?.sessionId ?? '', marks: [] };
  const guests = [...(told.guests ?? [])];
  const marks = [...told.marks];
  for (const { names, document, status } of walkIns) {
    const before = guests.findIndex((guest) => folded(fullName(guest.names)) === folded(fullName(names)));
    const at = before < 0 ? guests.length : before;
    guests[at] = { ...guests[at], names, ...(document && { document }) };
    const mark = { personId: guestId(at), status };
    marks.splice(0, marks.length, ...marks.filter(({ personId }) => personId !== mark.personId), mark);
  }
  return { ...told, guests, marks };
}

/** What of it stays where she says something of everyone anew. */
export function onlyGuests(told: Told | undefined): Told | undefined {
  return told?.guests && { sessionId: told.sessionId, guests: told.guests, marks: told.marks.filter(isGuest) };
}

/** Who is to be put on the list: those who came. */
export function guestsSeen({ told }: Partial<Attendance>): GuestGiven[] {
  return cameOf(told).map(({ guest, status }) => ({ ...guest, status }));
}

/** "+1 que no está en la lista: Carmen Díaz", and that she should register; nothing if there is nobody. */
export function guestsSaid(known: Partial<Attendance>, locale: string): Said[] {
  const came = cameOf(known.told);
  if (came.length === 0) return [];
  const names = came.map(({ guest, status }) => {
    const number = guest.document?.number;
    const name = fullName(guest.names).slice(0, 60);
    const named = number
      ? sentence(locale, say('attendance.guestWithDocument', { name, digits: number.slice(-3) }))
      : name;
    return status === 'late' ? sentence(locale, say('attendance.guestLate', { name: named })) : named;
  });
  return [
    say('attendance.guests', { n: came.length, names: spokenList(names, locale) }),
    say('attendance.guestsRegister', { n: came.length }),
  ];
}

/** How many of those marked as having come are not on the list. */
export function guestsCame({ told }: Partial<Attendance>): number {
  return cameOf(told).length;
}

/** Whose document is asked for: several people are registered under her name. */
export function guestAsked({ told, saved }: Partial<Attendance>): Names | undefined {
  if (saved?.ok !== false || saved.why !== 'several_named') return undefined;
  return cameOf(told)[saved.guest]?.guest.names;
}

/** Reads the document of somebody who came, or that nobody knows it. */
export const guestDocument: Reader<Attendance, Attendance['whose']> = (text) => {
  const read = readDocument(text, documentType(text) ?? 'CC');
  return read.ok && read.value.number !== undefined
    ? { ok: true, value: read.value }
    : { ok: false, again: say('attendance.whoseAgain') };
};

/** What she has told, with the document of the one that was asked for; unknown, she is somebody new. */
export function guestCleared({ told, saved, whose }: Partial<Attendance>): Partial<Attendance> {
  const asked = saved?.ok === false && saved.why === 'several_named' ? cameOf(told)[saved.guest]?.at : undefined;
  if (!told || asked === undefined || whose === undefined) return {};
  const guests = told.guests?.map((guest, at) => (at === asked ? { ...guest, ...answered(whose) } : guest));
  return { told: { ...told, ...(guests && { guests }) } };
}

/** Somebody whom the list does not know, and of whom she taps that she came all the same. */
export function cameUnlisted(known: Partial<Attendance>): Told | undefined {
  const [only, another] = known.told?.open?.open ?? [];
  if (!only || another || only.about.kind !== 'no_such_name') return undefined;
  const read = readName(only.about.text, { isTold: true });
  const besides = folded(known.told?.open?.text ?? '')
    .replace(folded(only.about.text), '')
    .trim();
  const status = /^(?:(?:tambien|llego|came) ?)*(?:tarde|late)[. ]*$/.test(besides) ? 'late' : 'present';
  return read.ok ? withGuests(known, [{ names: read.value, status }]) : undefined;
}

function answered(whose: DocumentGiven | 'unknown'): { document: DocumentGiven } | { isNew: true } {
  return whose === 'unknown' ? { isNew: true } : { document: whose };
}

function cameOf(told: Told | undefined) {
  const statuses = new Map(told?.marks.map(({ personId, status }) => [personId, status]));
  return (told?.guests ?? []).flatMap((guest, at) => {
    const status = statuses.get(guestId(at));
    return status === 'present' || status === 'late' ? [{ guest, status, at }] : [];
  });
}
