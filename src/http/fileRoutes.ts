import type { Pool } from 'pg';
import { classSheet } from '../services/exports/classSheet';
import { readFileTicket } from '../services/fileTickets';
import type { Vault } from '../services/vault';
import type { Route } from './message';

/** `/archivo/…`: a file that a message on the web leads to, for as long as its address is good. Made when it is asked for. */
export function fileRoutes(tools: { pool: Pool; vault: Vault; timeZone: string; now: () => Date }): Route[] {
  const { pool, vault, now } = tools;
  return [
    {
      method: 'GET',
      path: '/archivo/*',
      answer: async ({ params }) => {
        const file = readFileTicket(vault, params['*'] ?? '', now());
        if (!file) return { status: 404, body: 'Esta dirección ya no sirve. Pida la planilla otra vez en el chat.' };
        const { name, type, bytes } = await classSheet(pool, file, tools);
        const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
        return { status: 200, headers, body: bytes };
      },
    },
  ];
}
