/** The card rules for ZEN: derived figures in an expression node, then a decision table of which the first row that fits counts. */
import { ZenEngine } from '@gorules/zen-engine';
import type { HouseholdFacts } from './households.ts';

const EXPRESSIONS: Readonly<Record<string, string>> = {
  income: 'operating + wage + property + transfer',
  perHead: '($.income - costs) / len(members)',
  poverty: 'illness or disaster or schooling',
  barred:
    'car or luxury or apart or (len(members) == 1 and some(members, #.under60 and not #.severe and #.grade == "none"))',
  red: 'registered and $.income == 0 and all(members, #.labour in ["lost", "none"])',
  risky: '$.perHead <= 5000 and ($.poverty or job or industry)',
  yellow: 'registered and not $.barred and (status != "exited" or $.risky)',
  green: 'registered and status == "exited" and not $.risky',
  marginal: 'not registered and $.perHead < 5000 and $.poverty',
  blue: '$.marginal and not $.barred',
  inScope: 'registered or $.marginal',
};

const ROWS = [
  ['red', 'red'],
  ['yellow', 'yellow'],
  ['green', 'green'],
  ['blue', 'blue'],
  ['inScope', 'none'],
] as const;

/** `loop`: one call takes a list of households. */
function model(loop: boolean): object {
  const list = loop
    ? { executionMode: 'loop', inputField: 'households', outputPath: 'households', passThrough: true }
    : { executionMode: 'single', inputField: null, outputPath: null, passThrough: true };
  const blank = Object.fromEntries(ROWS.map(([flag]) => [flag, '']));
  const rules = [
    ...ROWS.map(([flag, card]) => ({ ...blank, _id: `row ${card}`, [flag]: 'true', card: `"${card}"` })),
    { ...blank, _id: 'row outside', card: '"outside"' },
  ];
  return {
    contentType: 'application/vnd.gorules.decision',
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'figures',
        type: 'expressionNode',
        name: 'figures',
        position: { x: 1, y: 0 },
        content: {
          ...list,
          expressions: Object.entries(EXPRESSIONS).map(([key, value]) => ({ id: key, key, value })),
        },
      },
      {
        id: 'cards',
        type: 'decisionTableNode',
        name: 'cards',
        position: { x: 2, y: 0 },
        content: {
          ...list,
          passThrough: false,
          hitPolicy: 'first',
          inputs: ROWS.map(([flag]) => ({ id: flag, name: flag, field: flag })),
          outputs: [{ id: 'card', name: 'card', field: 'card' }],
          rules,
        },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 3, y: 0 } },
    ],
    edges: [
      { id: '1', type: 'edge', sourceId: 'in', targetId: 'figures' },
      { id: '2', type: 'edge', sourceId: 'figures', targetId: 'cards' },
      { id: '3', type: 'edge', sourceId: 'cards', targetId: 'out' },
    ],
  };
}

interface Zen {
  one(household: HouseholdFacts): Promise<string>;
  batch(households: readonly HouseholdFacts[]): Promise<string[]>;
  dispose(): void;
}

export function zen(): Zen {
  const engine = new ZenEngine();
  const single = engine.createDecision(model(false));
  const loop = engine.createDecision(model(true));
  return {
    async one(household) {
      const { result } = await single.evaluate(household);
      return result.card;
    },
    async batch(households) {
      const { result } = await loop.evaluate({ households });
      return result.households.map((each: { card: string }) => each.card);
    },
    dispose: () => engine.dispose(),
  };
}
