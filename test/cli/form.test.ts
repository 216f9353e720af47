import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mingbai, root } from './support.ts';

const policy = 'policies/county-four-cards';
const li = ['--household', 'examples/households/li-at-the-line.yaml'];
const county = ['--population', 'examples/small-county'];
const scratch = mkdtempSync(join(tmpdir(), 'mingbai-form-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const form = (...args: string[]) => mingbai(['form', policy, ...args]);

describe('what people see', () => {
  it.each(['zh', 'en', 'both'])('as text in %s', async lang => {
    const { out, err } = await form(...li, '--lang', lang);
    await expect(out + err).toMatchFileSnapshot(`../golden/form.${lang}.txt`);
  });

  it('of a household with gaps', async () => {
    const { out } = await form('--household', 'examples/households/missing-wages.json', '--lang', 'zh');
    await expect(out).toMatchFileSnapshot('../golden/form-gaps.zh.txt');
  });

  it('as a page', async () => {
    const { out, err } = await form(...li, '--format', 'html');
    await expect(out + err).toMatchFileSnapshot('../golden/form.html');
  });

  it('as data', async () => {
    const { out, err } = await form(...li, '--format', 'json');
    await expect(out + err).toMatchFileSnapshot('../golden/form.json');
  });

  it('of a policy that writes no form', async () => {
    const { out, err } = await mingbai(['form', 'policies/lancang-five-cards', ...li, '--lang', 'zh']);
    expect(err).toBe('');
    expect(out).toMatch(
      /政策没有写审批表[\s\S]*【基本情况】[\s\S]*户编号：李家[\s\S]*【成员】[\s\S]*【测算结果（供参考）】/,
    );
  });
});

describe('languages', () => {
  it('of text follow the locale, those of a page are both', async () => {
    expect((await form(...li)).out).not.toContain('户主姓名');
    expect((await mingbai(['form', policy, ...li], { env: { LANG: 'zh_CN.UTF-8' } })).out).not.toContain(
      'Name of the head',
    );
    const page = await form(...li, '--format', 'html');
    expect(page.out).toMatch(/户主姓名.*Name of the head/);
    expect((await form(...li, '--format', 'html', '--lang', 'en')).out).not.toContain('户主姓名');
  });

  it('of messages are those of the locale where both are asked for', async () => {
    const { err } = await form('--lang', 'both');
    expect(err).toMatch(/^error: Say whose form/);
  });
});

describe('several households', () => {
  const ids = (out: string) => [...out.matchAll(/编号 (\S+)/g)].map(([, id]) => id);

  it('of one card, as classify gives it', async () => {
    const rows = (await mingbai(['classify', policy, ...county])).out.split('\n');
    const yellow = rows.filter(row => row.split(',')[5] === 'yellow').map(row => row.split(',')[0]);
    for (const card of ['yellow', '黄卡', 'yellow card']) {
      const { out, code } = await form(...county, '--card', card, '--lang', 'zh');
      expect([code, ids(out.replaceAll(/【测算附页[\s\S]*?(?=═|$)/g, ''))]).toEqual([0, yellow]);
    }
    const { out } = await form(...county, '--card', 'yellow', '--format', 'json');
    const all = JSON.parse(out) as { household: string; card: string }[];
    expect(all.map(({ household, card }) => [household, card])).toEqual(yellow.map(id => [id, 'yellow']));
  });

  it('all that are judged', async () => {
    const rows = (await mingbai(['classify', policy, ...county])).out.trim().split('\n').slice(1);
    const judged = rows.filter(row => row.split(',')[4] !== 'out-of-scope').length;
    const { out } = await form(...county, '--all', '--format', 'html', '--lang', 'zh', '--copies', '2');
    expect(out.match(/<h1>/g)).toHaveLength(2 * judged);
    expect(out.match(/<html/g)).toHaveLength(1);
    expect(out.trimEnd().endsWith('</html>')).toBe(true);
  });

  it('each alike, alone or among others', async () => {
    const { out } = await form(...county, '--card', 'yellow', '--lang', 'zh');
    const [first] = ids(out);
    const alone = (await form(...county, '--id', first!, '--lang', 'zh')).out;
    expect(out.startsWith(alone)).toBe(true);
  });
});

describe('files', () => {
  it('are written whole, in the form that their ending says', async () => {
    const page = join(scratch, 'page.html');
    const { code, out, err } = await form(...li, '--out', page, '--copies', '2');
    expect([code, out, err]).toEqual([0, '', '']);
    expect(readFileSync(page, 'utf8')).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
    const data = join(scratch, 'form.json');
    await form(...li, '--out', data);
    expect(JSON.parse(readFileSync(data, 'utf8'))).toMatchObject({ household: '李家', card: 'yellow' });
    expect(readdirSync(scratch).filter(name => name.endsWith('.part'))).toEqual([]);
  });

  it('that were read are not written over', async () => {
    const household = join(scratch, 'household.yaml');
    writeFileSync(household, 'household: {registered: yes}\n');
    const { code, err } = await form('--household', household, '--out', household);
    expect([code, err]).toEqual([1, expect.stringContaining('one of the files read')]);
    expect(readFileSync(household, 'utf8')).toBe('household: {registered: yes}\n');
  });

  it('are left alone where something is wrong', async () => {
    const page = join(scratch, 'none.html');
    await form(...county, '--card', 'purple', '--out', page);
    expect(existsSync(page)).toBe(false);
  });
});

describe('wrong usage', () => {
  it.each([
    [[], 'Say whose form it is'],
    [county, 'Say whose form it is'],
    [['--id', 'h001'], 'Say whose form it is'],
    [[...li, '--all'], 'cannot be used together'],
    [[...li, ...county], 'cannot be used together'],
    [[...county, '--all', '--card', 'red'], 'cannot be used together'],
    [[...county, '--card', 'yelow'], 'has no card "yelow"'],
    [[...county, '--id', 'nobody'], 'no household "nobody"'],
    [[...li, '--copies', '2'], 'for pages'],
    [[...li, '--copies', '0', '--format', 'html'], 'whole number from 1 to 20'],
    [[...li, '--lang', 'fr'], 'cannot be'],
  ])('%j', async (args, said) => {
    const { code, err, out } = await form(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });

  it('suggests the card that may be meant', async () => {
    expect((await form(...county, '--card', 'yelow')).err).toContain('yellow');
  });

  it('says so where nobody has the card', async () => {
    const few = join(scratch, 'few');
    await mingbai(['generate', '--households', '3', '--seed', '1', '--out', few]);
    const { code, err } = await mingbai(['form', policy, '--population', few, '--card', 'red'], {
      cwd: root,
    });
    expect([code, err]).toEqual([1, expect.stringContaining('no form to fill')]);
  });
});
