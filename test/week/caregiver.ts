import type { Bubble } from '../../src/channels/whatsapp/simulator/phone/bubble';
import { spelled } from '../chaos/town';
import type { Phone } from './phones';

/** A caregiver, alone on a phone or not, and what she believes: what she was told is hers. */
export type Caregiver = {
  n: number;
  first: string;
  last: string;
  document: string;
  locality: string;
  phone: Phone;
  registered: boolean;
  /** Names of the classes she has been told that she has a place in. */
  places: Set<string>;
  /** She shares her phone, or was registered on paper: what she believes is not held against the register. */
  isShared: boolean;
};

/** What somebody sits down for. */
export type Goal = 'register' | 'classes' | 'leave' | 'answer';

/** Somebody with a name and a document of her own, by her number. */
export function newCaregiver(n: number, phone: Phone, localities: string[], isShared = false): Caregiver {
  return {
    n,
    first: 'Ana',
    last: spelled(100_000 + n),
    document: String(52_000_000 + n),
    locality: localities[n % localities.length] ?? '',
    phone,
    registered: false,
    places: new Set(),
    isShared,
  };
}

/**
 * Writes until she has what she sat down for, or has had enough: what she does goes by what her screen asks. `most`: she is
 * called away after so many messages.
 */
export function sits(her: Caregiver, goal: Goal, most = 24): Promise<void> {
  return her.phone.alone(async () => {
    if (!(await begins(her, goal))) return;
    for (let messages = 1; messages < most && !her.phone.isOver(); messages += 1) {
      const act = answers(her, goal);
      if (!act) return;
      await her.phone.pause(0);
      await wobbles(her);
      if (!(await act())) return;
    }
  });
}

const openings: Record<Goal, string[]> = {
  register: ['hola', 'registrarme', 'buenas, quiero registrarme', 'inscribirme'],
  classes: ['ver clases', 'qué clases hay', 'hola', 'quiero ver clases'],
  leave: ['mis clases'],
  answer: [],
};

async function begins(her: Caregiver, goal: Goal): Promise<boolean> {
  const { phone } = her;
  if (goal === 'answer') return true;
  if (goal === 'register' && phone.draw('at once') < 0.15)
    return phone.says(`Soy ${her.first} ${her.last} CC ${her.document} de ${her.locality}`);
  return phone.says(phone.oneOf('opening', openings[goal]) ?? 'hola');
}

// What people send besides, in the middle of anything.
async function wobbles(her: Caregiver): Promise<void> {
  const { phone } = her;
  const draw = phone.draw('wobble');
  const { person } = phone;
  if (draw < 0.01) await phone.does(() => person.sends({ kind: 'audio' }));
  else if (draw < 0.02) await phone.does(() => person.sends({ kind: 'sticker' }));
  else if (draw < 0.03) phone.blurts(() => person.sends({ kind: 'reaction', emoji: '👍' }));
  else if (draw < 0.035) await phone.says('ayuda');
  else if (draw < 0.037) await phone.says(phone.draw('danger') < 0.5 ? 'mi esposo me pega' : 'ya no quiero vivir');
  else if (draw < 0.045) await tapsAnOldOne(phone);
}

async function tapsAnOldOne(phone: Phone): Promise<void> {
  const old = phone.person.thread().filter(({ direction, choices }) => direction === 'outbound' && choices.length > 0);
  const bubble = phone.oneOf('old', old);
  const choice = bubble && phone.oneOf('old choice', bubble.choices);
  if (bubble && choice) await phone.does(() => phone.person.taps(choice.id, bubble.id));
}

/** Reads what a message tells of her. */
export function notes(her: Caregiver, { text }: Pick<Bubble, 'text'>): void {
  const got = /Tiene su cupo en \*(.+?)\*/.exec(text)?.[1];
  const left = /Listo, dejó \*(.+?)\*/.exec(text)?.[1];
  if (got) her.places.add(got);
  if (left) her.places.delete(left);
  if (text.includes('Su registro ya quedó')) her.registered = true;
}

type Act = () => Promise<boolean>;

/** What she does about what she is asked; nothing: she has what she wanted, or does not go on. */
function answers(her: Caregiver, goal: Goal): Act | undefined {
  const { phone } = her;
  const asked = phone.asked();
  const says = (text: string) => () => phone.says(text);
  const taps = (option: string) => () => (phone.draw('twice') < 0.03 ? tapsTwice(phone, option) : phone.taps(option));
  switch (asked) {
    case 'registration.consent':
      if (phone.draw('consent') < 0.02) return taps('no');
      return phone.draw('typed') < 0.4 ? says('sí') : taps('yes');
    case 'registration.name':
      return says(`${her.first} ${her.last}`);
    case 'registration.document':
      return phone.draw('typed') < 0.3 ? says(`cc ${her.document}`) : taps('CC');
    case 'registration.number':
      return says(her.document);
    case 'registration.summary':
      return phone.draw('fix') < 0.05 ? taps('fix') : taps('save');
    case 'registration.which':
      return taps('name');
    case 'registration.taken':
      return taps('person');
    case 'where.near':
      return says(her.locality);
    case 'registration.site':
    case 'enrolment.site':
      return taps(phone.oneOf('site', phone.options()) ?? 'menú');
    case 'resume.choice':
    case 'nudge.answer':
      return taps('go_on');
    case 'enrolment.choice':
      return picks(her);
    case 'enrolment.take':
      return /lista de espera/.test(phone.latest()?.text ?? '') && phone.draw('wait') < 0.4
        ? taps('other')
        : taps('yes');
    case 'enrolment.elsewhere':
      return phone.draw('elsewhere') < 0.5 ? taps('other') : taps('later');
    case 'menu.choice':
      return fromTheMenu(her, goal);
    case 'myClasses.choice':
      return goal === 'leave' && phone.options().includes('leave') ? taps('leave') : undefined;
    case 'myClasses.which':
      return leavesOne(her, goal);
    case 'myClasses.after':
      return phone.draw('undo') < 0.15 ? taps('undo') : taps('done');
    case 'reminder.answer':
      return comes(her);
    case 'placeOffer.answer':
      return phone.draw('offer') < 0.75 ? taps('yes') : taps('no');
    case 'offerEnded.stay':
      return phone.draw('stay') < 0.6 ? taps('yes') : taps('no');
    case 'whoWrites.who':
      return saysWho(her);
    default:
      return undefined;
  }
}

function tapsTwice(phone: Phone, option: string): Promise<boolean> {
  const of = phone.latest();
  const choice = of?.choices.find(({ id }) => id.endsWith(`:${option}`));
  if (choice && of) phone.blurts(() => phone.sent.push(phone.person.taps(choice.id, of.id)));
  return phone.taps(option);
}

function fromTheMenu({ phone, registered }: Caregiver, goal: Goal): Act | undefined {
  if (goal === 'answer') return undefined;
  if (goal === 'leave') return () => phone.says('mis clases');
  return registered || goal === 'classes' ? () => phone.says('ver clases') : () => phone.says('registrarme');
}

function picks({ phone }: Caregiver): Act | undefined {
  const classes = phone.options().filter((id) => id.length === 36);
  if (phone.draw('page') < 0.1 && phone.options().includes('more')) return () => phone.taps('more');
  const picked = phone.oneOf('class', classes);
  return picked && phone.draw('enough') > 0.1 ? () => phone.taps(picked) : undefined;
}

function leavesOne({ phone }: Caregiver, goal: Goal): Act {
  const mine = phone.options().filter((id) => id !== 'none');
  return () => phone.taps(goal === 'leave' ? (phone.oneOf('leave', mine) ?? 'none') : 'none');
}

function comes({ phone }: Caregiver): Act {
  const draw = phone.draw('comes');
  if (draw < 0.5) return () => phone.taps('yes');
  if (draw < 0.65) return () => phone.says('no voy');
  if (draw < 0.9) return () => phone.taps('no');
  return draw < 0.95 ? () => phone.taps('stop') : () => phone.says('voy');
}

function saysWho(her: Caregiver): Act {
  const { phone } = her;
  const mine = phone
    .latest()
    ?.choices.find(({ title }) => title.startsWith(her.first) && title.includes(her.last.slice(0, 1)));
  return () => phone.taps(mine?.id.split(':').at(-1) ?? 'other');
}
