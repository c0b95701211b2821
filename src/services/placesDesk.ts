import type { Company } from '../domain/company';
import type { ClassRules, RuleRefusal, SaidOfHerself } from '../domain/rules';
import type { Slot } from '../domain/schedule';

/** What a caregiver can look up and do about classes and her places in them. */
export type PlacesDesk = {
  /** The site she registered at, if she has. */
  mySite(): Promise<MySite | null>;
  /** Classes of a site that still run, soonest first, with the places free now and how many wait for one. */
  classesAt(siteId: string): Promise<ClassOffer[]>;
  /** Classes at other sites that still have a place, those nearest to these sites first. */
  classesElsewhere(siteIds: string[]): Promise<ClassElsewhere[]>;
  /** One class as it is now, and a class of hers that meets at the same time; null: there is no such class. */
  classOffer(classId: string): Promise<ClassSeen | null>;
  /** Takes a place, or the one offered to her; with `orWait` she waits in line where there is none. */
  enrol(classId: string, wish?: PlaceWish): Promise<EnrolResult>;
  /** Her places and where she waits; also those of classes that ended a while ago. */
  myClasses(): Promise<MyClass[]>;
  /** Gives up her place, or her place in line; 'refused': only a place she was offered. */
  leave(classId: string, why?: 'left' | 'refused'): Promise<{ ok: boolean }>;
  /** Her meeting as it stands now; null: it is not hers any more, or not there. */
  mySession(sessionId: string): Promise<MySession | null>;
  /** Whether she comes to a meeting, for the instructor's list. */
  sayComing(sessionId: string, coming: boolean): Promise<void>;
  /** Whether she is to be reminded of her classes. */
  wantReminders(wanted: boolean): Promise<void>;
};

export type MySite = { id: string; name: string; address?: string };

/** `free` is never negative; `care` is absent where the class has no care room, `rules` where it asks nothing. */
export type ClassOffer = {
  id: string;
  name: string;
  service: string;
  siteId: string;
  site: string;
  address?: string;
  slots: Slot[];
  startsOn: string;
  endsOn: string;
  capacity: number;
  free: number;
  waiting: number;
  care?: { places: number; free: number };
  rules?: ClassRules;
};

/** What a class at another site is of, and where. `locality`: several are parted by ";". */
export type ClassElsewhere = { name: string; service: string; site: MySite; locality: string };

/**
 * `offeredUntil`: a place is held for her until then, an ISO 8601 instant. `letIn`: the rules need not be looked at again,
 * she has or had a place here; `livesThere`: her site is in the locality of the rule.
 */
export type ClassSeen = ClassOffer & {
  clash?: { name: string; slots: Slot[] };
  mine?: 'enrolled' | 'waitlisted' | 'offered';
  offeredUntil?: string;
  livesThere?: true;
  letIn?: true;
};

/** Who comes along, what she said of herself where a rule needs it, and whether she waits if there is no place. */
export type PlaceWish = { company?: Company; said?: SaidOfHerself; orWait?: boolean };

export type EnrolResult =
  | { ok: true; kind: 'enrolled'; offer: ClassOffer; next?: { startsAt: string } }
  | { ok: true; kind: 'waiting'; offer: ClassOffer; place: number }
  | { ok: false; why: EnrolRefusal };
export type EnrolRefusal = 'not_registered' | 'full' | 'care_full' | 'already' | 'over' | 'unknown_class' | RuleRefusal;

/**
 * `place` is hers in line, 1 the first; `came` of `sessions` held; `next` and the times of `changes` (of the next weeks) are
 * ISO 8601 instants; `again`: the same class in the next term; `isOver`: it has ended.
 */
export type MyClass = {
  classId: string;
  name: string;
  siteId: string;
  site: string;
  address?: string;
  slots: Slot[];
  startsOn: string;
  endsOn: string;
  status: 'enrolled' | 'waitlisted' | 'offered';
  place?: number;
  came: number;
  sessions: number;
  next?: string;
  nextSessionId?: string;
  company?: Company;
  changes: { kind: 'moved' | 'cancelled'; was: string; startsAt: string }[];
  again?: { classId: string; startsOn: string };
  isOver: boolean;
};

/** A meeting of a class she has a place in. `coming`: what she said, if anything. */
export type MySession = {
  sessionId: string;
  classId: string;
  className: string;
  site: string;
  address?: string;
  startsAt: string;
  endsAt: string;
  status: 'planned' | 'cancelled';
  /** Why it was moved or cancelled: 'ill', 'place', 'event', or the instructor's own words. */
  reason?: string;
  coming?: boolean;
  remindersRefused: boolean;
};
