/** Reads the files of a population side by side. */
import { stat } from 'node:fs/promises';
import { readCsv } from './csv-file.ts';
import { readParquet } from './parquet-file.ts';
import type { RawTable, TableRequest } from './raw-table.ts';

/** In the order asked for. `onProgress` hears of bytes read, of all. */
export async function readTables(
  requests: readonly TableRequest[],
  onProgress?: (done: number, total: number) => void,
): Promise<RawTable[]> {
  const sizes = await Promise.all(requests.map(async each => (await stat(each.path)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let done = 0;
  const hear = (bytes: number): void => {
    done += bytes;
    onProgress?.(Math.min(done, total), total);
  };
  return Promise.all(
    requests.map((request, i) =>
      /\.parquet$/i.test(request.file)
        ? readParquet(request, (rows, of) => hear((sizes[i]! * rows) / of))
        : readCsv(request, hear),
    ),
  );
}
