import type { MarkStatus } from '../../../src/domain/marks';

/** What somebody does, with all that decides what comes of it. Instants are milliseconds. */
export type Act = { at: number } & (
  | { does: 'mark'; who: string; session: string; given: Given[]; message: string; sent: number }
  | { does: 'undo'; who: string; message: string; sent: number }
  | { does: 'bring'; who: string; session: string; person: string; sent: number }
  | { does: 'substitute'; who: string; session: string; other: string }
  | { does: 'enrol' | 'leave'; person: string; ofClass: string }
  | { does: 'import'; person: string; ofClass: string; since: number }
  | { does: 'change class'; person: string; from: string; to: string }
  | { does: 'move'; session: string; hours: number }
  | { does: 'cancel'; session: string }
  | { does: 'reopen'; session: string; until: number }
  | { does: 'close after'; days: number }
  | { does: 'teach' | 'teach no more'; who: string; ofClass: string }
);
type Given = { person: string; status: MarkStatus; reason?: string; seen?: number; bulk?: boolean };
