import type { PassingQuestion } from '../src/replies/passingQuestion';
import { type Said, say } from '../src/script/say';
import type { World } from '../src/script/steps';
import type { MyClass } from '../src/services/placesDesk';
import { sitesSeen } from './enrolmentKnown';
import { programme } from './programme';
import { spokenSlots } from './spoken';
import type { Where } from './where';

/** What a script may know of what she asks about: the sites she looks at, and the class she means. */
type Seen = Pick<Partial<Where>, 'near' | 'site'> & {
  wanted?: { offer: ClassKnown };
  picked?: ClassKnown | null;
  classes?: ClassKnown[];
};
type ClassKnown = Pick<MyClass, 'name' | 'site' | 'address' | 'slots'>;
type Asker = Pick<World, 'speaker' | 'locale'>;

/** The answer to a question asked in passing; none where it hangs on something that is not known yet. */
export function answerTo(question: PassingQuestion, known: Seen, { speaker, locale }: Asker): Said[] {
  switch (question) {
    case 'cost':
      return [say('asked.cost')];
    case 'care':
      return [say('asked.care')];
    case 'who':
      return [say('asked.who')];
    case 'men':
      return [say('asked.men')];
    case 'minor':
      return [say('asked.minor')];
    case 'another':
      return [say(speaker ? 'asked.another' : 'asked.anotherNew')];
    case 'virtual':
      return [say('asked.virtual')];
    case 'hours':
      return [say('asked.hours')];
    case 'team':
      return [say('asked.team')];
    case 'what':
      return [say('asked.what', { programme: programme.name })];
    case 'trust':
      return [say('asked.trust')];
    case 'where':
      return addresses(known);
    case 'when':
      return times(known, locale);
    case 'absence':
      return [say('asked.absence')];
    case 'wait':
      return [say('asked.wait')];
    case 'back':
      return [say('asked.back')];
    case 'thanks':
      return [say('asked.thanks')];
    // Only where nothing is open is there anything to say to it.
    case 'ok':
      return [];
    case 'hello':
      return [say('asked.hello')];
  }
}

function addresses(known: Seen): Said[] {
  const places = classesOf(known).flatMap(({ site: name, address }) => ({ name, address }));
  return (
    places.length > 0
      ? places
      : sitesSeen({ ...(known.near && { near: known.near }), ...(known.site && { site: known.site }) })
  ).flatMap(({ name, address }) => (address ? [say('asked.where', { name, address })] : []));
}

function times(known: Seen, locale: string): Said[] {
  const hers = classesOf(known).map(({ name, slots }) => say('asked.when', { name, when: spokenSlots(slots, locale) }));
  return hers.length > 0 ? hers : [say('asked.hours')];
}

// The class she is about to take, or has a place in.
function classesOf({ wanted, picked, classes }: Seen): ClassKnown[] {
  const one = picked ?? wanted?.offer;
  return one ? [one] : (classes ?? []);
}
