import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../src/engine/kernel/kernel.ts';
import { generate, type Program } from '../../../src/engine/kernel/program.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import type { Population } from '../../../src/population/columns.ts';
import * as x from '../../support/expr.ts';
import { makePolicy, range } from '../../support/policy.ts';
import { makePopulation } from '../../support/population.ts';
import { makeVocabulary, testFacts } from '../../support/vocabulary.ts';

function programOf(policy: Policy, population: Population): Program {
  const made = generate(policy, population);
  if ('refused' in made) throw new Error(made.refused.en);
  return made.program;
}

const perHead = x.definition('household.per_head', x.MONEY);

/** Red: nobody can work. Yellow: under 5,000 yuan a head, unless the household owns a car. */
const twoCards = makePolicy({
  definitions: { 'household.per_head': x.divide(x.fact('household.income'), x.count('member')) },
  parameters: { relief: range(100_000, 500_000, x.MONEY) },
  cards: {
    red: x.every('member', x.isIn(x.fact('member.labour'), 'lost', 'none')),
    yellow: x.lt(perHead, x.money(5000)),
  },
  exclusions: { car: { cards: ['yellow'], when: x.fact('household.car') } },
  benefits: {
    repair: {
      cards: ['red', 'yellow'],
      when: x.gt(x.fact('household.repair'), x.money(0)),
      amount: x.cap(x.fact('household.repair'), x.money(20_000)),
    },
    school: { entity: 'member', when: x.lt(x.fact('member.age'), x.years(16)), amount: x.money(1000) },
    relief: { cards: ['yellow'], amount: x.parameter('relief', x.MONEY) },
  },
});

const full = [
  { income: 900_000, repair: 0, car: false },
  { income: 2_500_000, repair: 3_000_000, car: true },
];
const members = [
  [{ labour: 'none', age: 840 }],
  [
    { labour: 'full', age: 480 },
    { labour: 'none', age: 108 },
  ],
];

/** What each input stands for, above the code. */
function withLegend(program: Program): string {
  const { tables } = program.population;
  const names = new Map<object, string>();
  for (const table of Object.values(tables)) {
    for (const [id, column] of Object.entries(table.columns)) {
      names.set(column.values, `${table.entity}.${id}`);
      if (column.valid) names.set(column.valid, `whether ${table.entity}.${id} is recorded`);
    }
    for (const [part, offsets] of Object.entries(table.parts))
      names.set(offsets, `first ${part} of each ${table.entity}`);
  }
  const functions = [program.decide.decide, ...program.weigh].map(({ inputs, source }) => {
    const legend = [...inputs].map(([name, data]) => `// ${name}: ${names.get(data)}`);
    return [...legend, source].join('\n');
  });
  return `${functions.join('\n\n')}\n`;
}

describe('generated code', () => {
  it('is a plain loop where all facts are recorded', async () => {
    const program = programOf(twoCards, makePopulation(full, { member: members }));
    expect(program.weigh).toEqual([]);
    await expect(withLegend(program)).toMatchFileSnapshot('./generated/two-cards-complete.js');
  });

  it('minds gaps only in the columns that have them', async () => {
    const gaps = [{ ...full[0], income: null }, full[1]!];
    const program = programOf(twoCards, makePopulation(gaps, { member: members }));
    await expect(withLegend(program)).toMatchFileSnapshot('./generated/two-cards-gaps.js');
  });

  it('is the same for the same policy and population', () => {
    const population = makePopulation(full, { member: members });
    expect(sourceOf(programOf(twoCards, population))).toBe(sourceOf(programOf(twoCards, population)));
  });
});

describe('hostile text', () => {
  const evil = [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what somebody might try
    '`${process.exit(1)}`',
    '"]; globalThis.broken = 1; //',
    "'+alert(1)+'",
    '*/ globalThis.broken = 1; /*',
    '\u2028globalThis.broken = 1',
    '__proto__',
    'constructor',
    '</script>',
  ];
  const [first, second, third, fourth] = evil as [string, string, string, string];
  const vocabulary = makeVocabulary({
    household: { ...testFacts.household, note: 'text', housing: [first, '__proto__', 'constructor'] },
    member: { [second]: 'money' },
    village: testFacts.village,
    township: testFacts.township,
  });

  it('never gets into the code', () => {
    const policy = makePolicy({
      vocabulary,
      definitions: {
        [`household.${third}`]: x.sum('member', x.fact(`member.${second}`, vocabulary)),
        'household.__proto__': x.isIn(x.fact('household.note', vocabulary), ...evil),
      },
      parameters: { [fourth]: range(1, 2, x.MONEY) },
      cards: {
        [first]: x.eq(x.fact('household.note', vocabulary), x.text(second)),
        constructor: x.eq(x.fact('household.housing', vocabulary), x.word('household.housing', '__proto__')),
        [third]: x.definition('household.__proto__', x.no.type),
      },
      exclusions: { [fourth]: { cards: [first], when: x.fact('household.car', vocabulary) } },
      benefits: {
        [second]: { cards: ['constructor'], amount: x.definition(`household.${third}`, x.MONEY) },
        toString: { amount: x.parameter(fourth, x.MONEY) },
      },
    });
    const rows = evil.map((note, k) => ({ note, housing: ['__proto__', first][k % 2]!, car: k % 3 === 0 }));
    const people = rows.map(() => [{ [second]: 5 }]);
    const program = programOf(policy, makePopulation(rows, { member: people }, null, vocabulary));
    const code = sourceOf(program);
    for (const text of evil) expect(code).not.toContain(text);
  });

  it('leaves only names and operators of the engine’s own', () => {
    const code = sourceOf(
      programOf(twoCards, makePopulation([{ ...full[0], income: null }], { member: [members[0]!] })),
    );
    const own = /^([acdhijoptuv]\d*|i|j\d+|state\d+|low\d+|high\d+|barred\d+|found\d+|least\d+|most\d+)$/;
    const given = new Set(
      'function decide weigh above from to count rows masks status card possible return let const for if else switch case break true false Math min max floor ceil abs Infinity'.split(
        ' ',
      ),
    );
    const foreign = [...code.matchAll(/[A-Za-z_$][\w$]*/g)]
      .map(m => m[0])
      .filter(word => !given.has(word) && !own.test(word));
    expect(foreign).toEqual([]);
    expect(code).not.toMatch(/["'`\\]/);
  });
});
