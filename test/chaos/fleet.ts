import type { Environment } from './environment';
import { type AppEnd, type RunningApp, startApp } from './runningApp';

/** Processes of the service, each started again when it ends, as a platform does. */
export type Fleet = {
  /** False: it is not up. */
  kill: (which: number) => boolean;
  arm: (which: number, point: string) => boolean;
  figures: () => FleetFigures;
  /** Ends all of them well, and gives the exit codes; null of one that came to its armed point on the way. */
  stop: () => Promise<(number | null)[]>;
};
/**
 * `killed`: ended by a SIGKILL, ours or their own at an armed point. `refused`: starts that failed, which they may while
 * Postgres is away. `died`: ends of their own accord after they were up, with what they last wrote.
 */
export type FleetFigures = { starts: number; killed: number; refused: number; died: string[] };

/** Starts one for each environment; resolves when all are up. */
export async function openFleet(environments: Environment[]): Promise<Fleet> {
  const figures: FleetFigures = { starts: 0, killed: 0, refused: 0, died: [] };
  const state: State = { figures, isOver: false };
  const posts = environments.map((environment): Post => ({ environment, app: undefined, codes: [] }));
  const kept = posts.map((post) => keep(state, post));
  while (posts.some(({ app }) => !app)) await pause(20);
  return {
    kill: (which) => {
      const app = posts[which]?.app;
      app?.kill();
      return app !== undefined;
    },
    arm: (which, point) => {
      const app = posts[which]?.app;
      app?.arm(point);
      return app !== undefined;
    },
    figures: () => figures,
    stop: async () => {
      state.isOver = true;
      for (const { app } of posts) app?.kill('SIGTERM');
      await Promise.all(kept);
      return posts.map(({ codes }) => codes.at(-1) ?? null);
    },
  };
}

type State = { figures: FleetFigures; isOver: boolean };
type Post = { environment: Environment; app: RunningApp | undefined; codes: (number | null)[] };

async function keep(state: State, post: Post): Promise<void> {
  const { figures } = state;
  while (!state.isOver) {
    figures.starts += 1;
    const app = await startApp(post.environment).catch(() => undefined);
    if (!app) {
      figures.refused += 1;
      await pause(300);
      continue;
    }
    post.app = app;
    if (state.isOver) app.kill('SIGTERM');
    const end = await app.ended;
    post.app = undefined;
    post.codes.push(end.code);
    note(state, end);
  }
}

function note({ figures, isOver }: State, { code, signal, said }: AppEnd): void {
  if (signal === 'SIGKILL') figures.killed += 1;
  else if (!isOver) figures.died.push(`code ${code}, signal ${signal}: ${said.slice(-500)}`);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
