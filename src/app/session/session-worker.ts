/** The thread of the session. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';

// A thread does not share in the compiled code that the program keeps: it would compile everything at every start.
enableCompileCache();
const { serve } = await import('./serve.ts');
serve(parentPort!);
// A thread that is ended keeps nothing by itself.
setTimeout(flushCompileCache, 5000).unref();
