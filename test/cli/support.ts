import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Io } from '../../src/cli/io.ts';
import { runCli } from '../../src/cli/run.ts';

/** The clone itself. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Around {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
  readonly stdin?: string | Uint8Array;
  /** Whether standard error is a terminal. */
  readonly terminal?: boolean;
}

/** Runs the command line inside this process; English unless told otherwise. */
export async function mingbai(args: readonly string[], around: Around = {}): Promise<Said> {
  let out = '';
  let err = '';
  const io: Io = {
    cwd: resolve(root, around.cwd ?? '.'),
    env: around.env ?? { LANG: 'en_US.UTF-8' },
    out: async text => {
      out += text;
    },
    err: text => {
      err += text;
    },
    stdin: async () => Buffer.from(around.stdin ?? ''),
    terminal: {
      in: around.terminal ?? false,
      out: around.terminal ?? false,
      err: around.terminal ?? false,
      columns: 100,
    },
  };
  const code = await runCli(args, io);
  return { code, out, err };
}

/** A line of a shell as the program gets it; only plain words and simple quotes are understood. */
export function wordsOfLine(line: string): string[] {
  const words = line.match(/'[^']*'|"[^"]*"|\S+/g) ?? [];
  return words.map(word => word.replace(/^(['"])(.*)\1$/, '$2'));
}
