/** What an instructor can say of a person in a session. No mark at all is a state of its own: not marked. */
export type MarkStatus = 'present' | 'late' | 'excused' | 'absent';
