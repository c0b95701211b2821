import type { Bubble } from '../../src/channels/whatsapp/simulator/phone/bubble';
import { addDays, dateIn, instantOf, timeIn } from '../../src/domain/calendar';
import { questionIn } from '../chaos/questions';
import { type Caregiver, type Goal, newCaregiver, notes, sits } from './caregiver';
import { type City, firstDay, timeZone } from './city';
import { type Instructor, type Meeting, marks, undoes } from './instructor';
import type { Phone, Phones } from './phones';

/** Everybody in the city, and what they will do in the week. */
export type People = { caregivers: Caregiver[]; instructors: Instructor[]; end: number };
export type WeekOf = { caregivers: number; days: number };

/** Lets people live their week: each does something at times of her own, and about what comes to her phone. */
export function openPeople(city: City, phones: Phones, { caregivers, days }: WeekOf): People {
  const end = instantOf(timeZone, addDays(firstDay, days), '00:00').getTime();
  const onPaper = city.enrolled.flatMap(({ phone }) => (phone ? [phone] : []));
  const people: Caregiver[] = [];
  for (let n = 0; n < caregivers; n += 1) people.push(...household(n, city, phones, onPaper));
  for (const her of people) caregiversWeek(her, days);
  const instructors = city.instructors.map(({ phone, classes }) => {
    const meetings = classes.flatMap((of) => of.meets.map((meets) => meetingOf(of, meets)));
    return { phone: phones.open({ name: 'Gloria', phone }), meetings };
  });
  for (const her of instructors) instructorsWeek(her);
  return { caregivers: people, instructors, end };
}

// One in twenty shares her phone with somebody else; some write from a number that the city knows from paper.
function household(n: number, city: City, phones: Phones, onPaper: string[]): Caregiver[] {
  const phone = onPaper[3 * n];
  if (phone !== undefined && n % 4 === 0) {
    const hers = phones.open({ name: 'Rosa', phone });
    return [{ ...newCaregiver(n, hers, city.localities, true), registered: true }];
  }
  const who = { name: `Ana ${n}`, phone: `57320${String(n).padStart(7, '0')}` };
  const isHidden = n % 20 === 7;
  const isShared = n % 20 === 3;
  const hers = phones.open({ ...who, ...((isHidden || n % 3 === 0) && { bsuid: `CO.${10_000_000_000_000 + n}` }) });
  if (isHidden) hers.person.hidesNumber(true, `ana.${n}`);
  const her = newCaregiver(n, hers, city.localities, isShared);
  return isShared ? [her, newCaregiver(500_000 + n, hers, city.localities, true)] : [her];
}

function meetingOf(of: Meeting['of'], { day, to }: Meeting['of']['meets'][number]): Meeting {
  const endsAt = instantOf(timeZone, day, to).getTime();
  return { of, day, endsAt, meant: new Map(), before: new Map(), saved: 0, unsure: false };
}

/** Does something at a time; people look at their phones on the full twenty minutes, so that a week has an end. */
function at(moment: number, work: () => Promise<void> | void): void {
  const grid = Math.ceil(moment / GRID_MS) * GRID_MS;
  setTimeout(() => void work(), Math.max(1, grid - Date.now()));
}
const GRID_MS = 20 * 60_000;
const HOUR_MS = 3_600_000;

/** A moment of a day when people are awake. */
function someTime(phone: Phone, day: number): number {
  const hour = 6.5 + 15 * phone.draw('hour');
  return instantOf(timeZone, addDays(firstDay, day), '00:00').getTime() + hour * HOUR_MS;
}

function caregiversWeek(her: Caregiver, days: number): void {
  const { phone } = her;
  const draw = phone.draw;
  const day = Math.floor(draw('day') * days);
  const first = someTime(phone, day);
  const goal: Goal = her.registered ? 'classes' : draw('goal') < 0.6 ? 'register' : 'classes';
  // One in six is called away, and comes back hours or days later.
  const isInterrupted = draw('interrupted') < 0.16;
  at(first, () => sits(her, goal, isInterrupted ? 1 + Math.floor(6 * draw('when')) : 24));
  if (isInterrupted) at(first + (0.5 + 40 * draw('back')) * HOUR_MS, () => sits(her, 'register'));
  if (draw('more') < 0.35) at(first + (2 + 60 * draw('later')) * HOUR_MS, () => sits(her, 'classes'));
  if (draw('leaves') < 0.3) at(first + (3 + 80 * draw('leave')) * HOUR_MS, () => sits(her, 'leave'));
  fates(her, first);
  // On a shared phone the last of them notes; what they believe is not asked.
  phone.onShown = (bubble) => notes(her, bubble);
  phone.onNotice = (bubble) => reacts(her, bubble);
}

// What happens to phones.
function fates({ phone, n }: Caregiver, first: number): void {
  const { person, draw, sent } = phone;
  const fate = draw('fate');
  const when = first + (4 + 70 * draw('fate when')) * HOUR_MS;
  if (fate < 0.02) at(when, () => void sent.push(person.changesNumber(`57321${String(n).padStart(7, '0')}`)));
  // Whoever has no id cannot change it.
  else if (fate < 0.03 && n % 3 === 0) at(when, () => void sent.push(person.changesId()));
  else if (fate < 0.045) at(when, () => person.reach('gone'));
  else if (fate < 0.06) at(when, () => person.reach('blocked'));
  else if (fate < 0.1) {
    at(when, () => person.reach('offline'));
    at(when + (2 + 30 * draw('offline')) * HOUR_MS, () => person.reach('online'));
  } else if (fate < 0.15) person.sharesReceipts(false);
}

// Many do not answer; some do at once, some in the evening, some days later.
function reacts(her: Caregiver, bubble: Bubble): void {
  const { draw } = her.phone;
  if (bubble.choices.length === 0 || draw('reacts') < 0.35) return;
  const how = draw('how late');
  const late = how < 0.6 ? 0.7 * draw('minutes') : how < 0.9 ? 12 * draw('hours') : 60 * draw('days');
  const moment = Date.now() + late * HOUR_MS;
  // Nobody answers in her sleep.
  const isNight = Number(timeIn(timeZone, new Date(moment)).slice(0, 2)) < 6;
  const tap = () => answersOf(her, bubble);
  at(isNight ? moment + 7 * HOUR_MS : moment, tap);
}

// She answers what she sees last, or scrolls up to the very message.
function answersOf(her: Caregiver, bubble: Bubble): Promise<void> {
  const { phone } = her;
  if (phone.latest()?.id === bubble.id || phone.draw('scrolls') < 0.5) return sits(her, 'answer', 6);
  const choice = phone.oneOf('which', bubble.choices);
  return phone.alone(async () => {
    if (choice) await phone.does(() => phone.person.taps(choice.id, bubble.id));
  });
}

function instructorsWeek(her: Instructor): void {
  const { phone, meetings } = her;
  const { draw } = phone;
  for (const meeting of meetings) {
    const today = () => dateIn(timeZone, new Date());
    const mark = () => (meeting.saved === 0 ? marks(her, meeting, today()) : undefined);
    const end = meeting.endsAt;
    // Some mark of their own accord as soon as it is over; the others when they are asked, or in the evening, or next day.
    if (draw('own') < 0.4) at(end + 1, mark);
    at(end + (0.3 + 2 * draw('evening')) * HOUR_MS, () => (draw('tired') < 0.2 ? undefined : mark()));
    at(end + 18 * HOUR_MS, mark);
    at(end + (3 + draw('later')) * HOUR_MS, async () => {
      if (meeting.saved === 0 || today() !== meeting.day) return;
      if (draw('undo') < 0.07) await undoes(her);
      else if (draw('corrects') < 0.2) await marks(her, meeting, today());
    });
    at(end + 26 * HOUR_MS, () => (meeting.saved > 0 && draw('late') < 0.06 ? marks(her, meeting, today()) : undefined));
  }
  phone.onNotice = (bubble) => {
    if (questionIn(bubble) !== 'attendanceDue.mark') return;
    const meeting = meetings.find((one) => bubble.text.includes(`*${one.of.name}*`) && one.endsAt <= Date.now());
    if (meeting && draw('asked') < 0.7)
      at(Date.now() + 0.5 * draw('soon') * HOUR_MS, () => marks(her, meeting, dateIn(timeZone, new Date())));
  };
}
