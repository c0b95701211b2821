import { play, type Step } from '../../../src/commands/demo/play';
import { type EchoService, openEchoService } from '../../channels/simulator/echoService';

let service: EchoService;
let printed = '';

beforeAll(async () => {
  service = await openEchoService(
    {},
    { reply: ({ from }) => ({ to: from, type: 'text', text: { body: 'Hola, Ana.' } }) },
  );
  jest.spyOn(console, 'log').mockImplementation((line) => {
    printed += line;
  });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await service.close();
});

test('a scene whose answers are right is printed as a talk', async () => {
  await told({ says: 'hola', shows: ['Hola', 'Ana'], lacks: ['Rosa'] });
  expect(printed).toMatch(/── Greeting ─+\s+Ana ▸ hola\s+Relevo ▸ Hola, Ana\./);
});

test.each([
  ['lacks what must stand there', { says: 'hola', shows: ['Hola', 'Rosa'] }, '- must show "Rosa"'],
  ['has what must not', { says: 'hola', shows: [], lacks: ['Ana'] }, '- must not show "Ana"'],
  ['has nothing to tap', { taps: 'Guardar', shows: [] }, 'sees nothing to tap that is called "Guardar"'],
] as [string, Step, string][])(
  'a step whose answer %s ends the story, and says which and why',
  async (_, step, why) => {
    const fault = await told({ says: 'hola', shows: [] }, step).catch(({ message }: Error) => message);
    expect(fault).toContain('"Greeting", step 2');
    expect(fault).toContain(why);
  },
);

function told(...steps: Step[]): Promise<void> {
  const person = service.standIn.person({ name: 'Ana', phone: '573009990009' });
  return play({ title: 'Greeting', steps }, person, { width: 80, colours: false });
}
