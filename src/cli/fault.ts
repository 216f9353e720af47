import type { Diagnostic, Param } from '../language/diagnostic.ts';
import type { Sources } from '../report/place.ts';
import type { CliCode } from './messages.ts';

/** Ends a command: what the reader has to be told, and the exit code. Only `runCli` catches it. */
export class Fault extends Error {
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  readonly exit: 1 | 2;

  constructor(diagnostics: readonly Diagnostic[], exit: 1 | 2, sources: Sources = new Map()) {
    super(diagnostics.map(({ code }) => code).join(', '));
    this.diagnostics = diagnostics;
    this.exit = exit;
    this.sources = sources;
  }
}

const fault = (exit: 1 | 2) => (code: CliCode, params: Record<string, Param>, suggestion?: string) =>
  new Fault([{ code, severity: 'error', params, ...(suggestion === undefined ? {} : { suggestion }) }], exit);

/** The command is used wrongly: exit code 2. */
export const usageFault = fault(2);
/** What it was given is wrong: exit code 1. */
export const inputFault = fault(1);
