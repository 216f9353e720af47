/** The card rules for json-rules-engine. */
import { Engine, type RuleProperties } from 'json-rules-engine';
import type { HouseholdFacts, MemberFacts } from './households.ts';

const is = (fact: string, value: unknown = true) => ({ fact, operator: 'equal', value });
const unbarred = is('barred', false);

/** Tried from the highest priority down; the first that holds gives the card. */
const RULES: readonly RuleProperties[] = [
  {
    priority: 6,
    conditions: { all: [is('registered'), is('nobodyAble'), is('income', 0)] },
    event: { type: 'red' },
  },
  {
    priority: 5,
    conditions: {
      all: [
        is('registered'),
        unbarred,
        {
          any: [
            { fact: 'status', operator: 'notEqual', value: 'exited' },
            { all: [{ fact: 'netPerHead', operator: 'lessThanInclusive', value: 5000 }, is('relapse')] },
          ],
        },
      ],
    },
    event: { type: 'yellow' },
  },
  {
    priority: 4,
    conditions: {
      all: [
        is('registered'),
        is('status', 'exited'),
        { not: { all: [{ fact: 'netPerHead', operator: 'lessThanInclusive', value: 5000 }, is('relapse')] } },
      ],
    },
    event: { type: 'green' },
  },
  { priority: 3, conditions: { all: [is('marginal'), unbarred] }, event: { type: 'blue' } },
  { priority: 2, conditions: { any: [is('registered'), is('marginal')] }, event: { type: 'none' } },
];

export function jsonRules(): (household: HouseholdFacts) => Promise<string> {
  const engine = new Engine([...RULES]);
  const derive = (id: string, of: (h: HouseholdFacts) => unknown) =>
    engine.addFact(id, async (_params, almanac) => of(await almanac.factValue<HouseholdFacts>('household')));
  const income = (h: HouseholdFacts) => h.operating + h.wage + h.property + h.transfer;
  const perHead = (h: HouseholdFacts) => (income(h) - h.costs) / h.members.length;
  const poverty = (h: HouseholdFacts) => h.illness || h.disaster || h.schooling;
  const young = (m: MemberFacts) => m.under60 && !m.severe && m.grade === 'none';
  derive('registered', h => h.registered);
  derive('status', h => h.status);
  derive('income', income);
  derive('netPerHead', perHead);
  derive('nobodyAble', h => h.members.every(m => m.labour === 'lost' || m.labour === 'none'));
  derive('relapse', h => poverty(h) || h.job || h.industry);
  derive('marginal', h => !h.registered && perHead(h) < 5000 && poverty(h));
  derive('barred', h => h.car || h.luxury || h.apart || (h.members.length === 1 && h.members.some(young)));
  engine.on('success', () => {
    engine.stop();
  });
  return async household => {
    const { events } = await engine.run({ household });
    return events[0]?.type ?? 'outside';
  };
}
