/**
 * Random numbers of the generator: sfc32 (Chris Doty-Humphrey's small fast counter, 128 bits of state), by integer arithmetic
 * alone, so that a seed gives the same numbers on every machine. Each trait draws from a stream of its own, named after it:
 * a trait more or less leaves the draws of the others as they are.
 */
export type Random = () => number;

/** Numbers in [0, 1) in steps of 2⁻³². */
export function randomStream(seed: number, name: string): Random {
  let hash = 0x811c9dc5;
  const mix = (value: number): void => {
    hash = Math.imul(hash ^ (value & 0xff), 0x01000193);
    hash = Math.imul(hash ^ ((value >>> 8) & 0xff), 0x01000193);
  };
  for (let i = 0; i < name.length; i++) mix(name.charCodeAt(i));
  let a = hash | 0;
  let b = seed | 0;
  let c = Math.floor(seed / 4294967296) | 0;
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  // The state takes a dozen rounds to lose all likeness to a neighbouring seed's.
  for (let i = 0; i < 16; i++) next();
  return next;
}

/** Close to normal with mean 0 and deviation 1: the sum of four even numbers. */
export function bell(random: Random): number {
  return (random() + random() + random() + random() - 2) * 1.7320508075688772;
}

/** A whole number from `least` to `most`, each as likely. */
export function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** An order of 0 … count − 1, each as likely. */
export function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const swap = order[i]!;
    order[i] = order[j]!;
    order[j] = swap;
  }
  return order;
}
