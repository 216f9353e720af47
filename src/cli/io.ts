/** What a command may do to the world around it; tests hand in their own. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Machine and human results. Resolves once the text is taken, so that a slow reader slows the writer. */
  readonly out: (text: string) => Promise<void>;
  /** Everything else: mistakes, progress, remarks. */
  readonly err: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
  /** Whether a person looks at it. */
  readonly terminal: {
    readonly in: boolean;
    readonly out: boolean;
    readonly err: boolean;
    readonly columns: number;
  };
}

/** 0 done, 1 the input was found wrong, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;
