/**
 * Shares out a whole number in proportion to sizes by largest remainder: everyone gets the whole part of the exact share,
 * what is left goes one each to the largest fractional parts; ties go to the larger size, then to the one that stands first.
 *
 * @param total at most the sum of the sizes; the product of the two must be below 2^53
 */
export function largestRemainder(total: number, sizes: readonly number[]): number[] {
  const sum = sizes.reduce((a, b) => a + b, 0);
  if (sum === 0) return sizes.map(() => 0);
  const shares = sizes.map(size => Math.floor((total * size) / sum));
  const rests = sizes.map((size, at) => total * size - shares[at]! * sum);
  let left = total - shares.reduce((a, b) => a + b, 0);
  const order = sizes.map((_, at) => at);
  order.sort((a, b) => rests[b]! - rests[a]! || sizes[b]! - sizes[a]! || a - b);
  for (const at of order) {
    if (left === 0) break;
    shares[at]!++;
    left--;
  }
  return shares;
}

/**
 * The same, but so that nobody of a size above 0 goes without, where the total allows: whoever's exact share comes to less
 * than one gets one, and what is left is shared out among the others, until none of them has less than one.
 */
export function sharesOfAtLeastOne(total: number, sizes: readonly number[]): number[] {
  const shares = sizes.map(() => 0);
  let open = sizes.flatMap((size, at) => (size > 0 ? [at] : []));
  if (total < open.length) return largestRemainder(total, sizes);
  let left = total;
  for (;;) {
    const sum = open.reduce((a, at) => a + sizes[at]!, 0);
    const small = open.filter(at => left * sizes[at]! < sum);
    if (small.length === 0) break;
    for (const at of small) shares[at] = 1;
    left -= small.length;
    open = open.filter(at => shares[at] === 0);
  }
  const rest = largestRemainder(
    left,
    open.map(at => sizes[at]!),
  );
  open.forEach((at, index) => {
    shares[at] = rest[index]!;
  });
  return shares;
}
