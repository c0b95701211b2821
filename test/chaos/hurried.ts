import type { Talker } from './talker';
import { spelled } from './town';

/** Writes one message after the other without reading any answer. What becomes of her nobody can say; only that each counts once. */
export async function hurriedStory(her: Talker, n: number): Promise<void> {
  const lines = [
    'hola',
    'registrarme',
    'sí',
    `Luz ${spelled(1000 + n)}`,
    'cédula',
    String(54_000_000 + n),
    'Suba',
    'sí',
    '1',
  ];
  for (const line of lines) {
    if (her.draw('aside') < 0.2) her.blurts(asides[Math.floor(her.draw('which') * asides.length)] ?? '');
    her.blurts(line);
    await her.pause(her.draw('breath') < 0.5 ? 5 : 400);
    if (her.isOver()) return;
  }
}

const asides = ['menú', 'ayuda', 'atrás', 'persona', 'idioma', 'cancelar', 'mis clases', 'ver clases', '👍', 'gracias'];
