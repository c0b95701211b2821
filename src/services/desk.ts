import type { DocumentGiven } from '../domain/document';
import type { MarkStatus } from '../domain/marks';
import type { Names } from '../domain/names';
import type { SheetFile } from '../domain/talk';
import type { ChangesDesk } from './changesDesk';
import type { PlacesDesk } from './placesDesk';

/**
 * Everything a script can look up or do, bound to one turn: the turn's transaction, its verified actor, its message.
 * Scripts see only this type; each method is one service function. A refusal is a value, a fault is thrown.
 */
export type Desk = ChangesDesk &
  PlacesDesk & {
    sites(): Promise<Site[]>;
    keepConsent(consent: ConsentGiven): Promise<void>;
    register(registration: Registration): Promise<RegisterResult>;
    /** Sessions of the actor's classes on the day of the turn's message (Bogotá time), not cancelled. */
    sessionsToday(): Promise<SessionToMark[]>;
    roster(sessionId: string): Promise<RosterLine[]>;
    /** How the meeting of the class before this one was marked; nothing if it was not. */
    lastMarks(sessionId: string): Promise<LastMarks | undefined>;
    /** Saves marks, and puts on the list whoever came without a place; all or nothing. */
    saveMarks(sessionId: string, marks: MarkGiven[], guests?: GuestGiven[]): Promise<SaveMarksResult>;
    /** The classes the actor teaches that run or have run lately, with the code each is exported by. */
    classesTaught(): Promise<{ code: string; name: string; site: string }[]>;
    /** Where a file can be fetched that a channel does not carry, for a day. */
    fileLink(file: SheetFile): string;
    /** Takes back what the actor's last message of the last 24 hours marked. */
    undoLast(): Promise<UndoResult>;
    /** Sessions of the sites the actor coordinates that are over and not marked whole, while they can be; the latest first. */
    sessionsUnmarked(): Promise<UnmarkedSession[]>;
    /** The classes of those sites that go on, with who teaches each. */
    classesAtMySites(): Promise<ClassTaught[]>;
    /** Who has been absent from a class of the actor's at least so often. */
    missed(least: number): Promise<Missed[]>;
    /** A session that the actor may mark, on whatever day. */
    sessionToMark(sessionId: string): Promise<SessionToMark | undefined>;
    /** The actor's sessions of the days before that can still be marked, the latest first. */
    sessionsEarlier(): Promise<SessionToMark[]>;
    /** Says, by the code on show, that the actor is in class. */
    checkIn(code: string): Promise<CheckInResult>;
    /** The code to show just now, and the page that shows it as it changes; nothing for whoever may not mark the session. */
    checkInCode(sessionId: string): Promise<{ code: string; page: string } | undefined>;
    /** Who has checked in to a session of the actor's, and how many tries were refused. */
    checkIns(sessionId: string): Promise<{ claimed: string[]; refused: number }>;
    /** A code with which the talk goes on elsewhere, and the page that leads there; nothing where she is there already. */
    handOver(where: 'whatsapp' | 'web'): Promise<{ code: string; link: string } | undefined>;
    /** Goes on here with the talk that a code was given in. */
    goOnHere(code: string): Promise<TakeOverResult>;
    /** Takes the conversation, on the web, away from whoever it was of. */
    forget(): Promise<void>;
    /** Everybody known to write in this conversation. */
    people(): Promise<KnownPerson[]>;
    /** Makes the conversation the talk of one of them, or of somebody new. Gives whether that could be. */
    speakAs(personId: string | undefined): Promise<boolean>;
    /** Whether it is known that somebody herself writes here: her phone is hers alone, or she has proved it. */
    isProven(personId: string): Promise<boolean>;
    /** A desk at which one of them acts; the talk stays whose it is. */
    actingFor(personId: string): Desk;
    hasPin(personId: string): Promise<boolean>;
    /** Proves by her PIN, or by a code of staff, who writes; the talk is hers then. */
    prove(secret: string, personId: string | undefined): Promise<ProofResult>;
    /** Keeps a PIN of somebody who has proved who she is. */
    choosePin(pin: string, personId: string): Promise<void>;
    /** Sends a code to the phone that the holder of a document is known by; never tells who that is. */
    sendLinkCode(document: DocumentGiven): Promise<'sent' | 'too_many'>;
    /** Makes the conversation hers who got that code. */
    linkByCode(code: string): Promise<ProofResult>;
    /** Has staff look at it: she no longer has the phone she is known by. */
    lostPhone(document: DocumentGiven): Promise<void>;
    /** Has her told once, some hours from now, that something waits for her; said again, the hours begin anew. */
    nudgeLater(what: string): Promise<void>;
    /** What waited is finished, or given up. */
    nudgeNoMore(): Promise<void>;
    mayNudge(): Promise<boolean>;
    /** Whether what waits may be told of in this conversation, from now on. */
    wantNudges(wanted: boolean): Promise<void>;
    /** Puts the conversation in the queue of people waiting for a person; a second time changes nothing. */
    askForPerson(where: { script?: string; question?: string }): Promise<void>;
  };

export type Site = {
  id: string;
  code: string;
  name: string;
  locality: string;
  address?: string;
  latitude?: number;
  longitude?: number;
};

/** `text` is the whole text she was shown, in the language `locale`; its SHA-256 is kept. `answer` is what she typed or tapped. */
type ConsentGiven = { given: boolean; textVersion: string; text: string; locale: string; answer: string };

export type Registration = { names: Names; document: DocumentGiven; siteId: string };
export type RegisterResult = { ok: true; personId: string } | { ok: false; why: 'document_taken' | 'no_consent' };

/** `startsAt`/`endsAt` are ISO 8601 instants. `marked` counts people with a current mark, `enrolled` those on the roster. */
export type SessionToMark = {
  sessionId: string;
  className: string;
  site: string;
  startsAt: string;
  endsAt: string;
  enrolled: number;
  marked: number;
};

/**
 * `number` is what the instructor sees and types: 1, 2, 3 … by last then first names, stable within a session.
 * `revision` counts the marks this person has had in this session; absent: none.
 */
export type RosterLine = {
  number: number;
  personId: string;
  firstNames: string;
  lastNames: string;
  mark?: MarkStatus;
  revision?: number;
  /** She has said beforehand that she does not come. */
  notComing?: true;
};
/** `startsAt` is an ISO 8601 instant; who was not marked then is not among them. */
export type LastMarks = { startsAt: string; marks: { personId: string; status: MarkStatus }[] };
/**
 * `seen` is the revision the instructor was shown (0: no mark): if there is a newer one by now, nothing is saved. `bulk`:
 * said of all alike ("todas"), so whoever has a mark keeps it.
 */
export type MarkGiven = { personId: string; status: MarkStatus; reason?: string; seen?: number; bulk?: boolean };
/**
 * Somebody who came without a place, as the instructor named her: only that is ever shown to her. `isNew`: she is none of
 * those who are registered under that name, or nobody knows.
 */
export type GuestGiven = {
  names: Names;
  document?: DocumentGiven;
  status: 'present' | 'late';
  isNew?: boolean;
};
/** `saved` counts what was written: a mark that stands already is not written again. */
export type SaveMarksResult = { ok: true; saved: number } | { ok: false; why: MarksRefused } | SeveralNamed;
/** No document was given, and several people are registered under a guest's name (the guest's place among those given). */
type SeveralNamed = { ok: false; why: 'several_named'; guest: number };
/** 'closed': its days for marking are over; 'reason_needed': a mark of an earlier day is changed only with a reason. */
type MarksRefused = 'not_yours' | 'unproven' | 'not_on_roster' | 'changed_meanwhile' | 'closed' | 'reason_needed';

/** `teachers` by name, whoever stands in first. Otherwise as in `SessionToMark`. */
export type UnmarkedSession = Omit<SessionToMark, 'sessionId'> & { teachers: string[] };
export type ClassTaught = { className: string; site: string; teachers: string[] };

/** Somebody with a place in a class, and how often she was absent from it. */
export type Missed = { firstNames: string; lastNames: string; className: string; missed: number };

/** How people stand now: those whose marks were taken back, and those `kept`, because somebody else has changed them since. */
export type UndoResult =
  | { ok: true; className: string; startsAt: string; undone: RosterLine[]; kept: RosterLine[] }
  | { ok: false; why: 'nothing' | 'unproven' | 'closed' | 'not_yours' };

/** 'expired': a code from earlier in this class; 'not_listed': the code of a class whose list she is not on. */
export type CheckInResult =
  | { ok: true; className: string }
  | { ok: false; why: 'already' | 'expired' | 'wrong' | 'not_listed'; className: string }
  | { ok: false; why: 'no_class' | 'too_many' };

/** Somebody a conversation may be of. */
export type KnownPerson = {
  personId: string;
  firstNames: string;
  lastNames: string;
  registered: boolean;
  instructor: boolean;
  /** She looks after the classes of a site. */
  coordinator: boolean;
};

/** 'wrong': no such PIN or code; 'locked', 'too_many': wrong too often, for now. */
export type ProofResult =
  | { ok: true; personId: string }
  | { ok: false; why: 'wrong' | 'no_pin' | 'locked' | 'too_many' };

/** `state` is the talk as the bot keeps it; `person` whose both conversations are now. 'unknown': no code, or no more. */
export type TakeOverResult =
  | {
      ok: true;
      state: object;
      locale: string | null;
      person?: KnownPerson;
    }
  | { ok: false; why: 'unknown' | 'same' | 'other_person' | 'too_many' };
