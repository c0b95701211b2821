import { readFileSync } from 'node:fs';
import { projectFile } from '../projectFiles';
import type { HttpReply, Route } from './message';
import { keptFile } from './packed';

export type Home = {
  /** Whether the simulated phone is on, and linked to; else the page says that WhatsApp is. */
  phone: boolean;
  /** Where people reach this service; absent: as whoever asks did. */
  publicUrl?: string;
};

/** `/acerca`: says what Relevo is and where its parts are; with its style and its picture. Read once, when the routes are made. */
export function homeRoutes({ phone, publicUrl }: Home): Route[] {
  const page = only(phone ? 'phone' : 'whatsapp', file('home.html'));
  return [
    { method: 'GET', path: '/acerca', answer: async ({ headers }) => html(addressed(page, publicUrl, headers.host)) },
    keptFile('/home.css', 'text/css; charset=utf-8', file('home.css')),
    keptFile('/home.svg', 'image/svg+xml', file('home.svg')),
  ];
}

const CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function html(body: string): HttpReply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': CSP,
      'cache-control': 'no-cache',
    },
    body,
  };
}

// A Host brings no markup in: the server has refused all but letters, digits and "._-:[]".
function addressed(page: string, publicUrl: string | undefined, host = 'localhost'): string {
  return page.replaceAll('{{address}}', () => publicUrl ?? `http://${host}`);
}

// The page holds both variants, each between comments of its name, so that it can be read as one page.
function only(kept: 'phone' | 'whatsapp', page: string): string {
  const dropped = kept === 'phone' ? 'whatsapp' : 'phone';
  return page
    .replace(new RegExp(` *<!-- ${dropped} -->[^]*<!-- /${dropped} -->\n`), '')
    .replaceAll(new RegExp(` *<!-- /?${kept} -->\n`, 'g'), '');
}

function file(name: string): string {
  return readFileSync(projectFile('src', 'http', 'page', name), 'utf8');
}
