import type { Desk } from './desk.ts';
import type { Policy } from './policy.ts';
import type { RawPolicy } from './raw-policy.ts';
import type { Session } from './session.ts';

export function lint(_policy: Policy, _raw: RawPolicy, _desk: Desk, _session: Session): void {}
