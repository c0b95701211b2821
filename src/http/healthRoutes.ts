import type { Route } from './message';
import { json } from './reply';

export type Health = {
  /** Whether this process can serve now, and of what it needs, what is there. Must not wait for long. */
  ready: () => Promise<{ ok: boolean; checks: Record<string, boolean> }>;
  metrics: { text(): Promise<string>; contentType: string };
};

/** `/healthz`: the event loop turns. `/readyz`: able to serve, else 503 and what is missing. `/metrics`: for Prometheus. */
export function healthRoutes({ ready, metrics }: Health): Route[] {
  return [
    { method: 'GET', path: '/healthz', answer: async () => json(200, { ok: true }) },
    { method: 'GET', path: '/readyz', answer: () => readiness(ready) },
    {
      method: 'GET',
      path: '/metrics',
      answer: async () => ({
        status: 200,
        headers: { 'content-type': metrics.contentType },
        body: await metrics.text(),
      }),
    },
  ];
}

async function readiness(ready: Health['ready']) {
  const { ok, checks } = await ready();
  const failing = Object.keys(checks).filter((name) => !checks[name]);
  return json(ok ? 200 : 503, { ok, failing });
}
