import type { MarkStatus } from '../../domain/marks';

/**
 * What a phrase means in a reply about who came. `of`: whether a verb speaks of one or of many; "any" may be either.
 * `negated`: said with "no". `soft`: says something of those named only, nothing of the rest; `bare`: a mere "sí" or "no",
 * which stands before people only with a colon. `tells`: is itself the reason of an excuse. A filler says nothing;
 * an opening says nothing where a sentence begins, but elsewhere it may ("3 ok"). `sign`: a tick or a cross. `timely`: whose opposite is late, not
 * absent. `last`: whoever came the time before. `odd`: leaves open who or how many ("casi", "o").
 */
export type Sense =
  | {
      is: 'status';
      status: MarkStatus;
      of: Of;
      negated?: true;
      soft?: true;
      bare?: true;
      tells?: true;
      timely?: true;
      sign?: true;
    }
  | { is: 'everyone'; of: Of }
  | { is: 'nobody' | 'rest' | 'except' | 'only' | 'and' | 'nor' | 'comma' | 'colon' | 'because' | 'that' }
  | { is: 'filler' | 'opening' }
  | {
      is:
        | 'from'
        | 'title'
        | 'article'
        | 'articles'
        | 'onwards'
        | 'twins'
        | 'both'
        | 'plus'
        | 'alike'
        | 'persons'
        | 'last'
        | 'odd';
    }
  | { is: 'upTo'; alone?: true }
  | { is: 'firsts'; last?: true }
  | { is: 'ordinal'; value: number };
type Of = 'one' | 'many' | 'any';
