import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { attendanceRows, csvLines } from '../services/attendanceExport';
import { type ExportWish, exportFileName, exportParameters, readExportRequest } from '../services/exportRequest';
import { tokenInForce } from '../services/tokens';
import type { Vault } from '../services/vault';
import type { HttpReply, HttpRequest, Route } from './message';
import { json } from './reply';

type ExportTools = { pool: Pool; vault: Vault; timeZone: string };

/** Lets programs with a token fetch attendance. */
export function exportRoutes(tools: ExportTools): Route[] {
  return [{ method: 'GET', path: '/admin/exports/attendance.csv', answer: (request) => attendance(request, tools) }];
}

async function attendance(request: HttpRequest, { pool, vault, timeZone }: ExportTools): Promise<HttpReply> {
  const token = await tokenInForce(pool, request.headers.authorization);
  if (!token) return json(401, { error: 'token_wanted' }, { 'www-authenticate': 'Bearer realm="relevo"' });
  const { wish, faults } = readQuery(request.query);
  const read = await readExportRequest(pool, wish, timeZone);
  if (!read.ok || faults.length > 0) return json(400, { errors: [...faults, ...(read.ok ? [] : read.faults)] });
  const by = { actor: `token:${token.name}`, channel: 'http' };
  const rows = attendanceRows(pool, read.filter, { vault, timeZone, by });
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${exportFileName(read.filter)}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
    body: Readable.from(csvLines(rows, read.format), { objectMode: false }),
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
