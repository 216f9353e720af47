/** The same rules as SQL by hand, run by DuckDB in memory on one thread. */
import {
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  INTEGER,
  UTINYINT,
} from '@duckdb/node-api';
import { type Results, STATUS } from '../src/engine/results.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Column, Population, Table } from '../src/population/columns.ts';
import { kernelFor } from './by-hand.ts';
import { heading, line, ms, table, times, verdict } from './print.ts';
import { inTurns, median, ratio } from './timing.ts';

const HOUSEHOLD_FACTS = [
  'registered',
  'poverty_status',
  'operating_income',
  'wage_income',
  'property_income',
  'transfer_income',
  'operating_costs',
  'illness_risk',
  'disaster_risk',
  'schooling_risk',
  'job_risk',
  'industry_risk',
  'has_consumer_car',
  'luxury_renovation',
  'parents_apart_from_able_children',
  'courtyard_accepted',
  'wants_loan',
  'dibao_class',
  'household_type',
  'disaster_loss',
  'education_costs',
  'new_house',
  'house_area_compliant',
  'repair_costs',
] as const;
const MEMBER_FACTS = [
  'labour',
  'birth_date',
  'severe_illness',
  'disability_grade',
  'wants_training',
] as const;

/** Codes of the enumerations: labour 0 full, 1 weak; poverty_status 1 exited; dibao_class and disability_grade 0 none; household_type 2 tekun. */
const RULES = `
CREATE OR REPLACE TABLE result AS
WITH people AS (
  SELECT household, count(*) AS size,
    bool_or(labour <= 1) AS any_able,
    bool_or(labour <= 1 AND wants_training) AS any_trained,
    bool_or(severe_illness) AS any_severe,
    bool_or(birth_date > -3576 AND NOT severe_illness AND disability_grade = 0) AS any_young
  FROM member GROUP BY household
), figures AS (
  SELECT household.*, size, any_able, any_trained, any_severe,
    operating_income + wage_income + property_income + transfer_income AS income,
    operating_income + wage_income + property_income + transfer_income - operating_costs AS net,
    illness_risk OR disaster_risk OR schooling_risk AS poverty,
    CASE WHEN has_consumer_car THEN 1 WHEN luxury_renovation THEN 2 WHEN size = 1 AND any_young THEN 3
      WHEN parents_apart_from_able_children THEN 4 ELSE 0 END AS bar,
    dibao_class = 0 AND household_type <> 2 AS outside,
    new_house AND house_area_compliant AS built
  FROM household JOIN people ON household.id = people.household
), conditions AS (
  SELECT *,
    NOT registered AND poverty AND net < 500000 * size AS marginal,
    registered AND NOT any_able AND income = 0 AS red,
    registered AND poverty_status <> 1 AS not_out,
    registered AND poverty_status = 1 AND net <= 500000 * size AND (poverty OR job_risk OR industry_risk) AS at_risk
  FROM figures
), granted AS (
  SELECT *,
    CASE WHEN red THEN 0 WHEN (not_out OR at_risk) AND bar = 0 THEN 1
      WHEN registered AND poverty_status = 1 AND NOT at_risk THEN 2
      WHEN marginal AND bar = 0 THEN 3 ELSE -1 END AS card
  FROM conditions
)
SELECT id, registered OR marginal AS in_scope, card,
  CASE WHEN NOT red AND (not_out OR at_risk) THEN bar ELSE 0 END AS barred1,
  CASE WHEN marginal THEN bar ELSE 0 END AS barred3,
  CASE WHEN card = 1 AND any_able THEN 1 ELSE 0 END AS state0,
  CASE WHEN card = 0 THEN 1 ELSE 0 END AS state1, CASE WHEN card = 0 THEN size * 202400 ELSE 0 END AS low1,
  CASE WHEN card = 0 THEN 3 ELSE 0 END AS state2,
  CASE WHEN card IN (1, 2) THEN 3 ELSE 0 END AS state3,
  CASE WHEN card = 1 AND courtyard_accepted THEN 3 ELSE 0 END AS state4,
  CASE WHEN card >= 0 AND wants_loan THEN 1 ELSE 0 END AS state5,
  CASE WHEN card IN (0, 1, 2) THEN 1 ELSE 0 END AS state6,
  CASE WHEN card IN (1, 2, 3) AND any_trained THEN 1 ELSE 0 END AS state7,
  CASE WHEN card = 1 AND any_able THEN 1 ELSE 0 END AS state8,
  CASE WHEN card = 0 AND outside THEN 3 ELSE 0 END AS state9,
  CASE WHEN card = 1 AND outside THEN 3 ELSE 0 END AS state10,
  CASE WHEN card = 3 AND outside THEN 1 ELSE 0 END AS state11,
  CASE WHEN card IN (0, 1) AND (any_severe OR disaster_loss > 0) THEN 1 WHEN card IN (0, 1) AND education_costs > 0 THEN 3
    WHEN card = 3 AND dibao_class = 0 THEN 1 ELSE 0 END AS state12,
  CASE WHEN state12 = 1 THEN 100000 ELSE 0 END AS low12, CASE WHEN state12 = 1 THEN 500000 ELSE 0 END AS high12,
  CASE WHEN card IN (0, 1) AND built THEN 1 WHEN card = 2 AND built THEN 3 ELSE 0 END AS state13,
  CASE WHEN state13 <> 1 THEN 0 WHEN card = 0 THEN 5000000 ELSE 4000000 END AS low13,
  CASE WHEN card IN (0, 1) AND repair_costs > 0 THEN 1 ELSE 0 END AS state14,
  CASE WHEN state14 = 1 THEN least(repair_costs, 2000000) ELSE 0 END AS low14,
  CASE WHEN card IN (0, 1) THEN 1 ELSE 0 END AS state15,
  CASE WHEN card = 3 AND poverty THEN 1 ELSE 0 END AS state16
FROM granted`;

const typeOf = (column: Column): DuckDBType =>
  column.kind === 'bool'
    ? BOOLEAN
    : column.kind === 'enum'
      ? UTINYINT
      : column.kind === 'date'
        ? INTEGER
        : DOUBLE;

const CHUNK = 2048;

async function fill(
  connection: DuckDBConnection,
  source: Table,
  facts: readonly string[],
  key: { readonly name: string; readonly of: (row: number) => number },
): Promise<void> {
  const columns = facts.map(id => source.columns[id]!);
  const types = [INTEGER, ...columns.map(typeOf)];
  const names = [key.name, ...facts].map((name, k) => `${name} ${types[k]}`);
  await connection.run(`CREATE TABLE ${source.entity} (${names.join(', ')})`);
  const appender = await connection.createAppender(source.entity);
  for (let from = 0; from < source.rows; from += CHUNK) {
    const count = Math.min(CHUNK, source.rows - from);
    const chunk = DuckDBDataChunk.create(types, count);
    const lists = columns.map(column =>
      Array.from(column.values.subarray(from, from + count), value =>
        column.kind === 'bool' ? value === 1 : value,
      ),
    );
    chunk.setColumns([Array.from({ length: count }, (_, k) => key.of(from + k)), ...lists]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

async function sameAs(connection: DuckDBConnection, results: Results): Promise<void> {
  const reader = await connection.streamAndReadAll('SELECT * FROM result ORDER BY id');
  const names = reader.columnNames();
  const columns = reader.getColumnsJS() as (number | boolean)[][];
  if (reader.currentRowCount !== results.rows) throw new Error('SQL and kernel differ in households');
  const expected: Record<string, (row: number) => number | boolean> = {
    id: row => row,
    in_scope: row => results.status[row] === STATUS.decided,
    card: row => results.card[row]!,
    barred1: row => results.barred[1]![row]!,
    barred3: row => results.barred[3]![row]!,
  };
  for (const [k, name] of names.entries()) {
    const [, what, index] = /^(state|low|high)(\d+)$/.exec(name) ?? [];
    const of = what
      ? (row: number) => results.benefits[Number(index)]![what as 'state' | 'low' | 'high'][row]!
      : expected[name]!;
    const column = columns[k]!;
    for (let row = 0; row < results.rows; row++)
      if (Number(column[row]) !== Number(of(row)))
        throw new Error(`SQL and kernel differ: ${name}, row ${row}: ${column[row]}`);
  }
}

const TURNS = 5;

export async function againstSql(policy: Policy, complete: Population): Promise<void> {
  heading('Cards and benefits, against the same rules as SQL (DuckDB in memory, threads=1)');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const members = complete.tables['member']!;
  await fill(connection, complete.tables['household']!, HOUSEHOLD_FACTS, { name: 'id', of: row => row });
  await fill(connection, members, MEMBER_FACTS, { name: 'household', of: row => members.owner![row]! });
  const kernel = kernelFor(policy, complete);
  await connection.run(RULES);
  await sameAs(connection, kernel.run());
  line('  wall time, median of interleaved runs; every column of the results checked equal');
  const [ours, theirs] = await inTurns(
    [
      { name: 'kernel', run: () => kernel.run() },
      { name: 'DuckDB', run: () => connection.run(RULES) },
    ],
    TURNS,
  );
  table(
    ['way', 'ms'],
    [
      ['kernel', ms(median(ours!.times))],
      ['DuckDB', ms(median(theirs!.times))],
    ],
  );
  const factor = ratio(theirs!, ours!);
  verdict('faster than SQL by hand in DuckDB', times(factor), factor > 1);
  connection.closeSync();
  instance.closeSync();
}
