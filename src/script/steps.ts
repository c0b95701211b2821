import type { Template } from '../domain/notice';
import type { Channel, FormData, Sharing, SheetFile, Utterance } from '../domain/talk';
import type { Desk } from '../services/desk';
import type { Said } from './say';

/** Something JSON can hold: what a script knows must survive a restart. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type Known = { [name: string]: Json | undefined };

/** Who is writing, as the conversation knows her. */
export type Speaker = {
  personId: string;
  firstNames: string;
  lastNames: string;
  roles: Role[];
  /** An instructor who has yet to prove that it is she who writes. */
  unproven?: true;
};
export type Role = 'caregiver' | 'instructor' | 'coordinator';

/** The world as a script may see it during one turn. `now` is the turn's clock; `today` its date in the service's time zone. */
export type World = {
  desk: Desk;
  now: Date;
  today: string;
  timeZone: string;
  locale: string;
  channel: Channel;
  speaker: Speaker | undefined;
  /** Whether she can be shown a form of that name, in the talk's language; not given: never. */
  hasForm?: (name: string) => boolean;
  /** Several people are known to write in this conversation. */
  shared?: boolean;
  /** A talk begins anew where several people write: it may be another one of them. */
  mayBeAnother?: boolean;
  /** She sent this before something that was worked already: it was long under way. */
  isLate?: boolean;
};

/** What a reader makes of a reply: a value, or the sentence that asks again. */
export type Reading<V> = { ok: true; value: V } | { ok: false; again?: Said };
/** Reads a reply, purely. `offered` are the choices as she saw them. A tap on a choice never gets here: it is read by its id. */
export type Reader<K, V> = (text: string, seen: Seen<K>) => Reading<V>;
export type Seen<K> = { known: Partial<K>; offered: Option[]; world: World };

/** A choice of a question: `value` is what the script learns when it is taken; `id` must be unique within the question. */
export type Option = { id: string; title: string; detail?: string };
export type Titled = { id: string; title: Said | string; detail?: Said | string };

export type Ask<K, N extends keyof K & string> = {
  kind: 'ask';
  name: N;
  say: (known: Partial<K>, world: World) => Said | Said[];
  /** How it is asked of her who has just read it, and has said something else or nothing we understood; not given: in the same words. */
  sayBriefly?: (known: Partial<K>, world: World) => Said | Said[];
  /** How it is asked after an answer that was not understood, where that takes words of its own. */
  sayAgain?: (known: Partial<K>, world: World) => Said | Said[];
  /** Asked with these to tap; each is also taken by number, by its words, by ordinal. */
  options?: (known: Partial<K>, world: World) => Titled[] | Promise<Titled[]>;
  /** What there is to tap where it is asked again: for a question that most answer in a word, and some do not know how. */
  optionsAgain?: (known: Partial<K>, world: World) => Titled[];
  /** The label of the list's button, where options are shown as a list. */
  open?: Said;
  /** Ask with a button to share her place or her number; only where there are no options. */
  asks?: Sharing;
  /**
   * A form to fill in, shown in place of the question where the channel has it; elsewhere, and where it cannot be sent, the
   * question itself is asked. What comes back is read by `readOther`, at whatever question of the script she is by then.
   */
  form?: (known: Partial<K>, world: World) => FormAsked | undefined | Promise<FormAsked | undefined>;
  /** What a taken option means; by default its id. */
  value?: (id: string, known: Partial<K>) => K[N];
  /** Reads what is typed; with options and no reader, only the options are understood. */
  read?: Reader<K, K[N]>;
  /** The reader knows the words of the options too: what it does not understand is no choice by its number. */
  readsAll?: true;
  /** Reads things that are not text, such as a location; not given: they are answered kindly and asked again. */
  readOther?: (utterance: Utterance, seen: Seen<K>) => Reading<K[N]> | undefined;
  /** What "ayuda" says here. */
  help?: Said;
  when?: When<K>;
  /** Answers this one hangs on: when one of them is forgotten, so is this. */
  dependsOn?: (keyof K & string)[];
  /** Take a tap only on the choices as shown last: an older bubble of this question may have said something else. */
  freshTapsOnly?: boolean;
  /** What she said before that answers this: taken once, without asking. Going back to it, or correcting it, asks her. */
  heard?: (known: Partial<K>, world: World) => K[N] | undefined;
  /** What else a typed answer tells, besides answering: it is known from then on. */
  tells?: (text: string, known: Partial<K>) => Partial<K>;
  /** What is typed is kept nowhere: steps after it know it in the turn it was said in, no longer. */
  secret?: true;
  /** Try to read the very message that started the script as the answer to this question, before asking it. */
  hearsOpening?: boolean;
};
/** `say` in place of the question's own words; `open` is the button's label; `data` fills the form. */
export type FormAsked = { name: string; say: Said; open: Said; data: FormData };
type When<K> = (known: Partial<K>, world: World) => boolean;

export type Tell<K> = {
  kind: 'tell';
  name: string;
  say: (known: Partial<K>, world: World) => Said | Said[];
  when?: When<K>;
};
export type Learn<K, N extends keyof K & string> = {
  kind: 'learn';
  name: N;
  find: (known: Partial<K>, world: World) => K[N] | Promise<K[N]>;
  /** Looked up only while this holds, and dropped once it does not: what nobody needs any more is not carried along. */
  when?: When<K>;
};
export type Act<K, N extends keyof K & string> = {
  kind: 'act';
  name: N;
  run: (known: Partial<K>, world: World, message: TurnMessage) => Promise<K[N]>;
  when?: When<K>;
};
export type StopWhen<K> = {
  kind: 'stopWhen';
  when: When<K>;
  say?: (known: Partial<K>, world: World) => Said | Said[];
  /** What goes along with what is said. */
  file?: (known: Partial<K>, world: World) => SheetFile | undefined;
};
export type BackTo<K> = {
  kind: 'backTo';
  /** The question to ask again, or nothing to go on. */
  question: (known: Partial<K>) => (keyof K & string) | undefined;
  /** Further answers to forget, such as the one that led here. */
  forget: (keyof K & string)[];
  /** What to know from then on, told from what was known before: the page turned to, the answer as corrected. */
  keep?: (known: Partial<K>) => Partial<K>;
  /** What is kept answers the question: it is heard once more before she is asked. */
  heardAnew?: true;
};
/** Ends this script and begins another, in the same turn and the same bubble. */
export type GoTo<K> = {
  kind: 'goTo';
  script: (known: Partial<K>, world: World) => Next | undefined;
};
/** The script to begin next; `goesOn`: where she left it, without asking. */
type Next = { name: string; known?: Known; goesOn?: true };

/** The message that made this turn, as an act may need it for proof. */
type TurnMessage = { text: string; messageId: string; sentAt: Date };

export type Step<K> =
  | Ask<K, keyof K & string>
  | Tell<K>
  | Learn<K, keyof K & string>
  | Act<K, keyof K & string>
  | StopWhen<K>
  | BackTo<K>
  | GoTo<K>;

/** A script: a name and its steps, walked from the top each turn, passing over what is already known. */
export type Script<K = Known> = {
  name: string;
  steps: Step<K>[];
  /** A tap on one of its old buttons is obeyed wherever the talk stands (the menu). */
  alwaysOpen?: boolean;
  /** Leaving it half-way keeps no draft. */
  noDraft?: boolean;
  /** Whether somebody who leaves it there is told once, later, that it waits for her. */
  isWaiting?: (known: Known) => boolean;
  /** Only for an instructor who has proved, where she must, that it is she who writes. */
  provenOnly?: boolean;
  /** For a script that a notice begins: the template its first bubble becomes where WhatsApp takes nothing else. */
  template?: (known: Known, world: World) => TemplateFilled | Promise<TemplateFilled>;
};

type TemplateFilled = Omit<Template, 'language'>;

/** What one turn of a script needs besides its place. `nonce` is random and short. */
export type ScriptTurn = { world: World; message: TurnMessage; utterance: Utterance; nonce: string };

/**
 * What a step of the walk came to. `said` is this turn's sentences in order, the question last. Still in the script:
 * `place` is set; ended: it is not, `result` is all it knows, and `goTo` may name the script to begin next.
 * `silent`: nothing needs an answer.
 */
export type Outcome = {
  said: Said[];
  place?: Place;
  options?: Option[];
  open?: Said;
  asks?: Sharing;
  /** In place of the last sentences of `said`, so many of them. */
  form?: FormAsked & { token: string; insteadOf: number };
  goTo?: Next;
  file?: SheetFile;
  result?: Known;
  silent?: boolean;
};

/** Where a talk stands in a script; JSON, kept in the conversation's state. `at` is the name of the question asked last. */
export type Place = {
  at: string;
  known: Known;
  /** Questions answered, in order: what "atrás" walks back over. */
  asked: string[];
  /** The question answered last, done with or not: a second tap on its button is known by it. */
  answered?: string;
  /** Names of tells that were said. */
  told: string[];
  tries: number;
  /** The choices as she saw them. */
  offered: Option[];
  /** The form that was shown and has not come back: for which question, under which token, and when last. */
  form?: { question: string; token: string; since: number };
  /** Marks this asking of the question; it is part of every tap's id. */
  nonce: string;
  /** When the question was asked last, milliseconds since 1970. */
  since: number;
};
