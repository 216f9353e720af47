/** Colours of a terminal, or nothing where they are not wanted. */
export interface Paint {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly note: (text: string) => string;
  readonly good: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

const plain = (text: string) => text;
const sgr = (on: number, off: number) => (text: string) =>
  text === '' ? '' : `\x1b[${on}m${text}\x1b[${off}m`;

export const noPaint: Paint = {
  error: plain,
  warning: plain,
  note: plain,
  good: plain,
  strong: plain,
  faint: plain,
};

export const colours: Paint = {
  error: sgr(31, 39),
  warning: sgr(33, 39),
  note: sgr(36, 39),
  good: sgr(32, 39),
  strong: sgr(1, 22),
  faint: sgr(2, 22),
};
