import { readCsv } from './csv-file.ts';
import { readParquet } from './parquet-file.ts';
import { emptyRaw, type RawTable, type TableRequest } from './raw-table.ts';
import { systemReason } from './system-reason.ts';

/**
 * Reads one file of either kind. `onPart` hears which part of it was read since it was last called. A file that cannot be opened or
 * read on says so in its table.
 */
export async function readFile(
  request: TableRequest,
  size: number,
  onPart: (part: number) => void,
): Promise<RawTable> {
  try {
    return /\.parquet$/i.test(request.file)
      ? await readParquet(request, (rows, of) => onPart(rows / of))
      : await readCsv(request, bytes => onPart(bytes / size));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    const params = { file: request.file, reason: systemReason({ code }) };
    return emptyRaw(request, [{ code: 'population-file-unreadable', severity: 'error', params }]);
  }
}
