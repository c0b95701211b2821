import type { Act, Ask, BackTo, GoTo, Learn, Script, Step, StopWhen, Tell } from './steps';

/**
 * The words scripts are written with, typed for what one script knows: `const { script, ask, tell } = words<Registration>()`.
 * Each builder only names its step; the walk over them is in `walk.ts`.
 */
export function words<K extends object>() {
  type Name = keyof K & string;
  type Rest<S> = Omit<S, 'kind' | 'name'>;
  return {
    ask: <N extends Name>(name: N, rest: Rest<Ask<K, N>>) => ({ kind: 'ask', name, ...rest }) as unknown as Step<K>,
    tell: (name: string, say: Tell<K>['say'], when?: Tell<K>['when']) =>
      ({ kind: 'tell', name, say, ...(when && { when }) }) as Step<K>,
    learn: <N extends Name>(name: N, find: Learn<K, N>['find'], when?: Learn<K, N>['when']) =>
      ({ kind: 'learn', name, find, ...(when && { when }) }) as unknown as Step<K>,
    act: <N extends Name>(name: N, run: Act<K, N>['run'], when?: Act<K, N>['when']) =>
      ({ kind: 'act', name, run, ...(when && { when }) }) as unknown as Step<K>,
    stopWhen: (when: StopWhen<K>['when'], say?: StopWhen<K>['say'], file?: StopWhen<K>['file']) =>
      ({ kind: 'stopWhen', when, ...(say && { say }), ...(file && { file }) }) as Step<K>,
    backTo: (question: BackTo<K>['question'], forget: BackTo<K>['forget'], keep?: BackTo<K>['keep']) =>
      ({ kind: 'backTo', question, forget, ...(keep && { keep }) }) as Step<K>,
    hearAnew: (question: BackTo<K>['question'], forget: BackTo<K>['forget'], keep: BackTo<K>['keep']) =>
      ({ kind: 'backTo', question, forget, keep, heardAnew: true }) as Step<K>,
    goTo: (script: GoTo<K>['script']) => ({ kind: 'goTo', script }) as Step<K>,
    script: (
      name: string,
      steps: Step<K>[],
      traits: Pick<Script, 'alwaysOpen' | 'noDraft' | 'provenOnly' | 'isWaiting' | 'template'> = {},
    ) => ({ name, steps, ...traits }) as unknown as Script,
  };
}
