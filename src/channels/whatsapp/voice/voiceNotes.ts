import type { Pool } from 'pg';
import { claimVoiceNotes, releaseVoiceNote, settleVoiceNote, type VoiceNote } from '../../../db/voiceNotes';
import { isFinal } from './bounded';
import { fetchRecording, type RecordingSource } from './recording';
import { type TranscriptionService, transcribe } from './transcription';

export type VoiceNotes = {
  /** Something was said: looks at once. */
  kick: () => void;
  start: () => void;
  /** Takes nothing new, and gives back what is not written down yet. */
  close: () => Promise<void>;
};

export type VoiceNoteTools = {
  pool: Pick<Pool, 'query'>;
  source: RecordingSource;
  service: TranscriptionService;
  locale: string;
  /** Told of conversations that have work now. */
  kickTurns: (conversations: string[]) => void;
  /** `late`: the turn had not waited any longer. */
  count: (outcome: 'heard' | 'unheard' | 'late') => void;
  log: { warn: (fields: object, message: string) => void };
  sweepMs?: number;
};

/**
 * Writes down what people say, between the inbox and the turn: a turn never waits for the network. Whoever dies over one
 * leaves it to the others; what is not written down in time is worked as it came, and she is asked to write.
 */
export function createVoiceNotes(tools: VoiceNoteTools): VoiceNotes {
  const underWay = new Set<Promise<void>>();
  const ending = new AbortController();
  let sweeper: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;

  function kick(): void {
    if (ending.signal.aborted) return;
    if (looking) again = true;
    else
      looking = look().finally(() => {
        looking = undefined;
        if (again) kick();
      });
  }

  async function look(): Promise<void> {
    again = false;
    const room = AT_ONCE - underWay.size;
    if (room <= 0) return;
    // Postgres away: the next look asks again.
    const notes = await claimVoiceNotes(tools.pool, room, LEASE_SECONDS).catch(() => []);
    for (const note of notes) {
      const work = hear(tools, note, ending.signal).finally(() => {
        underWay.delete(work);
        kick();
      });
      underWay.add(work);
    }
  }

  return {
    kick,
    start() {
      kick();
      sweeper = setInterval(kick, tools.sweepMs ?? 1000).unref();
    },
    async close() {
      clearInterval(sweeper);
      ending.abort();
      await looking;
      await Promise.all(underWay);
    },
  };
}
const AT_ONCE = 4;
// Longer than one is worked on, shorter than a turn waits: what a process leaves behind can still be written down.
const LEASE_SECONDS = 14;
const MOST_MS = 12_000;

async function hear(tools: VoiceNoteTools, note: VoiceNote, ending: AbortSignal): Promise<void> {
  const signal = AbortSignal.any([ending, AbortSignal.timeout(Math.min(MOST_MS, note.leftMs))]);
  try {
    const text = await wordsOf(tools, note, signal);
    await settle(tools, note, text);
  } catch (fault) {
    if (ending.aborted) return releaseVoiceNote(tools.pool, note.seq).catch(() => {});
    tools.log.warn({ fault, seq: note.seq }, 'What somebody said could not be written down; she is asked to write it.');
    // Not even that: then her turn waits until its time is up.
    await settle(tools, note, undefined).catch(() => {});
  }
}

async function wordsOf(tools: VoiceNoteTools, note: VoiceNote, signal: AbortSignal): Promise<string | undefined> {
  const attempt = async () => {
    const recording = await fetchRecording(tools.source, note.media, signal);
    return transcribe(tools.service, recording, { locale: note.locale ?? tools.locale, signal });
  };
  return attempt().catch((fault) => {
    if (signal.aborted || isFinal(fault)) throw fault;
    return attempt();
  });
}

async function settle(tools: VoiceNoteTools, { seq }: VoiceNote, text: string | undefined): Promise<void> {
  const conversation = await settleVoiceNote(tools.pool, seq, text);
  tools.count(conversation === undefined ? 'late' : text === undefined ? 'unheard' : 'heard');
  if (conversation) tools.kickTurns([conversation]);
}
