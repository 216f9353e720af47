import { readCsv } from './csv-file.ts';
import { readParquet } from './parquet-file.ts';
import type { RawTable, TableRequest } from './raw-table.ts';

/** Reads one file of either kind. `onPart` hears which part of it was read since it was last called. */
export function readFile(
  request: TableRequest,
  size: number,
  onPart: (part: number) => void,
): Promise<RawTable> {
  return /\.parquet$/i.test(request.file)
    ? readParquet(request, (rows, of) => onPart(rows / of))
    : readCsv(request, bytes => onPart(bytes / size));
}
