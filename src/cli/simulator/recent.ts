import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { PopulationChoice } from '../../app/protocol.ts';
import { MOST_HOUSEHOLDS } from '../../population/generate.ts';

/** What was opened last, the newest first; every path is absolute. */
export interface Recent {
  readonly policies: readonly string[];
  readonly populations: readonly PopulationChoice[];
}

/** So many of each are remembered. */
const MOST = 12;
const LARGEST = 1 << 16;
const NOTHING: Recent = { policies: [], populations: [] };

type Env = Readonly<Record<string, string | undefined>>;

/** Where programs keep such things: `XDG_STATE_HOME` or what it stands for, `LOCALAPPDATA` on Windows. */
export function recentFile(env: Env): string {
  const local = process.platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_STATE_HOME'];
  const folder = local && isAbsolute(local) ? local : join(homedir(), '.local', 'state');
  return join(folder, 'mingbai', 'recent.json');
}

/** Nothing where there is none yet or it cannot be made sense of: it is a convenience. */
export function readRecent(file: string): Recent {
  try {
    if (statSync(file).size > LARGEST) return NOTHING;
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return {
      policies: listOf(found, 'policies').filter(isPath).slice(0, MOST),
      populations: listOf(found, 'populations').filter(isPopulation).slice(0, MOST),
    };
  } catch {
    return NOTHING;
  }
}

/** Puts these first. What cannot be written is forgotten. */
export function remember(file: string, newest: Recent): void {
  const before = readRecent(file);
  const recent: Recent = {
    policies: merged(newest.policies, before.policies),
    populations: merged(newest.populations, before.populations),
  };
  try {
    mkdirSync(dirname(file), { recursive: true });
    const part = `${file}.${process.pid}.part`;
    writeFileSync(part, `${JSON.stringify(recent, null, 2)}\n`);
    renameSync(part, file);
  } catch {
    // The next start begins with the shipped ones.
  }
}

function merged<T>(newest: readonly T[], before: readonly T[]): T[] {
  const byText = new Map([...newest, ...before].map(each => [JSON.stringify(each), each]));
  return [...byText.values()].slice(0, MOST);
}

function listOf(found: unknown, key: string): unknown[] {
  if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return [];
  const list = (found as Record<string, unknown>)[key];
  return Array.isArray(list) ? list : [];
}

const isPath = (value: unknown): value is string =>
  typeof value === 'string' && isAbsolute(value) && !value.includes('\0');

function isPopulation(value: unknown): value is PopulationChoice {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, path, spec, households, seed } = value as Record<string, unknown>;
  if (kind === 'folder') return isPath(path);
  return kind === 'generated' && isPath(spec) && isWhole(households, 1, MOST_HOUSEHOLDS) && isWhole(seed, 0);
}

const isWhole = (value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
