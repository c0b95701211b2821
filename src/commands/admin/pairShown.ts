import type { Compared, MarksTwice, PlacesTwice } from '../../db/merges';
import { dateIn } from '../../domain/calendar';
import { maskedName, maskedNumber } from '../../domain/mask';
import type { Pair } from '../../services/reviews';
import type { Vault } from '../../services/vault';

type Tools = { vault: Vault; timeZone: string };

/** Two people who may be one, masked, and below what becomes of what both have if they are made one. */
export function pairLines({ people, kept, places, marks }: Pair, tools: Tools): string[] {
  const hers = people.find(({ personId }) => personId === kept);
  const other = people.find(({ personId }) => personId !== kept);
  return [
    ...people.map((person) => personLine(person, kept, tools)),
    ...(hers && other ? documentLines(hers, other, tools) : []),
    ...places.map((twice) => placeLine(twice)),
    ...(other ? marks.map((twice) => markLine(twice, { kept, other: other.personId, ...tools })) : []),
  ];
}

function personLine(person: Compared, kept: string, tools: Tools): string {
  const { personId, names, registeredAt, knownSince, phones, site, places, marks } = person;
  const since = `${registeredAt ? 'registered' : 'known'} since ${dateIn(tools.timeZone, registeredAt ?? knownSince)}`;
  const counts = [`classes: ${places}`, `sessions marked: ${marks}`];
  const reached = phones.length > 0 ? phones.map((digits) => `phone …${digits}`) : ['no phone'];
  const standing = personId === kept ? ['kept unless --keep says otherwise'] : [];
  return [
    personId,
    maskedName(names),
    documentOf(person, tools),
    ...reached,
    site ?? 'no site',
    since,
    ...counts,
    ...standing,
  ].join('  ');
}

function documentOf({ personId, documentType, documentCipher }: Compared, { vault }: Tools): string {
  if (!documentType) return 'no document';
  return `${documentType} ${documentCipher ? maskedNumber(vault.open(personId, documentCipher)) : 'no number'}`;
}

// Her names stay, whatever the other's are.
function documentLines(hers: Compared, other: Compared, tools: Tools): string[] {
  const names = `If they are one: she is ${maskedName(hers.names)}`;
  if (hers.hasNumber && other.hasNumber)
    return [
      `${names}, with ${documentOf(hers, tools)}; ${documentOf(other, tools)} leads to her too. Name her with --keep.`,
    ];
  const whose = hers.hasNumber || !other.hasNumber ? hers : other;
  return [`${names}, with ${documentOf(whose, tools)}.`];
}

function placeLine({ classCode, staysAs, endsAs, ofKept }: PlacesTwice): string {
  const stays = ofKept ? 'of the one kept' : 'of the other';
  const freed = endsAs === 'waitlisted' ? '' : ', and its place is offered to the next in line';
  return `Both in ${classCode}: ${staysAs}, ${stays}, stays; ${endsAs} ends${freed}.`;
}

function markLine(
  { classCode, startsAt, status, otherStatus, counts }: MarksTwice,
  { kept, other, timeZone }: { kept: string; other: string; timeZone: string },
): string {
  const said = `${kept} ${status ?? 'taken back'}, ${other} ${otherStatus ?? 'taken back'}`;
  const which =
    counts === null
      ? 'they differ: say whose counts, with --marks ID, or --marks attended'
      : `${status ?? otherStatus ?? 'neither'} counts`;
  return `Both marked in ${classCode} on ${dateIn(timeZone, startsAt)}: ${said}; ${which}.`;
}
