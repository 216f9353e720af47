import type { Context } from './context.ts';

const CELLS = 24;
const EVERY_MS = 80;

export interface Progress {
  /** `share` from 0 to 1; null where the end is not known. */
  readonly update: (share: number | null) => void;
  readonly end: () => void;
}

/** A bar on standard error while a person looks at it; nothing elsewhere. */
export function startProgress(context: Context, label: string): Progress {
  const { io } = context;
  if (!io.terminal.err || io.env['TERM'] === 'dumb') return { update: () => {}, end: () => {} };
  let last = 0;
  let drawn = false;
  return {
    update(share) {
      const now = Date.now();
      if (now - last < EVERY_MS) return;
      last = now;
      drawn = true;
      const full = Math.round((share ?? 0) * CELLS);
      const bar =
        share === null ? '' : `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${Math.floor(share * 100)}%`;
      io.err(`\r\x1b[2K${label} ${bar}`);
    },
    end() {
      if (drawn) io.err('\r\x1b[2K');
    },
  };
}
