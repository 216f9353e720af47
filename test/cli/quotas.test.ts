/** Seats, funds and duties as simulate, compare and classify show them. */
import { beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from './scratch.ts';
import { mingbai } from './support.ts';

const scratch = scratchFolder('quotas');

/** Two villages in two townships; h1 to h6, the poorest first, one of unknown income. */
beforeAll(() => {
  const households = [
    ['h1', 'v1', 1000],
    ['h2', 'v1', 2000],
    ['h3', 'v1', 3000],
    ['h4', 'v2', 2500],
    ['h5', 'v2', 3500],
    ['h6', 'v2', ''],
  ].map(([id, village, wage]) => `${id},${village},true,${wage},0,0,0,0`);
  scratch.write(
    'county/households.csv',
    `household_id,village_id,registered,wage_income,operating_income,property_income,transfer_income,operating_costs\n${households.join('\n')}\n`,
  );
  scratch.write(
    'county/members.csv',
    `household_id,age\n${[1, 2, 3, 4, 5, 6].map(n => `h${n},40`).join('\n')}\n`,
  );
  scratch.write('county/villages.csv', 'village_id,township_id\nv1,t1\nv2,t2\n');
  scratch.write('county/townships.csv', 'township_id\nt1\nt2\n');
  scratch.write('relief/policy.yaml', relief('席位: {村: 1}, 至少: 3'));
  scratch.write(
    'relief/drafts/rich/policy.yaml',
    '扩展: ../../policy.yaml\n编号: rich\n名额: {seats: {排序: [人均纯收入 从高到低]}}\n',
  );
});

const relief = (seats: string) => `政策: 救助
编号: relief
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
资金: {民政: {编号: civil, 标签: 民政资金, 总额: 2500 元/年, 排序: [人均纯收入 从低到高]}}
角色: {乡镇干部: {编号: township, 级别: 乡镇}}
卡类:
  困难户: {编号: poor, 当: 人均纯收入 低于 4000 元, 含义: 贫困}
帮扶:
  救助金: {编号: aid, 对象: 困难户, 金额: 1000 元, 每: 年, 资金: civil}
名额:
  救助名额: {编号: seats, 对象: 困难户, ${seats}, 排序: [人均纯收入 从低到高]}
职责:
  走访: {编号: visit, 对象: 困难户, 由: township, 做: 走访, 频次: 每月 不少于 2 次}
`;

const run = async (...args: string[]) => mingbai([...args, '-p', scratch.path('county')]);
const json = async (...args: string[]) => JSON.parse((await run(...args, '--format', 'json')).out);

describe('simulate', () => {
  it('counts seats, who has one, and where', async () => {
    const [policy] = (await json('simulate', scratch.path('relief'))).policies;
    expect(policy.quotas[0]).toMatchObject({
      id: 'seats',
      of: 'household',
      seats: 3,
      taken: 3,
      vacant: 0,
      served: 3,
      unserved: 2,
      contesting: 1,
      levels: [
        { of: 'village', areas: 2, seats: 2, taken: 2, served: 2 },
        { of: null, areas: 1, seats: 1, taken: 1, served: 1 },
      ],
      problems: [],
    });
    expect(policy.quotas[0].areas.list).toEqual([
      { id: 't1', seats: 1, taken: 1, served: 2, unserved: 1, contesting: 0 },
      { id: 't2', seats: 1, taken: 1, served: 1, unserved: 1, contesting: 1 },
    ]);
    expect(policy.quotas[0].pools.map(({ last }: { last: string }) => last)).toEqual(['h1', 'h4', 'h2']);
  });

  it('counts what a fund is asked and pays', async () => {
    const [policy] = (await json('simulate', scratch.path('relief'))).policies;
    expect(policy.funds[0].limited).toEqual({
      total: 2500,
      asked: { low: 5000, high: 5000 },
      served: { low: 2500, high: 2500 },
      full: 2,
      part: 1,
      unserved: 2,
      contesting: 1,
    });
  });

  it('counts duties with how often they are owed', async () => {
    const [policy] = (await json('simulate', scratch.path('relief'))).policies;
    expect(policy.duties).toEqual({
      visit: {
        households: 5,
        people: 5,
        at_least: 2,
        per: 'month',
        undetermined: { households: 1, people: 1 },
      },
    });
  });

  it('shows it to people, by section', async () => {
    const { out } = await run('simulate', scratch.path('relief'), '--show', '名额,总额,职责', '--lang', 'zh');
    expect(out).toMatch(/救助名额 +3 +3 +0 +3 +2 +1\n/);
    expect(out).toContain('救助名额 按级（占用/席位）：村 2/2 · 全部 1/1');
    expect(out).toMatch(/民政资金 +0\.25 +0\.50 +0\.25 +2 +1 +2 +1\n/);
    expect(out).toMatch(/走访 +每月至少 2 次 +5 +1\n/);
    expect(out).not.toContain('占比');
  });

  it('fails where the total is less than the minimums, and says what to do', async () => {
    scratch.write('less/policy.yaml', relief('席位: {村: 3}, 总数: 5'));
    const { code, out, err } = await run('simulate', scratch.path('less'));
    expect(code).toBe(1);
    expect(out).toMatch(/救助名额 +0 +0 +0 +0 +5 +1\n/);
    expect(err).toContain('has 5 seats in all, fewer than the 6 that its levels need together');
    expect(err).toMatch(/policy\.yaml:\d+:\d+: error/);
  });

  it('names the areas whose seats are not known', async () => {
    scratch.write('unknown/policy.yaml', relief('席位: {村: 若 有光伏电站 则 2 否则 1}'));
    const { code, err } = await run('simulate', scratch.path('unknown'), '--lang', 'zh');
    expect(code).toBe(0);
    expect(err).toContain('提醒：名额“救助名额”：2 个村有多少席位算不出来');
    expect(err).toContain('“v1”、“v2”');
  });

  it('says that an open total leaves everybody waiting', async () => {
    scratch.write(
      'open/policy.yaml',
      relief('总数: 待定总数')
        .replace('卡类:', '参数: {待定总数: {编号: total, 值: 待定 个}}\n卡类:')
        .replace('2500 元/年', '待定额')
        .replace('参数: {', '参数: {待定额: {编号: money, 值: 待定 元/年}, '),
    );
    const { code, err } = await run('simulate', scratch.path('open'));
    expect(code).toBe(1);
    expect(err).toContain('The total of the quota "救助名额" is not known');
    expect(err).toContain('warning: The total of the fund "民政资金" is not settled');
  });
});

describe('compare', () => {
  it('counts who gains and who loses a seat between drafts', async () => {
    const { seats } = await json('compare', scratch.path('relief'), scratch.path('relief/drafts/rich'));
    expect(seats).toEqual([
      {
        policy: 1,
        quota: 'seats',
        of: 'household',
        gained: 2,
        lost: 2,
        kept: 1,
        unknown: 1,
        gainers: ['h3', 'h5'],
        losers: ['h1', 'h2'],
      },
    ]);
    const { out } = await run(
      'compare',
      scratch.path('relief'),
      scratch.path('relief/drafts/rich'),
      '--show',
      'seats',
    );
    expect(out.replace(/\s+/g, ' ')).toContain(
      '2 households gain a seat (such as h3, h5), 2 lose one (such as h1, h2), 1 keeps theirs, not known: 1',
    );
  });
});

describe('classify', () => {
  it('has the place and the rank of each, and what is left of the money', async () => {
    const { out } = await run('classify', scratch.path('relief'));
    const [head, ...rows] = out
      .trimEnd()
      .split('\r\n')
      .map(line => line.split(','));
    const column = (name: string) => rows.map(cells => cells[head!.indexOf(name)]);
    expect(column('quota_seats')).toEqual([
      'served',
      'served',
      'unserved',
      'served',
      'unserved',
      'contesting',
    ]);
    expect(column('quota_seats_rank')).toEqual(['1', '2', '4', '3', '5', '']);
    expect(column('served_low')).toEqual(['1000', '1000', '0', '500', '0', '0']);
    expect(column('benefits_low')).toEqual(['1000', '1000', '1000', '1000', '1000', '0']);
    const [first] = JSON.parse((await run('classify', scratch.path('relief'), '--format', 'json')).out);
    expect(first).toMatchObject({
      quotas: [{ id: 'seats', of: 'household', who: 'h1', place: 'served', rank: 1 }],
      served_low: 1000,
    });
  });
});

describe('posts for members whose ids differ only within their household', () => {
  const members = ['h2,1,40', 'h2,2,40', 'h1,1,40', 'h1,2,40'];
  beforeAll(() => {
    scratch.write(
      'jobs/policy.yaml',
      `政策: 岗位
编号: jobs
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
卡类: {困难户: {编号: poor, 当: 建档立卡, 含义: 贫困}}
帮扶: {岗位: {编号: job, 对象: {每: 成员, 卡: [困难户]}, 方式: 岗位}}
名额: {岗位名额: {编号: posts, 对象: 岗位, 总数: 3, 排序: [年龄 从高到低]}}
`,
    );
    scratch.write(
      'jobs/drafts/two/policy.yaml',
      '扩展: ../../policy.yaml\n编号: two\n名额: {posts: {总数: 2}}\n',
    );
    const households = ['h2,v1,true', 'h1,v1,true'];
    for (const [name, order] of [
      ['there', (rows: string[]) => rows],
      ['back', (rows: string[]) => rows.toReversed()],
    ] as const) {
      scratch.write(
        `${name}/households.csv`,
        `household_id,village_id,registered\n${order(households).join('\n')}\n`,
      );
      scratch.write(`${name}/members.csv`, `household_id,member_id,age\n${order(members).join('\n')}\n`);
    }
  });

  const told = async (county: string, ...args: string[]) =>
    JSON.parse((await mingbai([...args, '-p', scratch.path(county), '--format', 'json'])).out);

  it('go by the household first, whatever the order of the rows, and name it', async () => {
    for (const county of ['there', 'back']) {
      const [policy] = (await told(county, 'simulate', scratch.path('jobs'))).policies;
      expect(policy.quotas[0].pools[0]).toMatchObject({ served: 3, last: 'h2#1' });
      const compared = await told(county, 'compare', scratch.path('jobs'), scratch.path('jobs/drafts/two'));
      expect(compared.seats[0]).toMatchObject({ lost: 1, losers: ['h2#1'] });
      const rows = await told(county, 'classify', scratch.path('jobs'));
      const places = rows.flatMap((row: { quotas: { who: string; rank: number }[] }) => row.quotas);
      const ranks = places.map(({ who, rank }: { who: string; rank: number }) => `${rank} ${who}`);
      expect(ranks.sort()).toEqual(['1 h1#1', '2 h1#2', '3 h2#1', '4 h2#2']);
    }
    const explained = await told('there', 'explain', scratch.path('jobs'), '--id', 'h2');
    expect(explained.places.map(({ of }: { of: string }) => of)).toEqual(['h2#1', 'h2#2']);
    expect(explained.places[1].pools[0].last).toMatchObject({ id: 'h2#1', by: 'id' });
  });
});

describe('a policy that judges villages', () => {
  beforeAll(() => {
    scratch.write(
      'villages/policy.yaml',
      `政策: 贫困村识别
编号: villages
词汇: ../vocabulary/rural-household.yaml
施行: 2020-01-01
分类: {对象: 村}
卡类: {贫困村: {编号: poor-village, 标签: {英文: poor village}, 当: "计数(户 当 建档立卡) ≥ 3 户", 含义: 贫困}}
资金: {修路资金: {编号: roads, 标签: {英文: roads}, 总额: 500 元/年}}
帮扶: {修路: {编号: road, 标签: {英文: road}, 对象: 贫困村, 金额: 300 元, 每: 年, 资金: roads}}
`,
    );
  });

  it('speaks of villages, with the people in them', async () => {
    const en = (await run('simulate', scratch.path('villages'))).out;
    expect(en).toContain('Villages: 2 villages, 6 people');
    expect(en).toMatch(/poor village +2 +100\.0% +6\n/);
    expect(en).toContain('Funds with a total (in a year) · yuan, villages');
    expect(en).not.toMatch(/households/i);
    const zh = (await run('simulate', scratch.path('villages'), '--lang', 'zh')).out;
    expect(zh).toContain('村：2 个村，6 人');
    expect(zh).not.toContain('户');
    const { out } = await run('classify', scratch.path('villages'));
    expect(out.split(',')[0]).toBe('village_id');
  });

  it('does not judge households without a village as one village more', async () => {
    scratch.write(
      'strays/households.csv',
      'household_id,village_id,registered\nh1,v1,true\nh2,v2,true\nh3,,true\nh4,,true\nh5,,true\n',
    );
    scratch.write('strays/members.csv', 'household_id,age\nh1,1\nh2,2\nh3,3\nh4,4\nh5,5\n');
    const at = ['-p', scratch.path('strays')];
    const args = (command: string) => [command, scratch.path('villages'), ...at];
    const en = (await mingbai(args('simulate'))).out;
    expect(en).toContain('Villages: 2 villages, 5 people');
    expect(en).toMatch(/poor village +0 /);
    expect(en).toMatch(/not recorded, not judged +1 +3\n/);
    expect((await mingbai([...args('simulate'), '--lang', 'zh'])).out).toMatch(/没有登记，不判定 +1 +3\n/);
    const told = JSON.parse((await mingbai([...args('simulate'), '--format', 'json'])).out);
    expect(told.population.households).toBe(2);
    expect(told.policies[0]).toMatchObject({
      cards: { 'poor-village': { households: 0 } },
      not_recorded: { households: 1, people: 3 },
    });
    expect((await mingbai(args('classify'))).out.trim().split(/\r?\n/)).toHaveLength(3);
    const both = [...args('compare'), scratch.path('villages')];
    const compared = JSON.parse((await mingbai([...both, '--format', 'json'])).out);
    expect(compared.transitions).toMatchObject([{ from: null, to: null, households: 2 }]);
  });
});
