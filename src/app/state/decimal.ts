/** Exact arithmetic on plain decimal text: `-12.50`. */

interface Scaled {
  readonly digits: bigint;
  /** Decimals. */
  readonly places: number;
}

const DECIMAL = /^[-+]?\d{1,30}(\.\d{1,20})?$/;

export const isDecimal = (text: string): boolean => DECIMAL.test(text);

function scaled(text: string): Scaled {
  const [whole = '0', decimals = ''] = text.split('.');
  return { digits: BigInt(whole.replace('+', '') + decimals), places: decimals.length };
}

const at = ({ digits, places }: Scaled, more: number): bigint => digits * 10n ** BigInt(more - places);

/** Without noughts that say nothing: `-0.50` is `-0.5`, `-0` is `0`. */
function written(digits: bigint, places: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const decimals = places === 0 ? '' : text.slice(-places).replace(/0+$/, '');
  const whole = places === 0 ? text : text.slice(0, -places);
  return `${digits < 0n ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

export function canonical(text: string): string {
  const { digits, places } = scaled(text);
  return written(digits, places);
}

export function compare(one: string, other: string): number {
  const [a, b] = [scaled(one), scaled(other)];
  const places = Math.max(a.places, b.places);
  const difference = at(a, places) - at(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `value` + `times` × `step`. */
export function plus(value: string, step: string, times: number): string {
  const [a, b] = [scaled(value), scaled(step)];
  const places = Math.max(a.places, b.places);
  return written(at(a, places) + BigInt(times) * at(b, places), places);
}

/** `value` × 10 to the `power`. */
export function shifted(value: string, power: number): string {
  const { digits, places } = scaled(value);
  return power >= places
    ? written(digits * 10n ** BigInt(power - places), 0)
    : written(digits, places - power);
}
