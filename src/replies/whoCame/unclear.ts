/**
 * What in a reply has to be asked back. `which`: a name that several on the roster have. `how_many`: a number that may be a
 * count ("faltaron 3") or somebody's number. `text` is as it was typed.
 */
export type Unclear =
  | { kind: 'which'; text: string; numbers: number[] }
  | { kind: 'no_such_number'; number: number }
  | { kind: 'no_such_name'; text: string }
  | { kind: 'how_many'; number: number }
  | { kind: 'contradiction'; number: number }
  | { kind: 'not_understood'; text: string }
  | { kind: 'no_roster' };
