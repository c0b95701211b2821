import { readFileSync } from 'node:fs';
import type { Pool } from 'pg';
import { sessionOnShow } from '../db/checkIns';
import { CHECK_IN_AFTER_MS, CHECK_IN_BEFORE_MS, CODE_LASTS_MS, codeMinute } from '../domain/checkIn';
import { projectFile } from '../projectFiles';
import { checkInCode, readTicket } from '../services/checkIn';
import type { Vault } from '../services/vault';
import type { HttpReply, Route } from './message';
import { keptFile } from './packed';
import { qrSvg } from './qr';

export type CheckInPages = {
  pool: Pool;
  vault: Vault;
  now: () => Date;
  /** The programme's WhatsApp number in digits, for the QR code; without it only the words are shown. */
  number?: string;
};

/** `/asistir/…`: what an instructor shows her class, a code and its QR code, both new every minute. Works without scripts. */
export function checkInRoutes(tools: CheckInPages): Route[] {
  const page = file('checkIn.html');
  return [
    {
      method: 'GET',
      path: '/asistir/:ticket',
      answer: async ({ params }) => {
        const sessionId = readTicket(tools.vault, params.ticket ?? '');
        const session = sessionId && (await sessionOnShow(tools.pool, sessionId));
        if (!sessionId || !session) return { status: 404, body: 'No hay ninguna clase en esta dirección.' };
        const now = tools.now();
        const isOpen =
          now.getTime() >= session.startsAt.getTime() - CHECK_IN_BEFORE_MS &&
          now.getTime() <= session.endsAt.getTime() + CHECK_IN_AFTER_MS;
        const code = checkInCode(tools.vault, sessionId, codeMinute(now));
        const shown = isOpen
          ? { code, qr: tools.number ? qrSvg(checkInLink(tools.number, code)) : '', claimed: String(session.claimed) }
          : {};
        const body = filled(only(isOpen ? 'open' : 'closed', page), { name: escaped(session.className), ...shown });
        return html(body, CODE_LASTS_MS - (now.getTime() % CODE_LASTS_MS));
      },
    },
    keptFile('/checkIn.css', 'text/css; charset=utf-8', file('checkIn.css')),
  ];
}

/** The link that opens WhatsApp with the words typed already. */
export function checkInLink(number: string, code: string): string {
  return `https://wa.me/${number}?text=${encodeURIComponent(`asistir ${code}`)}`;
}

const CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// The page comes again by itself as the next code begins.
function html(body: string, nextMs: number): HttpReply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CSP,
      refresh: String(Math.ceil(nextMs / 1000)),
    },
    body,
  };
}

function only(kept: 'open' | 'closed', page: string): string {
  const dropped = kept === 'open' ? 'closed' : 'open';
  return page.replace(new RegExp(` *<!-- ${dropped} -->[^]*<!-- /${dropped} -->\n`), '');
}

function filled(page: string, blanks: Record<string, string>): string {
  return page.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => blanks[name] ?? '');
}

function escaped(text: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}

function file(name: string): string {
  return readFileSync(projectFile('src', 'http', 'page', name), 'utf8');
}
