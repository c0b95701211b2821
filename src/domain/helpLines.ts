/** Violence against her, her own life, those she cares for in danger, or herself worn out by caring: for each, there are lines that help. */
type Suffering = 'violence' | 'life' | 'care';

/** What somebody may be in danger of; `health`: she or another is gravely ill or hurt right now, or somebody she cares for is lost. */
export type Danger = Suffering | 'health';

/** Who helps whoever is in danger, as the city says it, a line each: "Línea 106: 106"; `emergency` helps at once. */
export type HelpLines = Record<Suffering, string[]> & { emergency: string };
