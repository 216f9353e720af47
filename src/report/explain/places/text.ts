/** Where a household stands in quotas and funds, and who stood before it. */
import type { AllocationProblem } from '../../../engine/allocation/allocation.ts';
import { limitedFunds } from '../../../engine/allocation/order.ts';
import type {
  FundStanding,
  Neighbour,
  PoolStanding,
  QuotaStanding,
  Standing,
  Waiting,
} from '../../../engine/allocation/standing/line.ts';
import type { Answer } from '../../../engine/answer.ts';
import type { Rational } from '../../../language/expr.ts';
import type { Policy } from '../../../policy/policy.ts';
import { decimal, figureText, spanText } from '../../figures.ts';
import { inert } from '../../inert.ts';
import { entityName, fundName, quotaName } from '../../names.ts';
import { causeLines } from '../causes.ts';
import { citation, drawn, type Line, mark } from '../tree.ts';
import type { ExplainView } from '../view.ts';
import { bracketed, say } from '../words.ts';
import { deciderText, keyText } from './rank.ts';
import { tell } from './words.ts';

const MONEY = { money: 1 };
const comma = ({ lang }: ExplainView) => (lang === 'zh' ? '，' : ', ');
const stop = ({ lang }: ExplainView) => (lang === 'zh' ? '；' : '; ');
const colon = ({ lang }: ExplainView) => (lang === 'zh' ? '：' : ': ');
const leaf = (text: string): Line => ({ text, below: [] });
/** Seats may be parts of one where a policy says that one takes half a seat. */
const seats = (count: number | Rational): string =>
  typeof count === 'number' ? String(count) : decimal(count).text;

function areaName(entity: string, row: number, id: string, view: ExplainView): string {
  if (row < 0) return tell('whole', view.lang);
  return `${entityName(view.policy, entity, view.lang)} ${inert(id === '' ? String(row + 1) : id)}`;
}

/** Somebody else, with the key that decided. */
function beside(
  word: 'last' | 'missed' | 'fundLast' | 'fundMissed',
  other: Neighbour,
  view: ExplainView,
): string {
  const side = word === 'last' || word === 'fundLast' ? 'before' : 'behind';
  return `${tell(word, view.lang, { other: inert(other.id) })}${comma(view)}${deciderText(other, side, view)}`;
}

function poolText(pool: PoolStanding, takes: string | null, view: ExplainView): string {
  const { lang } = view;
  if (pool.seats === 0) return tell('noSeats', lang);
  const own = tell(pool.seats === 1 ? 'poolOfOne' : 'pool', lang, {
    rank: pool.rank,
    seats: seats(pool.seats),
  });
  if (pool.served) {
    const next = pool.missed === null ? [] : [beside('missed', pool.missed, view)];
    return [`${own}${comma(view)}${tell('had', lang)}`, ...next].join(stop(view));
  }
  const { free, last, missed } = pool;
  if (free === null && missed !== null && takes !== '1')
    return [own, tell('ended', lang, { other: inert(missed.id) })].join(stop(view));
  const unfit = free !== null && free > 0 ? [tell('didNotFit', lang, { free: seats(free) })] : [];
  return [own, ...unfit, ...(last === null ? [] : [beside('last', last, view)])].join(stop(view));
}

function problemText(
  { code, entity, row, params }: AllocationProblem,
  area: string,
  view: ExplainView,
): string {
  const { lang } = view;
  const where = entity === null || row < 0 ? tell('whole', lang) : area;
  switch (code) {
    case 'seats-below-minimums':
      return tell('belowMinimums', lang, {
        total: Number(params['total']),
        needed: Number(params['needed']),
      });
    case 'total-unknown':
      return tell('totalOpen', lang);
    case 'seats-unknown':
      return tell('seatsOpen', lang, { area: where });
    case 'weight-unknown':
      return tell('weightOpen', lang, { area: where });
    case 'weights-zero':
      return tell('weightsZero', lang);
  }
}

function waitingLines({ claim, causes }: Waiting, standing: Standing, view: ExplainView): Line[] {
  const { lang, paint } = view;
  const open = standing.keys.filter(({ value }) => {
    if (value.kind === 'inapplicable') return false;
    return value.kind === 'number' ? value.low === null || value.low !== value.high : value.value === null;
  });
  const names = open.map(({ key }) => keyText(key, view)).join(say('comma', lang));
  const why = [
    ...(claim ? [tell('claimOpen', lang)] : []),
    ...(open.length > 0 ? [tell('rankOpen', lang, { keys: names })] : []),
    ...(standing.kind === 'quota' && standing.takes === null ? [tell('sizeOpen', lang)] : []),
    ...(standing.kind === 'fund' && standing.total === null ? [tell('totalOpen', lang)] : []),
  ];
  return [...why.map(leaf), ...causeLines(causes, view).map(text => leaf(`${paint.warning('?')} ${text}`))];
}

const SIGN = { served: true, unserved: false, contesting: null } as const;

/** Its name, and that of the member where the seats are theirs. */
function lead(standing: Standing, name: string, view: ExplainView): string {
  const { policy, lang, paint } = view;
  const own = standing.entity === policy.entity;
  const who = own ? '' : bracketed(areaName(standing.entity, standing.row, standing.of, view), lang);
  return `${mark(SIGN[standing.place], view)} ${paint.strong(name)}${who}`;
}

function quotaLine(standing: QuotaStanding, view: ExplainView): Line {
  const { policy, lang } = view;
  const { place, rank, takes, pools } = standing;
  const quota = policy.quotas.find(({ id }) => id === standing.id)!;
  const state = [
    tell(place, lang),
    ...(rank === null ? [] : [tell('rank', lang, { rank, of: standing.claimants })]),
    ...(takes === null || takes === '1' ? [] : [tell('takes', lang, { takes: seats(takes) })]),
  ].join(comma(view));
  const waits = standing.contesting - (place === 'contesting' ? 1 : 0);
  return {
    text: `${lead(standing, quotaName(policy, standing.id, lang), view)}  ${state}${citation(quota.cite, quota.origin, view)}`,
    below: [
      ...(standing.waiting === null ? [] : waitingLines(standing.waiting, standing, view)),
      ...pools.map(pool =>
        leaf(`${areaName(pool.entity, pool.row, pool.id, view)}${colon(view)}${poolText(pool, takes, view)}`),
      ),
      ...standing.problems.map(problem => {
        const pool = pools.find(({ entity, row }) => entity === problem.entity && row === problem.row);
        const area = areaName(problem.entity ?? '', problem.row, pool?.id ?? '', view);
        return leaf(problemText(problem, area, view));
      }),
      ...(waits > 0 && place !== 'contesting' ? [leaf(tell('wait', lang, { n: waits }))] : []),
    ],
  };
}

function fundLine(standing: FundStanding, view: ExplainView): Line {
  const { policy, lang } = view;
  const { low, high, rank, total } = standing;
  const span = (of: 'asked' | 'served') =>
    spanText(String(Math.min(low[of], high[of])), String(Math.max(low[of], high[of])), MONEY, lang);
  const whole = low.asked === low.served && high.asked === high.served;
  const none = low.served === 0 && high.served === 0;
  const key = whole ? 'full' : none ? 'nothing' : 'part';
  const params = { asked: span('asked'), served: span('served') };
  const state =
    standing.place === 'contesting'
      ? tell('contesting', lang)
      : [
          tell(key, lang, params),
          ...(rank === null ? [] : [tell('rank', lang, { rank, of: standing.claimants })]),
        ].join(comma(view));
  const money = (fen: number) => figureText(String(fen), MONEY, lang);
  const known =
    total === null
      ? []
      : [leaf(tell('fundTotal', lang, { total: money(total), asked: money(standing.askedTotal) }))];
  const neighbours = [
    ...(standing.last === null || whole ? [] : [beside('fundLast', standing.last, view)]),
    ...(standing.missed === null || !whole ? [] : [beside('fundMissed', standing.missed, view)]),
  ];
  return {
    text: `${lead(standing, fundName(policy, standing.id, lang) ?? '', view)}  ${state}`,
    below: [
      ...(standing.waiting === null ? [] : waitingLines(standing.waiting, standing, view)),
      ...known,
      ...(standing.waiting === null ? neighbours.map(leaf) : []),
    ],
  };
}

/** Names of quotas and funds in which a household may stand, as far as its own answer says. */
function awaited(answer: Answer, policy: Policy, { lang }: ExplainView): string[] {
  const claimed = new Set(answer.benefits.map(({ id }) => id));
  const quotas = policy.quotas.filter(({ of }) =>
    of.kind === 'benefit'
      ? claimed.has(of.id)
      : answer.possible.some(card => card !== null && of.cards.includes(card)),
  );
  const funds = limitedFunds(policy).filter(({ id }) =>
    policy.benefits.some(benefit => benefit.fund === id && claimed.has(benefit.id)),
  );
  return [
    ...quotas.map(({ id }) => quotaName(policy, id, lang)),
    ...funds.map(({ id }) => fundName(policy, id, lang) ?? id),
  ];
}

/** null: no population is at hand, so that places depend on others who are not known. */
export function placeSection(
  answer: Answer,
  standings: readonly Standing[] | null,
  view: ExplainView,
): string[] {
  const { lang, paint, policy } = view;
  const title = ['', paint.strong(tell('places', lang))];
  if (standings === null) {
    const names = awaited(answer, policy, view);
    return names.length === 0
      ? []
      : [...title, `  ${tell('alone', lang, { names: names.join(say('comma', lang)) })}`];
  }
  if (standings.length === 0) return [];
  const lines = standings.map(each => (each.kind === 'quota' ? quotaLine(each, view) : fundLine(each, view)));
  return [...title, ...drawn(lines, '  ')];
}
