import { es } from '../../locales/es';
import type { Talker } from './talker';
import { spelled, type Town } from './town';

/** Registers, takes a place, and perhaps leaves it for another; knows after each message what she should be asked. */
export async function caregiverStory(her: Talker, town: Town, n: number): Promise<void> {
  if (her.draw('way') < 0.6) await registersFirst(her, town, n);
  else await picksFirst(her, town, n);
  while (!her.truth.waits && her.draw('more') < 0.6) await changesHerMind(her, town);
}

async function registersFirst(her: Talker, town: Town, n: number): Promise<void> {
  await her.says(her.draw('greeting') < 0.7 ? 'hola' : 'buenas tardes', 'menu.choice');
  await her.says('registrarme', 'registration.consent');
  await consents(her);
  await saysWho(her, n, 'where.near');
  await wobbles(her, 'where.near');
  await saysWhere(her, town, 'registration.site', 'registration.summary');
  await wobbles(her, 'registration.summary');
  await her.taps('save', 'enrolment.choice', 'enrolment.elsewhere');
  her.truth.registered = true;
  await takesPlace(her, true);
}

async function picksFirst(her: Talker, town: Town, n: number): Promise<void> {
  await her.says(es['menu.classes'], 'where.near');
  const came = await saysWhere(her, town, 'enrolment.site', 'enrolment.choice', 'enrolment.elsewhere');
  if (came === 'enrolment.elsewhere') {
    await her.taps('later', 'enrolment.leftForNow');
    return;
  }
  const picked = oneOf(her, free(her));
  if (!picked) {
    await her.says('cancelar', 'menu.choice');
    return;
  }
  await her.taps(picked, 'registration.consent');
  await consents(her);
  await saysWho(her, n, 'registration.summary');
  const then = await her.taps('save', ...afterTaking(her, picked));
  her.truth.registered = true;
  if (then === 'enrolment.waits') her.truth.waits = true;
  else if (then === 'enrolment.taken') has(her, picked);
  else await takesAnother(her, then);
}

async function consents(her: Talker): Promise<void> {
  if (her.draw('typed') < 0.5) await her.says('sí', 'registration.name');
  else await her.taps('yes', 'registration.name');
  her.truth.consents += 1;
}

async function saysWho(her: Talker, n: number, then: string): Promise<void> {
  await her.says(`Ana ${spelled(1000 + n)}`, 'registration.document');
  await wobbles(her, 'registration.document');
  await her.taps('CC', 'registration.number');
  if (her.draw('back') < 0.05) {
    await her.says('atrás', 'registration.document');
    await her.taps('CC', 'registration.number');
  }
  await wobbles(her, 'registration.number');
  await her.says(String(52_000_000 + n), then);
}

// Help and the menu lead back to the very question she was at.
async function wobbles(her: Talker, at: string): Promise<void> {
  const draw = her.draw('wobble');
  if (draw < 0.04) await her.says('ayuda', at);
  else if (draw < 0.08) {
    await her.says('menú', 'menu.choice');
    await her.says('registrarme', 'resume.choice');
    await her.taps('go_on', at);
  }
}

/** `several`: the question which of the sites there, if it is asked. */
async function saysWhere(her: Talker, { localities }: Town, several: string, ...then: string[]): Promise<string> {
  const place = localities[Math.floor(her.draw('where') * localities.length)];
  const came = await her.says(place?.name ?? '', several, ...then);
  return came === several ? her.taps(oneOf(her, choices(her)), ...then) : came;
}

/** `direct`: what she picks is taken without being asked once more. */
async function takesPlace(her: Talker, direct: boolean): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) {
    const picked = oneOf(her, free(her));
    if (!picked) break;
    if (!direct) await her.taps(picked, 'enrolment.take');
    const came = await her.taps(direct ? picked : 'yes', ...afterTaking(her, picked));
    if (came === 'enrolment.already') return;
    if (came === 'enrolment.waits') {
      her.truth.waits = true;
      return;
    }
    if (came === 'enrolment.taken') {
      has(her, picked);
      return;
    }
    await doesNotWait(her, came);
  }
  // Full, wherever she looked.
  await her.says('cancelar', 'menu.choice');
}

async function takesAnother(her: Talker, came: string): Promise<void> {
  await doesNotWait(her, came);
  await takesPlace(her, false);
}

// The last place has just gone: she takes another class rather than wait for this one.
async function doesNotWait(her: Talker, came: string): Promise<void> {
  if (came === 'enrolment.take') await her.taps('other', 'enrolment.choice');
}

// The class may have filled up since she saw the list: the question says so, and her yes is for the waiting list.
function afterTaking(her: Talker, picked: string): string[] {
  if (her.truth.places.has(picked)) return ['enrolment.already'];
  return ['enrolment.taken', 'enrolment.waits', 'enrolment.take', 'enrolment.choice', 'enrolment.elsewhere'];
}

function has(her: Talker, place: string): void {
  her.truth.places.add(place);
  her.truth.taken += 1;
}

async function changesHerMind(her: Talker, town: Town): Promise<void> {
  const [place] = her.truth.places;
  if (!her.truth.registered || place === undefined) await her.says('mis clases', 'myClasses.none');
  else {
    await her.says('mis clases', 'myClasses.choice');
    await her.taps('leave', 'myClasses.which');
    await her.taps(place, 'myClasses.after');
    her.truth.places.delete(place);
    await her.taps('done', 'myClasses.bye');
  }
  if (!her.truth.registered) return;
  // She is shown the classes of her own site; sometimes she looks elsewhere.
  let came = await her.says(es['menu.classes'], 'enrolment.choice', 'enrolment.elsewhere');
  if (came === 'enrolment.choice' && her.draw('elsewhere') < 0.5) {
    await her.taps('elsewhere', 'where.near');
    came = await saysWhere(her, town, 'enrolment.site', 'enrolment.choice', 'enrolment.elsewhere');
  }
  if (came === 'enrolment.choice') await takesPlace(her, false);
  else await her.taps('later', 'enrolment.leftForNow');
}

function free(her: Talker): string[] {
  const classes = her.latest()?.choices.filter(({ detail = '' }) => !detail.includes('lleno')) ?? [];
  return classes.map(({ id }) => id.split(':')[3] ?? '').filter((id) => id.length === 36);
}

function choices(her: Talker): string[] {
  return her.latest()?.choices.map(({ id }) => id.split(':')[3] ?? '') ?? [];
}

function oneOf(her: Talker, options: string[]): string {
  return options[Math.floor(her.draw('which') * options.length)] ?? '';
}
