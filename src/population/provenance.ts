/** Where a population comes from: a small file beside its tables. */
import { readFile } from 'node:fs/promises';

export const PROVENANCE_FILE = 'population.json';

export interface Provenance {
  readonly source: string;
  readonly seed: number | null;
}

/** Null where there is none that can be understood: it only serves the heading of reports. */
export async function readProvenance(path: string): Promise<Provenance | null> {
  try {
    const text = await readFile(path, 'utf8');
    const found: unknown = JSON.parse(text);
    if (typeof found !== 'object' || found === null) return null;
    const { source, seed } = found as Record<string, unknown>;
    if (typeof source !== 'string') return null;
    return {
      source: source.slice(0, 200),
      seed: typeof seed === 'number' && Number.isSafeInteger(seed) ? seed : null,
    };
  } catch {
    return null;
  }
}
