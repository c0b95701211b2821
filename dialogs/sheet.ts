import { addDays } from '../src/domain/calendar';
import type { SheetFile } from '../src/domain/talk';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { World } from '../src/script/steps';
import { onlyForInstructors } from './onlyForStaff';

type Taught = { code: string; name: string; site: string };
type Sheet = { classes: Taught[]; chosen: string };
const { script, ask, learn, stopWhen } = words<Sheet>();

/** An instructor asks for the sheet of a class of hers: who came when, as a workbook. */
export const sheet = script(
  'sheet',
  [
    onlyForInstructors<Sheet>(),
    learn('classes', (_, { desk }) => desk.classesTaught()),
    stopWhen(
      ({ classes = [] }) => classes.length === 0,
      () => say('sheet.none'),
    ),
    ask('chosen', {
      say: () => say('sheet.which'),
      options: ({ classes = [] }) =>
        classes.slice(0, 10).map(({ code: id, name: title, site: detail }) => ({ id, title, detail })),
      open: say('sheet.open'),
      when: ({ classes = [] }) => classes.length > 1,
    }),
    stopWhen(
      () => true,
      (known, world) => {
        const name = classOf(known)?.name ?? '';
        if (world.channel === 'whatsapp') return say('sheet.here', { name });
        return say('sheet.link', { name, link: world.desk.fileLink(fileOf(known, world)) });
      },
      (known, world) => (world.channel === 'whatsapp' ? fileOf(known, world) : undefined),
    ),
  ],
  { noDraft: true, provenOnly: true },
);
// A term and a little more.
const DAYS = 180;

function fileOf(known: Partial<Sheet>, { today, now }: World): SheetFile {
  const classCode = classOf(known)?.code ?? '';
  return { kind: 'sheet', classCode, from: addDays(today, -DAYS), to: today, asOf: now.toISOString() };
}

function classOf({ classes = [], chosen }: Partial<Sheet>): Taught | undefined {
  return classes.length > 1 ? classes.find(({ code }) => code === chosen) : classes[0];
}
