import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { attendanceFile, attendanceRows, type ExportFormat } from '../services/attendanceExport';
import { type ExportWish, exportFileName, exportParameters, readExportRequest } from '../services/exportRequest';
import { tokenInForce } from '../services/tokens';
import type { Vault } from '../services/vault';
import type { HttpReply, HttpRequest, Route } from './message';
import { json } from './reply';

type ExportTools = { pool: Pool; vault: Vault; timeZone: string };

/** Lets programs with a token fetch attendance, two at a time: each holds a connection for as long as its reader takes. */
export function exportRoutes(tools: ExportTools): Route[] {
  const running = new Set<Readable>();
  const answer = (request: HttpRequest) => attendance(request, tools, running);
  return [{ method: 'GET', path: '/admin/exports/attendance.csv', answer }];
}

const most = 2;

const contentTypes: { [format in ExportFormat]: string } = {
  csv: 'text/csv; charset=utf-8',
  'excel-es': 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function attendance(request: HttpRequest, tools: ExportTools, running: Set<Readable>): Promise<HttpReply> {
  const { pool, vault, timeZone } = tools;
  const token = await tokenInForce(pool, request.headers.authorization);
  if (!token) return json(401, { error: 'token_wanted' }, { 'www-authenticate': 'Bearer realm="relevo"' });
  const { wish, faults } = readQuery(request.query);
  const read = await readExportRequest(pool, wish, timeZone);
  if (!read.ok || faults.length > 0) return json(400, { errors: [...faults, ...(read.ok ? [] : read.faults)] });
  if (running.size >= most) return json(503, { error: 'other_exports_running' }, { 'retry-after': '30' });
  const by = { actor: `token:${token.name}`, channel: 'http' };
  const rows = attendanceRows(pool, read.filter, { vault, timeZone, by });
  const body = Readable.from(attendanceFile(rows, read.format), { objectMode: false });
  running.add(body);
  body.once('close', () => running.delete(body));
  return {
    status: 200,
    headers: {
      'content-type': contentTypes[read.format],
      'content-disposition': `attachment; filename="${exportFileName(read.filter, read.format)}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
    body,
  };
}

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
