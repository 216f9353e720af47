/** Tables and verdicts on the terminal. */

export function heading(text: string): void {
  console.log(`\n${text}\n${'─'.repeat(text.length)}`);
}

export function line(text: string): void {
  console.log(text);
}

/** Columns as wide as their widest cell, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const cells = [head, ...rows].map(row => row.map(String));
  const widths = head.map((_, k) => Math.max(...cells.map(row => row[k]!.length)));
  const right = head.map((_, k) => rows.every(row => /^[\d.,]+( |$)/.test(String(row[k]))));
  for (const row of cells)
    console.log(
      `  ${row.map((cell, k) => (right[k] ? cell.padStart(widths[k]!) : cell.padEnd(widths[k]!))).join('  ')}`,
    );
}

const verdicts: { readonly what: string; readonly met: boolean }[] = [];

/** Says whether an aim was met in this run, and remembers it for the end. */
export function verdict(what: string, seen: string, met: boolean): void {
  verdicts.push({ what: `${what}: ${seen}`, met });
  console.log(`  ${met ? 'met    ' : 'NOT MET'}  ${what}: ${seen}`);
}

export function summary(): boolean {
  heading('Aims');
  for (const { what, met } of verdicts) console.log(`  ${met ? 'met    ' : 'NOT MET'}  ${what}`);
  return verdicts.every(({ met }) => met);
}

export const ms = (time: number): string => time.toFixed(1);
export const times = (factor: number): string =>
  `${factor >= 100 ? Math.round(factor) : factor.toFixed(2)} ×`;
