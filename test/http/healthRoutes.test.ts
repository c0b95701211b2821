import { healthRoutes } from '../../src/http/healthRoutes';
import { createMetrics } from '../../src/metrics';
import { serve, stopAll } from './httpServer';

let checks: Record<string, boolean> = {};
let url = '';

beforeAll(async () => {
  const metrics = createMetrics();
  const ready = async () => ({ ok: checks.postgres === true, checks });
  ({ url } = await serve(healthRoutes({ ready, metrics }), { metrics }));
});
afterAll(stopAll);

async function get(path: string) {
  const answer = await fetch(url + path);
  return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
}

test('alive whatever is missing', async () => {
  checks = { postgres: false, redis: false };
  expect(await get('/healthz')).toEqual({ status: 200, type: 'application/json', body: '{"ok":true}' });
});

test('ready when all is there', async () => {
  checks = { postgres: true, redis: true };
  expect(await get('/readyz')).toMatchObject({ status: 200, body: '{"ok":true,"failing":[]}' });
});

test('ready without what is only helpful, and says that it is missing', async () => {
  checks = { postgres: true, redis: false };
  expect(await get('/readyz')).toMatchObject({ status: 200, body: '{"ok":true,"failing":["redis"]}' });
});

test('not ready without what is needed, and says what', async () => {
  checks = { postgres: false, redis: true };
  expect(await get('/readyz')).toMatchObject({ status: 503, body: '{"ok":false,"failing":["postgres"]}' });
});

test('metrics are given as Prometheus reads them, the answers before among them', async () => {
  await get('/healthz');
  const { status, type, body } = await get('/metrics');
  expect([status, type]).toEqual([200, expect.stringContaining('text/plain; version=0.0.4')]);
  expect(body).toMatch(/^relevo_http_answers_total\{route="\/healthz",status="200"\} \d+$/m);
});
