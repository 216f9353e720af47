import type { Comparison, Shift } from '../analysis/compare.ts';
import type { Range, Sum, Totals } from '../analysis/money.ts';
import { openParametersOf } from '../analysis/open.ts';
import type { Outcome } from '../analysis/outcome.ts';
import type { Heads } from '../analysis/people.ts';
import type { Summary } from '../analysis/summary.ts';
import { dutiesJson, fundJson, paidJson, quotaJson, shiftJson } from './allocation/json.ts';
import { crossJson } from './cross/roles.ts';
import { targetingJson } from './cross/targeting.ts';
import { wordsAt } from './explain/source-words.ts';
import type { Overview, PolicyView } from './overview-view.ts';
import { settingsJson } from './rules-of.ts';

type Json = Record<string, unknown>;

/** Fen as yuan; null: unbounded. */
const yuan = (fen: number | null) => (fen === null ? null : fen / 100);
const money = ({ low, high }: Range) => ({ low: yuan(low), high: yuan(high) });
const heads = ({ households, people }: Heads) => ({ households, people });
const sum = (entry: Sum) => ({ households: entry.households, ...money(entry) });

/** What missing facts could add, and what the policy leaves open; absent where there is neither. */
function doubts({ undetermined, unset }: Totals): Json {
  return {
    ...(undetermined.households > 0 ? { undetermined: sum(undetermined) } : {}),
    ...(unset > 0 ? { unset: { households: unset } } : {}),
  };
}

/** An outcome as programs read it: a card's id, null for none, `#undetermined`, `#out-of-scope`, `#conflict`. */
export function outcomeId(outcome: Outcome): string | null {
  if (outcome.kind === 'card') return outcome.card;
  return outcome.kind === 'none' ? null : `#${outcome.kind}`;
}

/** The comparison as `docs/outputs.md` lays it down; of one policy alone, without transitions. */
export function overviewJson(overview: Overview, changed: number): Json {
  const { views, comparisons } = overview;
  const { population } = views[0]!.summary;
  const several = comparisons.length > 1;
  const transitions = comparisons.flatMap((comparison, index) =>
    comparison.transitions.map(entry => ({ entry, to: index + 1 })),
  );
  return {
    population,
    policies: views.map(view => policyJson(view, overview)),
    ...(comparisons.length === 0
      ? {}
      : {
          transitions: transitions.map(({ entry, to }) => ({
            ...(several ? { policy: to } : {}),
            from: outcomeId(entry.from),
            to: outcomeId(entry.to),
            ...heads(entry),
            same: entry.same,
            gain: money(entry.gain),
          })),
          changed,
          examples: transitions.map(({ entry }) => entry.examples),
          gains: comparisons.map((comparison, index) => gainsJson(comparison, index + 1)),
          seats: overview.seatShifts.flatMap((each, index) => each.map(shift => shiftJson(shift, index + 1))),
          paid: overview.fundShifts.flatMap((each, index) => each.map(shift => paidJson(shift, index + 1))),
          cross: overview.crosses.flatMap((cross, index) => (cross ? [crossJson(cross, index + 1)] : [])),
        }),
    ...(overview.targeting === null ? {} : { targeting: targetingJson(overview.targeting) }),
  };
}

function policyJson(
  { summary, noCard, doubt, verdicts, set, quotas, funds, duties }: PolicyView,
  overview: Overview,
): Json {
  const { policy, outcomes, total } = summary;
  const special = (kind: Outcome['kind']) => outcomes.find(({ outcome }) => outcome.kind === kind)!;
  const undetermined = special('undetermined');
  const conflict = special('conflict');
  const apart = special('not-recorded');
  return {
    id: policy.id,
    version: policy.version,
    on: policy.on,
    ...settingsJson(policy, set),
    cards: Object.fromEntries(
      outcomes.flatMap(entry => (entry.outcome.kind === 'card' ? [[entry.outcome.card, heads(entry)]] : [])),
    ),
    none: heads(special('none')),
    undetermined: { ...heads(undetermined), ...money(undetermined.totals.undetermined) },
    out_of_scope: heads(special('out-of-scope')),
    ...(conflict.households > 0 ? { conflict: heads(conflict) } : {}),
    ...(apart.households > 0 ? { not_recorded: heads(apart) } : {}),
    barred: summary.barred.map(entry => ({ card: entry.card, by: entry.by, ...heads(entry) })),
    benefits: benefitsJson(summary),
    funds: summary.funds.map(entry => {
      const limited = funds.find(({ id }) => id === entry.fund);
      return {
        fund: entry.fund,
        ...sum(entry.due),
        ...doubts(entry),
        ...(limited ? { limited: fundJson(limited) } : {}),
      };
    }),
    quotas: quotas.map(quotaJson),
    duties: dutiesJson(policy, duties),
    total: { ...money(total.due), ...doubts(total) },
    no_card: {
      households: noCard.households,
      cards: noCard.cards.map(({ card, households, obstacles, barred }) => ({
        card,
        condition_false: households,
        conditions: obstacles.map(({ condition, ...counts }) => ({
          text: wordsAt(condition.span, overview.sources),
          ...counts,
        })),
        barred,
      })),
    },
    missing: {
      households: doubt.households,
      looked_at: doubt.looked,
      facts: doubt.lacks.map(({ kind, entity, id, households, alone }) => ({
        kind,
        ...(entity === null ? {} : { of: entity }),
        ...(id === null ? {} : { [kind === 'open' ? 'parameter' : 'fact']: id }),
        households,
        alone,
      })),
    },
    assertions: verdicts.map(({ assertion, holds, failed, unknown, witness }) => ({
      id: assertion.id,
      holds,
      ...(assertion.on === 'household' ? { failed, unknown, witness } : {}),
    })),
    areas: areasJson(summary),
    engine: summary.engine,
  };
}

function benefitsJson({ policy, benefits }: Summary): Json {
  return Object.fromEntries(
    benefits.map((entry, index) => {
      const open = entry.unset > 0 ? { waits_for: openParametersOf(policy, policy.benefits[index]!) } : {};
      const { households } = entry.due;
      return [entry.id, { ...money(entry.due), households, fund: entry.fund, ...doubts(entry), ...open }];
    }),
  );
}

function areasJson({ areaEntity, areas, outcomes }: Summary): Json {
  if (areaEntity === null) return {};
  return {
    of: areaEntity,
    list: areas.map(area => {
      const count = (kind: Outcome['kind']) =>
        area.outcomes[outcomes.findIndex(({ outcome }) => outcome.kind === kind)];
      return {
        id: area.id,
        cards: Object.fromEntries(
          outcomes.flatMap(({ outcome }, index) =>
            outcome.kind === 'card' ? [[outcome.card, area.outcomes[index]]] : [],
          ),
        ),
        none: count('none'),
        undetermined: count('undetermined'),
        out_of_scope: count('out-of-scope'),
        total: { ...money(area.totals.due), ...doubts(area.totals) },
      };
    }),
  };
}

function gainsJson(
  { gains, losses, either, equal, unknown, unset, changed }: Comparison,
  policy: number,
): Json {
  const shift = (entry: Shift) => ({
    ...heads(entry),
    ...money(entry),
    median: yuan(entry.distribution.median),
    greatest: yuan(entry.distribution.greatest),
    largest: entry.largest,
    bands: entry.distribution.bands.map(({ from, to, households }) => ({
      above: yuan(from),
      to: yuan(to),
      households,
    })),
  });
  return {
    policy,
    changed: heads(changed),
    gain: shift(gains),
    lose: shift(losses),
    depends_on_ranges: heads(either),
    equal: heads(equal),
    unknown: heads(unknown),
    unset: heads(unset),
  };
}
