/** What somebody may be in danger of: violence against her, her own life, violence against those she cares for. */
export type Danger = 'violence' | 'life' | 'care';

/** Who helps whoever is in danger, as the city says it, a line each: "Línea 106: 106". */
export type HelpLines = Record<Danger, string[]> & { emergency: string };
