import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { exportFile, exportFileName } from '../services/exports/exportFile';
import {
  type ExportKind,
  type ExportRequest,
  type ExportWish,
  exportParameters,
  readExportRequest,
} from '../services/exports/exportRequest';
import { rosterPolicy } from '../services/exports/rosterStyle';
import { tokenInForce } from '../services/tokens';
import type { Vault } from '../services/vault';
import type { HttpReply, HttpRequest, Route } from './message';
import { json } from './reply';

type ExportTools = { pool: Pool; vault: Vault; timeZone: string; now: () => Date };

/** Lets programs with a token fetch exports, two at a time: each holds a connection for as long as its reader takes. */
export function exportRoutes(tools: ExportTools): Route[] {
  const running = new Set<Readable>();
  return Object.entries(paths).map(([path, kind]) => ({
    method: 'GET',
    path,
    answer: (request) => answer(request, kind, tools, running),
  }));
}

const paths: { [path: string]: ExportKind } = {
  '/admin/exports/attendance.csv': 'attendance',
  '/admin/exports/roster.html': 'roster',
  '/admin/exports/open-data.csv': 'open-data',
};

const most = 2;

async function answer(
  request: HttpRequest,
  kind: ExportKind,
  tools: ExportTools,
  running: Set<Readable>,
): Promise<HttpReply> {
  const { pool, vault, timeZone, now } = tools;
  const token = await tokenInForce(pool, request.headers.authorization);
  if (!token) return json(401, { error: 'token_wanted' }, { 'www-authenticate': 'Bearer realm="relevo"' });
  const { wish, faults } = readQuery(request.query);
  const read = await readExportRequest(pool, kind, wish, { timeZone, now: now() });
  if (!read.ok || faults.length > 0) return json(400, { errors: [...faults, ...(read.ok ? [] : read.faults)] });
  if (running.size >= most) return json(503, { error: 'other_exports_running' }, { 'retry-after': '30' });
  const by = { actor: `token:${token.name}`, channel: 'http' };
  const body = Readable.from(exportFile(pool, read.request, { vault, timeZone, by }), { objectMode: false });
  running.add(body);
  body.once('close', () => running.delete(body));
  return { status: 200, headers: headers(read.request), body };
}

function headers(request: ExportRequest): Record<string, string> {
  const name = exportFileName(request);
  const isPage = request.format === 'html';
  return {
    'content-type': contentTypes[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream',
    'content-disposition': `${isPage ? 'inline' : 'attachment'}; filename="${name}"`,
    ...(isPage && { 'content-security-policy': `${rosterPolicy}; frame-ancestors 'none'` }),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
}

const contentTypes: { [ending: string]: string } = {
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.html': 'text/html; charset=utf-8',
};

function readQuery(query: URLSearchParams): { wish: ExportWish; faults: string[] } {
  const known: readonly string[] = exportParameters;
  const faults = [...new Set(query.keys())].flatMap((name) => {
    if (!known.includes(name)) return [`there is no parameter ${JSON.stringify(name.slice(0, 40))}`];
    return query.getAll(name).length > 1 ? [`${name} is given twice`] : [];
  });
  const wish = Object.fromEntries(
    exportParameters.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])),
  );
  return { wish, faults };
}
