import { words } from '../src/script/build';
import { say } from '../src/script/say';

type Rights = { wish: 'see' | 'change'; asked: true };
const { script, act, stopWhen } = words<Rights>();

/** "Mis datos", "corregir", "borrar": her request goes to the team, with the days the law gives to answer it. */
export const rights = script('rights', [
  act('asked', ({ wish }, { desk }) =>
    desk.askForPerson({ script: 'rights', question: wish ?? 'see' }).then(() => true),
  ),
  stopWhen(
    () => true,
    ({ wish }) => say(wish === 'change' ? 'rights.change' : 'rights.see'),
  ),
]);
