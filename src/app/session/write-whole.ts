/** Files written whole or not at all. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { systemReason } from '../../population/system-reason.ts';
import { fault, SessionFault } from './fault.ts';

/** Characters gathered before they are written. */
const GATHERED = 1 << 20;

/**
 * Writes beside the place first and moves there; folders on the way are made. What is there already is only replaced where
 * `replace` says so; a folder, a device or a pipe never is.
 */
export function writeWhole(path: string, chunks: Iterable<string>, replace: boolean): void {
  if (existsSync(path)) {
    if (!replace || !statSync(path).isFile()) throw existing(path);
  }
  try {
    mkdirSync(dirname(path), { recursive: true });
    const full = existsSync(path) ? realpathSync(path) : path;
    const part = join(dirname(full), `.${basename(full)}.${randomBytes(4).toString('hex')}.part`);
    try {
      fill(part, chunks);
      renameSync(part, full);
    } finally {
      rmSync(part, { force: true });
    }
  } catch (error) {
    if (error instanceof SessionFault || !isSystemError(error)) throw error;
    throw fault('session-cannot-write', { path, reason: systemReason(error) });
  }
}

export const existing = (path: string): SessionFault =>
  new SessionFault([{ code: 'session-exists', severity: 'error', params: { path } }], new Map(), null, true);

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

function fill(path: string, chunks: Iterable<string>): void {
  const file = openSync(path, 'wx');
  try {
    let gathered = '';
    for (const chunk of chunks) {
      gathered += chunk;
      if (gathered.length < GATHERED) continue;
      writeFileSync(file, gathered);
      gathered = '';
    }
    writeFileSync(file, gathered);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
