import type { Ask, Known, Place, Script, Step } from './steps';

/** A fresh place in a script, knowing only what it was begun with. */
export function freshPlace(known: Known = {}): Place {
  return { at: '', known: { ...known }, asked: [], told: [], tries: 0, offered: [], nonce: '', since: 0 };
}

/** The question of that name, or nothing if the script has it no more. */
export function question(script: Script, name: string): Ask<Known, string> | undefined {
  return script.steps.find((step): step is Ask<Known, string> => step.kind === 'ask' && step.name === name);
}

/** Forgets an answer, all that hangs on it, and whatever was looked up after it. */
export function forget(script: Script, place: Place, name: string): void {
  delete place.known[name];
  place.asked = place.asked.filter((asked) => asked !== name);
  const position = script.steps.findIndex((step) => 'name' in step && step.name === name);
  for (const [index, step] of script.steps.entries()) {
    if (step.kind === 'learn' && index > position) delete place.known[step.name];
    if (hangsOn(step, name) && place.known[step.name] !== undefined) forget(script, place, step.name);
  }
}

/** Drops what was looked up, so that a place taken up again days later sees the world as it is now. */
export function refreshed(script: Script, place: Place): Place {
  const known = { ...place.known };
  for (const step of script.steps) if (step.kind === 'learn') delete known[step.name];
  return { ...place, known, tries: 0 };
}

function hangsOn(step: Step<Known>, name: string): step is Ask<Known, string> {
  return step.kind === 'ask' && (step.dependsOn?.includes(name) ?? false);
}
