import type { Talker } from './talker';
import { spelled } from './town';

/**
 * Writes one message after the other without reading any answer. Half of them write what would be asked, in that order;
 * what becomes of the others nobody can say, only that each message counts once.
 */
export async function hurriedStory(her: Talker, n: number): Promise<void> {
  const isScattered = her.draw('scattered') < 0.5;
  for (const [asked, line] of lines(n)) {
    if (isScattered && her.draw('aside') < 0.3) her.blurts(asides[Math.floor(her.draw('which') * asides.length)] ?? '');
    her.blurts(line);
    if (!isScattered) her.truth.asked.push(asked);
    await her.pause(her.draw('breath') < 0.6 ? 5 : 400);
    if (her.isOver()) return;
  }
}

/** What she writes, each with the question that it leads to. */
function lines(n: number): [string, string][] {
  return [
    ['menu.choice', 'hola'],
    ['registration.consent', 'registrarme'],
    ['registration.name', 'sí'],
    ['registration.document', `Luz ${spelled(1000 + n)}`],
    ['registration.number', 'cédula'],
    ['where.near', String(54_000_000 + n)],
    ['registration.summary', 'Suba'],
  ];
}

const asides = ['menú', 'ayuda', 'atrás', 'persona', 'idioma', 'cancelar', 'mis clases', 'ver clases', '👍', 'gracias'];
