/** Holds what is shown. Listeners hear of changes once in a turn, however many there were. */
export interface Store<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  /** What it returns ends the subscription. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function storeOf<T>(first: T): Store<T> {
  let value = first;
  let waiting = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    waiting = false;
    for (const listener of listeners) listener();
  };
  return {
    get: () => value,
    set(next) {
      if (next === value) return;
      value = next;
      if (waiting) return;
      waiting = true;
      setImmediate(tell);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
