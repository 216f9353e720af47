import { join } from 'node:path';
import type { RejectedRow } from '../population/bad-rows.ts';
import { BYTE_ORDER_MARK, csvRecord } from '../report/csv.ts';
import { messageOf } from '../report/message.ts';
import { optionValue } from './arguments.ts';
import { catalog } from './catalog.ts';
import { type Context, tell } from './context.ts';
import { dataFiles, refuseInput, writeWhole } from './files.ts';

/** Writes rows that were left out, with what is wrong with each, and says where. */
export async function writeRejects(
  context: Context,
  population: string,
  rejected: readonly RejectedRow[],
): Promise<void> {
  const path = optionValue(context.given, 'rejects') ?? join(population, 'population.rejected.csv');
  refuseInput(context, path, dataFiles(context, population));
  await writeWhole(context, path, async append => {
    await append(BYTE_ORDER_MARK + csvRecord(['file', 'line', 'column', 'id', 'code', 'reason', 'row']));
    for (const { file, line, column, problem, id, text } of rejected) {
      const { code, params } = problem;
      const reason = messageOf({ code, severity: 'error', params }, catalog, context.lang);
      await append(csvRecord([file, line, column, id, code, reason, text]));
    }
  });
  tell(
    context,
    [{ code: 'rejects-written', severity: 'note', params: { path, rows: rejected.length } }],
    new Map(),
  );
}
