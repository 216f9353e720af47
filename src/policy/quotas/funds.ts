import { constantOf } from '../../language/check-context.ts';
import type { Expr } from '../../language/expr.ts';
import { fundKeys } from '../../language/keys-quotas.ts';
import { moneyStandard } from '../implicit.ts';
import { isEmpty } from '../node.ts';
import type { Fund } from '../policy.ts';
import { called, type RawRule } from '../rule.ts';
import { checkFigure } from './figure.ts';
import type { QuotaContext } from './quotas.ts';
import { makeRank } from './rank.ts';
import { branchesOf } from './seats.ts';

function totalOf({ desk, parameters }: QuotaContext, raw: RawRule): Expr | null {
  const node = raw.fields.get('total')?.value;
  if (node === undefined || isEmpty(node)) return null;
  const { zh, en } = fundKeys.total;
  const part = { id: 'total', label: { zh: zh[0] ?? '', en: en[0] ?? '' } };
  const owner = { desk, raw, entity: null, parameters, standard: moneyStandard };
  const figure = checkFigure(owner, node, part, { kind: 'amount', period: 'year' }, {});
  if (figure === null) return null;
  const problem = (code: string) => {
    desk.report({ code, severity: 'error', params: { fund: called(raw) }, span: node.span });
    return null;
  };
  if (figure.beneficiary !== null) return problem('fund-total-each');
  const negative = branchesOf(figure.expr).some(end => constantOf(end)?.startsWith('-'));
  return negative ? problem('fund-total-negative') : figure.expr;
}

/** Where the money comes from: as much as is claimed, or a total that is handed out by rank. */
export function makeFunds(context: QuotaContext, raws: readonly RawRule[]): Record<string, Fund> {
  const { desk, entity, labels } = context;
  return Object.fromEntries(
    raws.map((raw): [string, Fund] => {
      const total = totalOf(context, raw);
      const rank = makeRank(desk, raw, entity, labels);
      if (isEmpty(raw.fields.get('total')?.value) && rank.length > 0)
        desk.report({
          code: 'fund-rank-unused',
          severity: 'warning',
          params: { fund: called(raw) },
          span: raw.fields.get('rank')?.key.span ?? raw.at,
        });
      return [raw.id, { id: raw.id, label: raw.label, total, rank, span: raw.span }];
    }),
  );
}
