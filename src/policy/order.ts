export interface Ordered<T> {
  readonly order: readonly T[];
  /** Each ring as the items on it, in the order in which they need one another. */
  readonly rings: readonly (readonly T[])[];
}

/**
 * Items so that each comes after those it needs, otherwise as given. Of a ring, the need that closes it is left out.
 * Without recursion: chains may be long.
 */
export function orderByNeed<T>(knots: ReadonlyMap<T, readonly T[]>): Ordered<T> {
  const order: T[] = [];
  const rings: T[][] = [];
  const done = new Set<T>();
  for (const start of knots.keys()) {
    const path: { item: T; next: number }[] = [];
    const onPath = new Set<T>();
    const enter = (item: T) => {
      path.push({ item, next: 0 });
      onPath.add(item);
    };
    if (!done.has(start)) enter(start);
    while (path.length > 0) {
      const top = path[path.length - 1] as { item: T; next: number };
      const need = knots.get(top.item)?.[top.next++];
      if (need === undefined) {
        path.pop();
        onPath.delete(top.item);
        done.add(top.item);
        order.push(top.item);
      } else if (onPath.has(need)) {
        rings.push(path.slice(path.findIndex(({ item }) => item === need)).map(({ item }) => item));
      } else if (!done.has(need) && knots.has(need)) enter(need);
    }
  }
  return { order, rings };
}
