/**
 * One fact of one entity over all instances. `valid` is null where no value is missing, else 1 where known.
 * Values under `valid` = 0 are 0 and mean nothing.
 */
export type Column =
  | { readonly kind: 'bool'; readonly values: Uint8Array; readonly valid: Uint8Array | null }
  /** Index into the fact's `values`. */
  | { readonly kind: 'enum'; readonly values: Uint8Array; readonly valid: Uint8Array | null }
  /**
   * Whole numbers; base units = value × `factor[0]` / `factor[1]` (money: fen, factor 1/1; ages in years: 12/1).
   * `least` and `most` bound the values.
   */
  | {
      readonly kind: 'number';
      readonly values: Float64Array | Int32Array | Uint8Array;
      readonly valid: Uint8Array | null;
      readonly factor: readonly [number, number];
      readonly least: number;
      readonly most: number;
    }
  /** Days since 1970-01-01. */
  | { readonly kind: 'date'; readonly values: Int32Array; readonly valid: Uint8Array | null }
  /** Index into `dictionary`. */
  | {
      readonly kind: 'text';
      readonly values: Int32Array;
      readonly dictionary: readonly string[];
      readonly valid: Uint8Array | null;
    };

/** The instances of one entity, ordered so that the parts of one owner stand together in the owner's order. */
export interface Table {
  readonly entity: string;
  readonly rows: number;
  readonly ids: readonly string[];
  /** By fact id; a fact that no file has is absent: all missing. */
  readonly columns: Readonly<Record<string, Column>>;
  /** Row of the owner in the table of the entity it is part of; null at the top or where the owner is not recorded at all. */
  readonly owner: Int32Array | null;
  /** Parts by entity: rows `offsets[i]` to `offsets[i + 1]` of the part's table belong to row i. Absent: parts are unknown. */
  readonly parts: Readonly<Record<string, Int32Array>>;
}

export interface Population {
  /** By entity id; an entity without a table is unknown throughout. */
  readonly tables: Readonly<Record<string, Table>>;
  readonly source: string;
  readonly seed: number | null;
}
