import type { MarkStatus } from '../../../src/domain/marks';

/** A meeting as the model knows it. */
export type Session = { ofClass: string; starts: number; ends: number; planned: boolean };
/** Since when and until when somebody has a place. */
export type Place = { person: string; ofClass: string; from: number; until: number };
/** A mark as it was written. */
export type Mark = { by: string; message: string; status: MarkStatus; reason?: string; sent: number; row: number };
/** One person in one session: her marks that were not taken back, the one that stands last; all that was ever written. */
export type Record = { live: Mark[]; written: string[]; row: number };

/** Until when whoever still has a place has it. */
export const NEVER = Number.POSITIVE_INFINITY;
