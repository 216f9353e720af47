/** The built program in a pseudo-terminal, and what a person would see on it. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';

export const root = resolve(import.meta.dirname, '../../..');
export const entry = join(root, 'dist/mingbai.js');

/** Long enough for a machine that has other things to do; nobody waits for it where all is well. */
const PATIENCE = 20_000;

export interface Seen {
  readonly text: () => string;
  readonly lines: () => string[];
  /** Everything that was written, control sequences and all. */
  readonly written: () => string;
  /** Waits until the screen shows it. */
  readonly until: (what: string | RegExp | ((text: string) => boolean)) => Promise<string>;
  readonly type: (keys: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  readonly kill: (signal: string) => void;
  readonly ended: Promise<{ readonly code: number; readonly signal: number }>;
  readonly isAlternate: () => boolean;
  readonly isCursorHidden: () => boolean;
  readonly pid: number;
}

export interface Sight {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Opens a command on a terminal of its own. */
export function onTerminal(file: string, args: readonly string[], sight: Sight = {}): Seen {
  const { columns: cols = 80, rows = 24, cwd = root, env = {} } = sight;
  const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 1000 });
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(NO_COLOR|FORCE_COLOR|CI|LC_|LANG|NODE_ENV|VITEST)/.test(name),
    ),
  ) as Record<string, string>;
  const child = pty.spawn(file, [...args], {
    name: env['TERM'] ?? 'xterm-256color',
    cols,
    rows,
    cwd,
    env: { ...inherited, LANG: 'en_US.UTF-8', ...env },
  });
  let written = '';
  let over = false;
  const watchers = new Set<() => void>();
  const told = () => {
    for (const watcher of watchers) watcher();
  };
  child.onData(data => {
    written += data;
    terminal.write(data, told);
  });
  const ended = new Promise<{ code: number; signal: number }>(done =>
    child.onExit(({ exitCode, signal }) => {
      over = true;
      terminal.write('', () => {
        told();
        done({ code: exitCode, signal: signal ?? 0 });
      });
    }),
  );
  const lines = () => {
    const { active } = terminal.buffer;
    return Array.from({ length: terminal.rows }, (_, at) =>
      (active.getLine(active.viewportY + at)?.translateToString(true) ?? '').trimEnd(),
    );
  };
  const text = () => lines().join('\n');
  return {
    text,
    lines,
    written: () => written,
    until(what) {
      const fits =
        typeof what === 'function'
          ? what
          : (seen: string) => (typeof what === 'string' ? seen.includes(what) : what.test(seen));
      return new Promise((found, failed) => {
        const stop = (why: string) => {
          watchers.delete(look);
          failed(new Error(`${why}: ${what}\n${text()}`));
        };
        const timer = setTimeout(() => stop('it never came'), PATIENCE);
        const look = () => {
          const seen = text();
          if (fits(seen)) {
            clearTimeout(timer);
            watchers.delete(look);
            found(seen);
          } else if (over) {
            clearTimeout(timer);
            stop('the program ended without');
          }
        };
        watchers.add(look);
        look();
      });
    },
    type: keys => child.write(keys),
    resize(columns, height) {
      terminal.resize(columns, height);
      child.resize(columns, height);
    },
    kill: signal => child.kill(signal),
    ended,
    isAlternate: () => terminal.buffer.active.type === 'alternate',
    isCursorHidden: () => (written.match(/\u001b\[\?25[lh]/g) ?? []).at(-1) === '\u001b[?25l',
    pid: child.pid,
  };
}

/** The program itself. */
export const mingbai = (args: readonly string[], sight: Sight = {}): Seen =>
  onTerminal(process.execPath, [entry, ...args], sight);

export const isBuilt = (): boolean => existsSync(entry);
