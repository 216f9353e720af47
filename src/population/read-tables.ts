/** Reads the files of a population side by side. */
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RawTable, TableRequest } from './raw-table.ts';
import { readFile } from './read-file.ts';

/** Files of at least this many bytes are worth a thread of their own. */
const WORTH_A_THREAD = 8 << 20;

/**
 * In the order asked for. The largest file is read here; other large ones each in a thread, where the machine has more than
 * one to give. `onProgress` hears of bytes read, of all.
 */
export async function readTables(
  requests: readonly TableRequest[],
  onProgress?: (done: number, total: number) => void,
  worth = WORTH_A_THREAD,
): Promise<RawTable[]> {
  const sizes = await Promise.all(requests.map(async each => (await stat(each.path)).size));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const largest = sizes.indexOf(Math.max(...sizes));
  let threads = availableParallelism() - 1;
  let done = 0;
  return Promise.all(
    requests.map((request, i) => {
      const size = sizes[i]!;
      const onPart = (part: number): void => {
        done += part * size;
        onProgress?.(Math.min(Math.round(done), total), total);
      };
      const apart = i !== largest && size >= worth && threads > 0;
      if (apart) threads--;
      return apart ? readApart(request, size, onPart) : readFile(request, size, onPart);
    }),
  );
}

function readApart(request: TableRequest, size: number, onPart: (part: number) => void): Promise<RawTable> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
      workerData: { request, size },
    });
    worker.on('message', (message: { readonly part?: number; readonly table?: RawTable }) => {
      if (message.table) resolve(message.table);
      else onPart(message.part!);
    });
    worker.on('error', reject);
    worker.on('exit', code => reject(new Error(`the reading of ${request.file} ended (${code})`)));
  });
}
