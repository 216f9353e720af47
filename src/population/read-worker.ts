/** A thread that reads one file and hands over its table without copying. */
import { parentPort, workerData } from 'node:worker_threads';
import type { RawTable, TableRequest } from './raw-table.ts';
import { readFile } from './read-file.ts';

const { request, size } = workerData as { readonly request: TableRequest; readonly size: number };
const port = parentPort!;

/** All memory of a table that can change hands. */
function buffersOf(table: RawTable): ArrayBuffer[] {
  const arrays: (ArrayBufferView | null | undefined)[] = [table.ids?.bytes, table.ids?.places, table.marks];
  for (const { ids, starts } of Object.values(table.above)) arrays.push(ids.bytes, ids.places, starts);
  for (const { values, valid } of Object.values(table.columns)) arrays.push(values, valid);
  const buffers = arrays.flatMap(array => (array ? [array.buffer as ArrayBuffer] : []));
  return [...new Set(buffers)];
}

const table = await readFile(request, size, part => port.postMessage({ part }));
port.postMessage({ table }, buffersOf(table));
