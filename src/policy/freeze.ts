/** Freezes plain data all the way down. */
export function deepFreeze<T>(data: T): T {
  const stack: unknown[] = [data];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (typeof top !== 'object' || top === null || Object.isFrozen(top)) continue;
    Object.freeze(top);
    for (const inner of Object.values(top))
      if (typeof inner === 'object' && inner !== null) stack.push(inner);
  }
  return data;
}
