import type { SessionRefusal } from '../db/sessionChanges';

/** What an instructor can have done about the meetings of her classes that are to come. Instants are ISO 8601. */
export type ChangesDesk = {
  /** The meetings of the actor's own classes that are not over, some weeks ahead, the cancelled ones too; the next first. */
  sessionsAhead(): Promise<SessionAhead[]>;
  /** The meetings that the actor may mark or coordinates which have begun and can be marked, the cancelled ones too; the latest first. */
  sessionsBegun(): Promise<SessionAhead[]>;
  /** The actor's other meetings at that time: the names of their classes. */
  clashesAt(sessionId: string, startsAt: string, endsAt: string): Promise<string[]>;
  cancelSession(sessionId: string, reason?: string): Promise<ChangeResult>;
  moveSession(sessionId: string, to: { startsAt: string; endsAt: string; reason?: string }): Promise<ChangeResult>;
  /** Notes that a meeting which has begun was not held; who has a place is told while it would still go on. */
  noteNotHeld(sessionId: string, reason?: string): Promise<ChangeResult>;
  /** Has a cancelled meeting take place after all; of one that is over, that it did, and nobody is told. */
  restoreSession(sessionId: string): Promise<ChangeResult>;
  /** The last changes that people were told of, a week back, and who has not got them; the newest first. */
  changesTold(): Promise<ChangeTold[]>;
  /** Who teaches and could give one of the actor's meetings in her place; nobody to whoever is no instructor. */
  colleagues(sessionId: string): Promise<Colleague[]>;
  /** Has a colleague give a meeting, or with none given nobody but its own instructors. Who begins or ends is told. */
  substitute(sessionId: string, personId?: string): Promise<SubstituteResult>;
  /** A meeting that the actor was asked to give in somebody's place; nothing if she never was. */
  standIn(sessionId: string): Promise<StandIn | null>;
  /** A meeting of a class of the actor's, which somebody else has changed; nothing if she does not teach it. */
  taught(sessionId: string, by: string | null): Promise<SessionTaught | null>;
};

/** `people`: how many have a place; `marked`: how many are, once it has begun; `substitute`: who gives it in the actor's place. */
export type SessionAhead = {
  sessionId: string;
  className: string;
  site: string;
  startsAt: string;
  endsAt: string;
  isCancelled: boolean;
  people: number;
  marked: number;
  substitute?: string;
};

/** `told`: how many are told. */
export type ChangeResult = { ok: true; told: number } | { ok: false; why: SessionRefusal };

export type ChangeTold = {
  className: string;
  startsAt: string;
  told: number;
  missing: { name: string; why: 'nobody' | 'failed' | 'waiting' }[];
};

/** `isNear`: of the same entity, or teaching at the same site. */
export type Colleague = { personId: string; firstNames: string; lastNames: string; entity: string; isNear: boolean };

export type SubstituteResult =
  | { ok: true }
  | { ok: false; why: 'not_yours' | 'unproven' | 'cancelled' | 'begun' | 'nobody' | 'teaches' | 'unknown' | 'already' };

/** `by`: who asked her; `isAsked`: she still is to give it, unless it `isCancelled`. */
export type StandIn = {
  className: string;
  site: string;
  address?: string;
  startsAt: string;
  endsAt: string;
  by: string;
  isAsked: boolean;
  isCancelled: boolean;
};

/** `by`: who changed it, if no staff; `substitute`: who gives it in place of its own instructors. */
export type SessionTaught = Omit<SessionAhead, 'sessionId' | 'people' | 'marked'> & { by?: string };
