import { describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const scratch = scratchFolder('check');

const sound = `政策: 低保
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
参数:
  低保线: {编号: line, 值: 4500 元/人年, 范围: 3000 元/人年 至 9000 元/人年}
卡类:
  低保户: {编号: dibao, 当: 人均纯收入 低于 低保线}
帮扶:
  低保金: {编号: cash, 对象: 低保户, 金额: 300 元/人, 每: 月}
`;
const broken = sound.replace('人均纯收入 低于', '人均纯收人 低于').replace('对象: 低保户', '对象: 低保');

describe('check', () => {
  it('is content with a sound policy', async () => {
    const { code, out, err } = await mingbai(['check', scratch.write('dibao/policy.yaml', sound)]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('1 file checked: 0 errors, 0 warnings.');
  });

  it('points at every mistake in one go, in the reader’s language', async () => {
    const path = scratch.write('broken/policy.yaml', broken);
    const zh = await mingbai(['check', path, '--lang', 'zh']);
    expect(zh.code).toBe(1);
    expect(zh.out).toMatch(/policy\.yaml:7:23: 错误：.*人均纯收人/);
    expect(zh.out).toContain('是不是“人均纯收入”？');
    expect(zh.out).toMatch(/policy\.yaml:9:\d+: 错误：.*低保/);
    expect(zh.out).toContain('2 处错误');
    const en = await mingbai(['check', path]);
    expect(en.out).toContain('did you mean "人均纯收入"?');
  });

  it('gives the same to programs', async () => {
    const path = scratch.write('broken/policy.yaml', broken);
    const { out, code } = await mingbai(['check', path, '--format', 'json']);
    const { files } = JSON.parse(out);
    expect(code).toBe(1);
    expect(files).toHaveLength(1);
    expect(files[0]).toMatchObject({ kind: 'policy', errors: 2 });
    expect(files[0].diagnostics[0]).toMatchObject({
      severity: 'error',
      line: 7,
      column: 23,
      end_line: 7,
      end_column: 28,
      suggestion: '人均纯收入',
    });
  });

  it('reads standard input', async () => {
    const cwd = scratch.path('dibao');
    expect((await mingbai(['check', '-'], { stdin: sound, cwd })).code).toBe(0);
    const { code, out } = await mingbai(['check', '-'], { stdin: broken, cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/^-:7:23: error/m);
  });

  it('checks every known file below a folder, and tells a mistake of the vocabulary once', async () => {
    const own = scratchFolder('folder');
    own.write('a/policy.yaml', sound);
    own.write('b/policy.yaml', sound.replace('低保\n', '低保二\n'));
    own.write('b/notes.txt', 'not a policy');
    own.write('b/household.yaml', 'household: {}\n');
    own.write(
      'vocabulary/rural-household.yaml',
      'vocabulary: broken\nentities: {}\nfacts: {}\nnonsense: 1\n',
    );
    const { out, code } = await mingbai(['check', own.folder]);
    expect(code).toBe(1);
    expect(out.match(/nonsense/g)!.length).toBeLessThan(4);
    expect(out).toMatch(/3 files checked/);
  });

  it('does not take just any YAML for a policy', async () => {
    const { out, code } = await mingbai(['check', scratch.write('other.yaml', 'hello: world\n')]);
    expect(code).toBe(1);
    expect(out).toContain('no kind of file known here');
  });

  it('does not call a file sound whose policy is broken, and counts a file once', async () => {
    const own = scratchFolder('twice');
    const path = own.write('a/policy.yaml', broken);
    own.write('a/cases.yaml', 'cases:\n  - {name: one, expect: {card: none}}\n');
    const { out, code } = await mingbai(['check', own.folder, path, own.path('a')]);
    expect(code).toBe(1);
    expect(out).toMatch(/^! .*cases\.yaml: see the files it rests on$/m);
    expect(out).not.toContain(`✓ ${path}`);
    expect(out).toContain('3 files checked: 2 errors');
  });

  it('shows the first fifty mistakes of a file, and gives programs all', async () => {
    const many = Array.from({ length: 60 }, (_, k) => `  第${k}: {编号: d${k}, 值: 没有${k}的东西}`).join(
      '\n',
    );
    const path = scratch.write('many/policy.yaml', `${sound}定义:\n${many}\n`);
    const { out } = await mingbai(['check', path]);
    expect(out.match(/: error: /g)).toHaveLength(50);
    expect(out).toMatch(/1\d more are not shown/);
    const { files } = JSON.parse((await mingbai(['check', path, '--format', 'json'])).out);
    expect(files[0].errors).toBeGreaterThanOrEqual(60);
  });

  it('tries the parameters that are set', async () => {
    const path = scratch.write('dibao/policy.yaml', sound);
    expect((await mingbai(['check', path, '--set', 'line=5000 元/人年'])).code).toBe(0);
    const outside = await mingbai(['check', path, '--set', 'line=50000 元/人年']);
    expect([outside.code, outside.out]).toEqual([1, expect.stringContaining('error')]);
    expect((await mingbai(['check', path, '--set', 'lime=5000 元/人年'])).out).toContain(
      'did you mean "line"?',
    );
  });

  it('reports assertions about parameters that fail', async () => {
    const policy = `${sound}断言:\n  线不太低: {编号: high-enough, 对: 参数, 须: 低保线 不低于 4000 元/人年}\n`;
    const path = scratch.write('asserted/policy.yaml', policy);
    expect((await mingbai(['check', path])).code).toBe(0);
    const { code, out } = await mingbai(['check', path, '--set', '低保线=3500 元/人年', '--lang', 'zh']);
    expect(code).toBe(1);
    expect(out).toContain('断言线不太低不成立');
  });

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x70, 0x3a, 0x20, 0xff, 0xfe]), /UTF-8/],
    ['nothing', Buffer.from(''), /error/],
    ['a file of ten megabytes', Buffer.from(`政策: ${'甲'.repeat(4_000_000)}\n`), /too large|error/],
  ])('says what is wrong with %s', async (_, stdin, words) => {
    const { code, out, err } = await mingbai(['check', '-'], { stdin, cwd: scratch.folder });
    expect(code).toBe(1);
    expect(out + err).toMatch(words);
  });
});
