import { words } from '../src/script/build';
import { say } from '../src/script/say';

type Reminders = { wanted: boolean; noted: true };
const { script, act, stopWhen } = words<Reminders>();

/** "No más recordatorios", and "quiero recordatorios": done at once, for her and for this chat. */
export const reminders = script(
  'reminders',
  [
    act('noted', async ({ wanted = false }, { desk }) => {
      await desk.wantReminders(wanted);
      await desk.wantNudges(wanted);
      return true;
    }),
    stopWhen(
      () => true,
      ({ wanted }) => say(wanted ? 'reminders.on' : 'reminders.off'),
    ),
  ],
  { noDraft: true },
);
