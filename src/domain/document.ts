/** Colombian identity documents; SC = salvoconducto, OTRO = in process, foreign or none. */
export type DocumentType = 'CC' | 'CE' | 'PPT' | 'PEP' | 'PA' | 'TI' | 'SC' | 'OTRO';

/** What she gave: `number` is normalised (digits, or upper-case letters and digits) and absent for OTRO without one. */
export type DocumentGiven = { type: DocumentType; number?: string };
