import { alone, type Company } from '../src/domain/company';
import { ruledOut } from '../src/domain/rules';
import type { Sought } from '../src/replies/sought';
import type { Known, World } from '../src/script/steps';
import type { ClassOffer, ClassSeen, EnrolRefusal, EnrolResult, PlaceWish } from '../src/services/placesDesk';
import type { SiteKnown, Where } from './where';

/**
 * What the script of enrolment knows. `away`: she looks elsewhere than at her own site; `direct`: she registered a moment
 * ago, so a class she picks is taken without being asked once more; `agreed`: she has given her permission, and turned from the class she was taking; `others`: sites that have what she seeks, where hers
 * have not; `page`: how far she has turned the list; `choice`: a class, or what she seeks instead; `refused`: why the class picked before was not to be had; `take`: 'wanted' and 'wait'
 * are what she came with from registration, where nobody has asked yet who comes along.
 */
export type Enrolment = Where & {
  away: boolean;
  direct: boolean;
  agreed: true;
  page: number;
  offers: ClassOffer[];
  others: SiteNamed[];
  elsewhere: 'other' | 'register' | 'later';
  choice: string | Sought;
  picked: ClassSeen | null;
  refused: EnrolRefusal | null;
  take: 'yes' | 'with' | 'wanted' | 'wait' | 'other' | Company;
  birthYear: number | 'skip';
  livesThere: 'yes' | 'no';
  personAsked: true;
  company: Company;
  enrolled: EnrolResult;
  room: ClassSeen | null;
  noRoom: 'alone' | 'wait' | 'other';
};

/** Another site, and the localities it is in. */
export type SiteNamed = SiteKnown & { locality: string };

/** Whether she who writes is registered. */
export function isRegistered({ speaker }: World): boolean {
  return speaker?.roles.includes('caregiver') ?? false;
}

/** Where she is looking: the sites she named, else her own. */
export function sitesSeen({ near, site }: Partial<Enrolment>): SiteKnown[] {
  return near ?? (site ? [site] : []);
}

/** Whether there is no place to be had in the class she picked, but a place in line. */
export function isFull({ picked }: Partial<Enrolment>): boolean {
  return picked?.free === 0 && picked.mine !== 'offered';
}

/** Why she did not get a place. */
export function whyNot({ enrolled }: Partial<Enrolment>): EnrolRefusal | undefined {
  return enrolled?.ok === false ? enrolled.why : undefined;
}

/** Who comes along, if she has said: with the yes, or when asked; nobody has to be asked where there is no care room. */
export function companyOf({ take, company, picked }: Partial<Enrolment>): Company | undefined {
  if (company) return company;
  if (typeof take === 'object') return take;
  return take === 'yes' || !picked?.care ? alone : undefined;
}

/** Whether a rule of the class asks for something that we do not know of her. */
export function asksFor(what: 'age' | 'home', { picked }: Partial<Enrolment>): boolean {
  if (!picked?.rules || picked.letIn) return false;
  const { minAge, maxAge, locality } = picked.rules;
  return what === 'age' ? (minAge ?? maxAge) !== undefined : locality !== undefined && !picked.livesThere;
}

/** Whether her age keeps her out, so that nothing more need be asked. */
export function isOutByAge({ picked, birthYear }: Partial<Enrolment>, { today }: World): boolean {
  if (!picked?.rules || picked.letIn || typeof birthYear !== 'number') return false;
  const { locality: _, ...rules } = picked.rules;
  return ruledOut(rules, { birthYear }, Number(today.slice(0, 4))) !== undefined;
}

/** What is asked of the desk: a place, or one in line where she knows that the class is full. */
export function wishOf(known: Partial<Enrolment>): PlaceWish {
  const { birthYear, livesThere, take } = known;
  const company = companyOf(known);
  return {
    ...(company && { company }),
    said: {
      ...(typeof birthYear === 'number' && { birthYear }),
      ...(livesThere && { livesThere: livesThere === 'yes' }),
    },
    orWait: take === 'wait' || isFull(known),
  };
}

/** What registration has to know, so that she gets the class she picked. */
export function wanted(known: Partial<Enrolment>): Known {
  const { picked, near } = known;
  const site = sitesSeen(known).find(({ name }) => name === picked?.site) ?? near?.[0];
  return { ...told(known), ...(site && picked && { site, wanted: { offer: picked, near: near ?? [] } }) };
}

/** What she said of herself, and allowed, that registration need not ask again; where she goes she has said by choosing. */
export function told({ said = {}, agreed }: Partial<Enrolment>): Known {
  const { place: _, ...ofHerself } = said;
  return {
    ...(Object.keys(ofHerself).length > 0 && { said: ofHerself }),
    ...(agreed && { consent: 'yes', consentKept: true }),
  };
}
