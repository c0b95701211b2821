import { createGraph } from '../../../src/channels/whatsapp/graph';
import type { UploadResult } from '../../../src/channels/whatsapp/graphAnswer';
import { openStandIn, type StandIn } from '../../../src/channels/whatsapp/simulator/standIn';
import { uploadBody } from '../../../src/channels/whatsapp/uploadBody';
import { createUploads } from '../../../src/channels/whatsapp/uploads';
import type { SheetFile } from '../../../src/domain/talk';
import { kept } from '../../db/outboxRows';
import { pause, senderWorld } from './senderWorld';

const world = senderWorld();
const file: SheetFile = {
  kind: 'sheet',
  classCode: 'C1',
  from: '2025-01-01',
  to: '2025-03-31',
  asOf: '2025-03-31T12:00:00Z',
};
const made = {
  name: 'asistencia.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  bytes: Buffer.from('PK'),
};

async function filed(): Promise<string> {
  const [id = ''] = await world.messages(await world.person(), 1);
  await world.pool.query('update outbox set body = $2 where id = $1', [id, JSON.stringify({ text: 'Aquí va.', file })]);
  return id;
}

function uploading(results: UploadResult[]) {
  const uploaded: string[] = [];
  const upload = async ({ name }: { name: string }) => {
    uploaded.push(name);
    return results.shift() ?? { kind: 'failed' as const };
  };
  return { uploads: createUploads({ upload }, async () => made), uploaded };
}

test('a file goes up first, then as a document with the words below it', async () => {
  const id = await filed();
  world.sender({ uploads: uploading([{ kind: 'uploaded', mediaId: 'm1' }]).uploads });
  await world.allSent();
  expect(world.graph.posts).toMatchObject([
    { tag: id, body: { type: 'document', document: { id: 'm1', filename: 'asistencia.xlsx', caption: 'Aquí va.' } } },
  ]);
});

test('an upload that failed posts nothing and is done again; one that went is not', async () => {
  const id = await filed();
  const { uploads, uploaded } = uploading([{ kind: 'failed' }, { kind: 'uploaded', mediaId: 'm2' }]);
  world.graph.script(() => (world.graph.posts.length === 1 ? { kind: 'error', status: 500, code: 131000 } : undefined));
  world.sender({ uploads });
  await world.allSent();
  expect(uploaded).toHaveLength(2);
  expect((await kept(world.pool, id)).status).toBe('accepted');
});

test('an upload that was refused for good fails the message', async () => {
  const id = await filed();
  world.sender({ uploads: uploading([{ kind: 'refused', code: 131053, action: 'fail' }]).uploads });
  while ((await kept(world.pool, id)).status !== 'failed') await pause(20);
  expect(world.graph.posts).toEqual([]);
});

describe('at the stand-in', () => {
  let standIn: StandIn;
  beforeAll(async () => {
    const number = { phoneNumberId: '1065', accessToken: 't', appSecret: 's', verifyToken: 'v' };
    standIn = await openStandIn({ ...number, webhookUrl: () => 'http://127.0.0.1:9/', host: '127.0.0.1' });
  });
  afterAll(() => standIn.close());

  test.each([
    ['a workbook', made.type],
    ['a CSV, as the text it is', 'text/csv; charset=utf-8'],
  ])('%s is taken', async (_, type) => {
    const graph = createGraph({ url: standIn.url, version: 'v25.0', phoneNumberId: '1065', accessToken: 't' });
    expect(await graph.upload({ ...made, type })).toEqual({ kind: 'uploaded', mediaId: expect.any(String) });
    expect(await graph.upload({ ...made, type: 'application/zip' })).toMatchObject({ kind: 'refused', code: 100 });
    graph.close();
  });
});

test('a name cannot break out of the form', () => {
  const { bytes } = uploadBody({ ...made, name: 'a"\r\nx: y.csv', type: 'text/csv' });
  expect(bytes.toString()).toContain('filename="a___x_ y.csv"');
});
