import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeContext } from '../../src/cli/context.ts';
import { refuseInput, writeWhole } from '../../src/cli/files.ts';
import type { Io } from '../../src/cli/io.ts';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const scratch = scratchFolder('files');
const io: Io = {
  cwd: scratch.folder,
  env: {},
  out: async () => {},
  err: () => {},
  stdin: async () => Buffer.alloc(0),
  terminal: { in: false, out: false, err: false, columns: 80 },
};
const context = makeContext(io, 'en', { positionals: [], values: new Map() }, []);
const write = (path: string, ...pieces: string[]) =>
  writeWhole(context, path, async append => {
    for (const piece of pieces) await append(piece);
  });
const read = (path: string) => readFileSync(scratch.path(path), 'utf8');

describe('writeWhole', () => {
  it('writes and replaces', async () => {
    await write('a.csv', 'one', 'two');
    expect(read('a.csv')).toBe('onetwo');
    await write('a.csv', 'three');
    expect(read('a.csv')).toBe('three');
  });

  it('leaves the old file where the work fails', async () => {
    writeFileSync(scratch.path('old.csv'), 'old');
    const broken = writeWhole(context, 'old.csv', async append => {
      await append('half');
      throw new Error('broken off');
    });
    await expect(broken).rejects.toThrow('broken off');
    expect(read('old.csv')).toBe('old');
  });

  it('follows a link to the file it means', async () => {
    writeFileSync(scratch.path('target.csv'), 'old');
    symlinkSync('target.csv', scratch.path('link.csv'));
    await write('link.csv', 'new');
    expect(read('target.csv')).toBe('new');
  });

  it.runIf(process.platform !== 'win32')('writes into a pipe and does not replace it', async () => {
    const pipe = scratch.path('pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = openSync(pipe, 'r+');
    await write('pipe', 'through');
    const bytes = Buffer.alloc(7);
    expect([(await import('node:fs')).readSync(reader, bytes), bytes.toString()]).toEqual([7, 'through']);
    closeSync(reader);
  });

  it('says in words why it cannot write', async () => {
    mkdirSync(scratch.path('folder'));
    await expect(write('folder', 'x')).rejects.toMatchObject({ exit: 1 });
    const { err } = await mingbai([
      'classify',
      'policies/county-four-cards',
      '-p',
      'examples/small-county',
      '--out',
      scratch.path('no/x.csv'),
      '--lang',
      'zh',
    ]);
    expect(err).toContain('没有这个目录');
  });
});

describe('input', () => {
  it('is not written over', async () => {
    writeFileSync(scratch.path('input.yaml'), 'x');
    expect(() => refuseInput(context, 'input.yaml', [scratch.path('input.yaml')])).toThrow();
    expect(() => refuseInput(context, 'other.yaml', [scratch.path('input.yaml')])).not.toThrow();
    scratch.write('county/households.csv', 'household_id,registered\na,false\n');
    const out = scratch.path('county/households.csv');
    const { code, err } = await mingbai([
      'classify',
      'policies/county-four-cards',
      '-p',
      scratch.path('county'),
      '--out',
      out,
    ]);
    expect([code, err]).toEqual([1, expect.stringContaining('not written over')]);
    expect(read('county/households.csv')).toContain('household_id,registered');
  });

  it('is told to be a folder where a file is meant', async () => {
    const { code, err } = await mingbai(['explain', 'policies/county-four-cards', '--household', '.']);
    expect([code, err]).toEqual([2, expect.stringContaining('is a folder')]);
  });
});
