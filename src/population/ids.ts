/** Names of instances packed as bytes: a million of them cost little to keep and to hand from one thread to another. */
export interface PackedIds {
  readonly count: number;
  /** UTF-8, one after the other. */
  readonly bytes: Uint8Array;
  /** `count + 1` places in `bytes`. */
  readonly places: Uint32Array;
}

/** Runs of rows with one owner: row ranges `starts[i]` to `starts[i + 1]` belong to owner `ids[i]`. */
export interface OwnerRuns {
  readonly ids: PackedIds;
  readonly starts: Uint32Array;
}

export interface IdWriter {
  count: number;
  bytes: Buffer;
  places: Uint32Array;
  /** The one written last. */
  last: string;
}

export function makeIds(): IdWriter {
  return { count: 0, bytes: Buffer.allocUnsafe(4096), places: new Uint32Array(512), last: '' };
}

export function addId(ids: IdWriter, id: string): void {
  const from = ids.places[ids.count]!;
  if (from + id.length * 3 > ids.bytes.length) {
    const larger = Buffer.allocUnsafe(Math.max(ids.bytes.length * 2, from + id.length * 3));
    ids.bytes.copy(larger, 0, 0, from);
    ids.bytes = larger;
  }
  const written = ids.bytes.write(id, from);
  ids.count++;
  if (ids.count === ids.places.length) {
    const larger = new Uint32Array(ids.places.length * 2);
    larger.set(ids.places);
    ids.places = larger;
  }
  ids.places[ids.count] = from + written;
  ids.last = id;
}

/** Forgets all ids from `count` on. */
export function cutIds(ids: IdWriter, count: number): void {
  ids.count = count;
  ids.last = '';
}

export function finishIds(ids: IdWriter): PackedIds {
  const places = ids.places.slice(0, ids.count + 1);
  return { count: ids.count, bytes: new Uint8Array(ids.bytes.subarray(0, places[ids.count])), places };
}

export function unpackIds(ids: PackedIds): string[] {
  const buffer = Buffer.from(ids.bytes.buffer, ids.bytes.byteOffset, ids.bytes.byteLength);
  const ascii = buffer.every(byte => byte < 128);
  const names = new Array<string>(ids.count);
  for (let i = 0; i < ids.count; i++) {
    const from = ids.places[i]!;
    const to = ids.places[i + 1]!;
    names[i] = buffer.toString(ascii ? 'latin1' : 'utf8', from, to);
  }
  return names;
}
