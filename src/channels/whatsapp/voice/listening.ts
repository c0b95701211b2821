import type { Inbound } from '../../../domain/talk';
import type { TranscriptionService } from './transcription';
import { createVoiceNotes, type VoiceNoteTools } from './voiceNotes';

type Accept = (messages: Inbound[]) => Promise<void>;

/**
 * Where a service writes speech down, listens from now on, and lets nobody who has brought some wait for the next look;
 * without one, nothing is heard.
 */
export function listening(
  service: TranscriptionService | undefined,
  accept: Accept,
  tools: Omit<VoiceNoteTools, 'service'>,
): { accept: Accept; hears: boolean; close: () => Promise<void> } {
  if (!service) return { accept, hears: false, close: async () => {} };
  const notes = createVoiceNotes({ ...tools, service });
  notes.start();
  return {
    hears: true,
    close: notes.close,
    async accept(messages) {
      await accept(messages);
      if (messages.some(({ utterance }) => utterance.kind === 'unreadable' && utterance.media)) notes.kick();
    },
  };
}
