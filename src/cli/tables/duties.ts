import { type Command, policyName, ruleOptions, runOptions } from '../command.ts';
import { formatOption, type OptionSpec } from '../options.ts';

const outOption: OptionSpec = {
  value: { zh: '文件', en: 'FILE' },
  short: 'o',
  about: { zh: '写入文件（默认写到标准输出）', en: 'write to a file (default: standard output)' },
};

const calendar: Command = {
  synopsis: { zh: '政策', en: 'POLICY' },
  about: {
    zh: '程序、公示、复核和期限的时间表，并指出其中的问题',
    en: 'the timetable of procedure, notices, reviews and deadlines, and what is wrong with it',
  },
  details: {
    zh: '工作日按国务院公布的放假安排计算，包括调休。时间表有错误（公示短于规定、环节倒着走等）时退出码为 1。',
    en: 'Working days follow the public holidays of China, make-up days included. The exit code is 1 where the timetable has errors, such as a notice shorter than its rule asks.',
  },
  options: {
    from: {
      value: { zh: '日期', en: 'DATE' },
      about: {
        zh: '定期事项从哪天排起（默认政策施行日或程序的第一天）',
        en: 'lay out what comes again from this day (default: when the policy takes effect, or the procedure begins)',
      },
    },
    to: {
      value: { zh: '日期', en: 'DATE' },
      about: { zh: '排到哪天（默认一年）', en: 'up to this day (default: a year)' },
    },
    format: formatOption('text', 'json', 'ics'),
    out: outOption,
    ...ruleOptions,
  },
  takes: { least: 1, most: 1, name: policyName },
  examples: [
    {
      line: 'mingbai calendar policies/county-four-cards',
      about: { zh: '四卡方案的时间表', en: 'the timetable of the four-card scheme' },
    },
    {
      line: 'mingbai calendar policies/county-four-cards --format ics',
      about: { zh: '供日历软件导入', en: 'for a calendar program' },
    },
  ],
  load: () => import('../commands/calendar.ts'),
};

const workload: Command = {
  synopsis: { zh: '政策 --population 目录', en: 'POLICY --population DIR' },
  about: {
    zh: '走访、联络、监测、复核各有多少次，按月、乡镇和角色',
    en: 'how many visits, contacts and reviews there are, by month, township and role',
  },
  details: {
    zh: '走访、联络和监测在每一期的各月里均匀安排，复核算在每一期的最后一个月，只做一次的算在到期的那个月。',
    en: 'Visits, contacts and monitoring are spread evenly over the months of their period, reviews fall into its last month, what is done once into the month when it is due.',
  },
  options: {
    ...runOptions,
    from: {
      value: { zh: '年-月', en: 'YYYY-MM' },
      about: {
        zh: '从哪个月算起（默认政策施行的那个月）',
        en: 'first month (default: when the policy takes effect)',
      },
    },
    months: {
      value: { zh: '月数', en: 'N' },
      about: { zh: '算几个月（默认 12）', en: 'how many months (default 12)' },
    },
    by: {
      value: { zh: '村|乡镇|县', en: 'village|township|county' },
      about: { zh: '按什么汇总（默认乡镇）', en: 'sum up by this (default: township)' },
    },
    format: formatOption('text', 'json', 'csv'),
    out: outOption,
  },
  takes: { least: 1, most: 1, name: policyName },
  examples: [
    {
      line: 'mingbai workload policies/county-four-cards --population examples/small-county',
      about: { zh: '四卡方案一年的工作量', en: 'a year of the four-card scheme' },
    },
    {
      line: 'mingbai workload policies/county-four-cards --population examples/small-county --by village --months 3 --format csv',
      about: { zh: '三个月，按村，作为 CSV', en: 'three months by village, as CSV' },
    },
  ],
  load: () => import('../commands/workload.ts'),
};

const sample: Command = {
  synopsis: { zh: '政策 --population 目录', en: 'POLICY --population DIR' },
  about: {
    zh: '按政策规定的比例随机抽查住户，分层、可重复',
    en: 'draws households for a spot check: the share that the policy lays down, stratified, reproducible',
  },
  details: {
    zh: '总数按比例，有零头进一户；各层按户数用最大余数法分配，不足一户的层抽一户。只从卡已定的户里抽。',
    en: 'The share of all households is rounded up and shared out to the strata by largest remainder; one whose share is less than one household has one. Only households whose card is decided are drawn.',
  },
  options: {
    ...runOptions,
    sample: {
      value: { zh: '编号', en: 'ID' },
      about: { zh: '政策里的哪一项抽查', en: 'which sample of the policy' },
    },
    share: {
      value: { zh: '比例', en: 'SHARE' },
      about: { zh: '抽多少，如 30%（默认照政策）', en: 'how much, as in 30% (default: as the policy says)' },
    },
    by: {
      value: { zh: '卡,村,…', en: 'card,village,…' },
      about: { zh: '按什么分层（默认照政策）', en: 'strata (default: as the policy says)' },
    },
    teams: {
      value: { zh: '组数', en: 'N' },
      about: {
        zh: '分给几个组（政策写了每组人数时默认每个乡镇一组）',
        en: 'hand them to so many teams (default: one for each township, if the policy speaks of teams)',
      },
    },
    seed: {
      value: { zh: '种子', en: 'N' },
      about: { zh: '随机种子（默认 1）', en: 'random seed (default 1)' },
    },
    format: formatOption('text', 'csv', 'json'),
    out: outOption,
  },
  takes: { least: 1, most: 1, name: policyName },
  examples: [
    {
      line: 'mingbai sample policies/county-four-cards --population examples/small-county --share 30% --by card,village --seed 2020',
      about: { zh: '按卡和村分层抽三成', en: 'thirty per cent, by card and village' },
    },
    {
      line: 'mingbai sample policies/county-four-cards --population examples/small-county --share 10% --format csv',
      about: { zh: '名单作为 CSV', en: 'the list as CSV' },
    },
  ],
  load: () => import('../commands/sample.ts'),
};

/** Commands about who does what, and when. */
export const dutyCommands = { calendar, workload, sample } as const satisfies Record<string, Command>;
