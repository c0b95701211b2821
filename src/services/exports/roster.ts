import type { ExportedRow, ExportFilter } from '../../db/attendanceExport';
import { spokenDate } from '../../domain/calendar';
import { notFormula } from '../../domain/csvCell';
import { stateOf } from './attendance';
import { rosterPolicy, rosterStyle } from './rosterStyle';

/**
 * A page to be printed: the list of each session on a sheet of its own, with room to sign and for those who come
 * unlisted. Names only, no document numbers: a sheet of paper lies around. It loads nothing and runs nothing.
 */
export async function* rosterPages(
  rows: AsyncIterable<ExportedRow>,
  { from, to, asOf }: ExportFilter,
): AsyncGenerator<string> {
  yield head(from === to ? from : `${from} a ${to}`);
  let list: ExportedRow[] = [];
  let lists = 0;
  for await (const row of rows) {
    if (list[0] && list[0].session.sessionId !== row.session.sessionId) {
      yield page(list, asOf);
      lists += 1;
      list = [];
    }
    list.push(row);
  }
  if (list[0]) yield page(list, asOf);
  else if (lists === 0) yield '<h1>Lista de asistencia</h1>\n<p>No hay nadie en lista en estas fechas.</p>\n';
  yield '</main>\n</body>\n</html>\n';
}

function head(days: string): string {
  return `<!doctype html>
<html lang="es">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${rosterPolicy}">
<title>Lista de asistencia, ${shown(days)}</title>
<style>${rosterStyle}</style>
</head>
<body>
<main>
`;
}

function page(list: ExportedRow[], asOf: Date | undefined): string {
  const session = list[0]?.session;
  if (!session) return '';
  return `<article>
<p class="kind">Lista de asistencia</p>
<h1>${shown(session.className)}</h1>
<dl>
${facts(session)}
</dl>
<table>
<caption>Personas en lista: ${list.length}</caption>
<colgroup><col class="number"><col><col class="state"><col class="signature"></colgroup>
<thead>
<tr><td colspan="4" class="running">${shown(`${session.classCode} · ${session.date} · ${session.starts} · ${session.siteName}`)}</td></tr>
<tr><th scope="col" class="number">N.º</th><th scope="col">Nombres y apellidos</th><th scope="col">Asistencia</th><th scope="col">Firma</th></tr>
</thead>
<tbody>
${list.map(personRow).join('\n')}
</tbody>
</table>
<section class="close">
<table>
<caption>Llegaron sin estar en la lista</caption>
<thead><tr><th scope="col">Nombres y apellidos</th><th scope="col" class="signature">Teléfono o documento</th><th scope="col" class="signature">Firma</th></tr></thead>
<tbody>
${unlistedRow.repeat(unlistedRows)}
</tbody>
</table>
<p class="sign">Firma de quien dicta la clase</p>
<p>${asOf ? `Lista como se conocía el ${shown(asOf.toISOString())}. ` : ''}Contiene datos personales (Ley 1581 de 2012): entréguela a quien coordina y no la deje a la vista.</p>
</section>
</article>
`;
}

const unlistedRows = 4;
const unlistedRow = '<tr><td></td><td></td><td></td></tr>';

function facts(session: ExportedRow['session']): string {
  const day = `${spokenDate(session.date, 'es')} (${session.date})`;
  const all: [string, string][] = [
    ['Fecha', day],
    ['Hora', `${session.starts} a ${session.ends}`],
    ['Manzana', session.siteName],
    ['Lugar', session.siteAddress ?? session.siteName],
    ['Localidad', session.locality],
    ['Actividad', session.service],
    ['Clase', session.classCode],
    ['Sesión', String(session.sessionNumber)],
    ['Instructor', session.instructors ?? ''],
    ['Entidad', session.entity ?? ''],
  ];
  return all.map(([name, text]) => `<div><dt>${name}:</dt><dd>${shown(text)}</dd></div>`).join('\n');
}

function personRow(row: ExportedRow, at: number): string {
  const name = `${row.firstNames} ${row.lastNames}`.trim();
  return `<tr><td class="number">${at + 1}</td><th scope="row">${shown(name)}</th><td>${stateOf(row)}</td><td></td></tr>`;
}

// A spreadsheet may open the page too, and would run what begins as a formula.
function shown(text: string): string {
  return notFormula(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
