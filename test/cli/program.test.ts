import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../src/cli/version.ts';
import { mingbai as inside, root, wordsOfLine } from './support.ts';

/** The program itself, in processes of its own: what cannot be seen from inside. */
const entry = join(root, 'dist/mingbai.js');
const scratch = mkdtempSync(join(tmpdir(), 'mingbai-program-'));
beforeAll(() => {
  if (!existsSync(entry)) spawnSync('npm', ['run', 'build'], { cwd: root });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function mingbai(args: string[], env: Record<string, string> = {}) {
  const options = {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'zh_CN.UTF-8', ...env },
  } as const;
  return spawnSync(process.execPath, [entry, ...args], options);
}

describe('the program', () => {
  it('starts', () => {
    const { status, stdout, stderr } = mingbai(['--version']);
    expect([status, stdout, stderr]).toEqual([0, `${version()}\n`, '']);
  });

  it('compares from files, and writes no colours where nobody looks', () => {
    const draft = 'policies/county-four-cards/drafts/line-6000';
    const { status, stdout, stderr } = mingbai([
      'compare',
      'policies/county-four-cards',
      draft,
      '-p',
      'examples/small-county',
    ]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('简单说');
    expect(stdout).not.toContain('\u001b');
  });

  it('says on an old Node what it needs, in both languages', () => {
    let said = '';
    const stderr = { write: (text: string) => (said += text) };
    const process = { versions: { node: '12.22.9' }, stderr, exitCode: 0 };
    runInNewContext(readFileSync(entry, 'utf8'), { process });
    expect(said).toMatch(/明白需要 Node 22\.12 .*12\.22\.9/);
    expect(said).toMatch(/Mingbai needs Node 22\.12 .*12\.22\.9/);
    expect(process.exitCode).toBe(2);
  });

  it('is quiet where the reader goes away', async () => {
    const child = spawn(
      process.execPath,
      [entry, 'classify', 'policies/county-four-cards', '-p', 'examples/small-county'],
      {
        cwd: root,
      },
    );
    child.stdout.destroy();
    let said = '';
    child.stderr.on('data', chunk => {
      said += chunk;
    });
    const code = await new Promise(resolve => child.on('close', resolve));
    expect([code, said]).toEqual([0, '']);
  });

  it.runIf(existsSync('/dev/full'))('says so where its output cannot be written', () => {
    const full = openSync('/dev/full', 'w');
    const args = [entry, 'help', 'check'];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toMatch(/Cannot write standard output \(the disk is full\)|写不了标准输出（磁盘已满）/);
    expect(stderr).not.toContain('    at ');
  });

  it('leaves nothing half-written where it is interrupted', async () => {
    const args = [entry, 'generate', '--households', '60000', '--out', join(scratch, 'county')];
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
    const closed = new Promise<[number | null, string | null]>(resolve =>
      child.on('close', (code, signal) => resolve([code, signal])),
    );
    const writing = () => readdirSync(scratch).some(name => name.startsWith('.county-'));
    while (child.exitCode === null && !writing()) await new Promise(resolve => setTimeout(resolve, 5));
    child.kill('SIGINT');
    expect(await closed).toEqual([130, null]);
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('does the main job by one command, and what it says to try next works', async () => {
    const { status, stdout, stderr } = mingbai(['demo']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('住户：60,000 户');
    expect(stdout).toMatch(/绿卡 → 黄卡/);
    const commands = stdout.split('\n').filter(line => /^ {2}npx mingbai /.test(line));
    expect(commands.length).toBeGreaterThan(4);
    for (const command of commands.flatMap(line => line.split('&&'))) {
      const [npx, name, ...args] = wordsOfLine(command.replace('result.csv', join(scratch, 'result.csv')));
      expect([npx, name]).toEqual(['npx', 'mingbai']);
      expect(await inside(args)).toMatchObject({ code: 0, err: '' });
    }
  });
});
