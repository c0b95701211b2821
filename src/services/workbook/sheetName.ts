/**
 * A name that Excel takes for a sheet, made of any text: at most 31 characters, none of `[]:*?/\`, no apostrophe at
 * either end, none that is taken already (case does not count).
 */
export function sheetName(text: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  for (let copy = 1; ; copy += 1) {
    const name = fitting(text, copy === 1 ? '' : ` (${copy})`);
    // Excel keeps "History" for itself.
    if (!lower.has(name.toLowerCase()) && name.toLowerCase() !== 'history') return name;
  }
}

function fitting(text: string, ending: string): string {
  const allowed = text.replace(/[[\]:*?/\\\p{Cc}\p{Cs}]/gu, '_').replace(/^'|'$/g, '_');
  const kept = allowed.slice(0, 31 - ending.length).replace(/\p{Cs}$/u, '');
  return `${kept.trim().replace(/'$/, '_') || 'Hoja'}${ending}`;
}
