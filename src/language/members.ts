/** Words that only mean something after a dot; the first spelling of each is the one printed. */
export const members = {
  /** All that another policy pays in a year. */
  amount: { zh: ['金额'], en: ['amount'] },
  /** What quotas and funds left of a claim. */
  served: { zh: ['实得'], en: ['served'] },
} as const;

/** Which of them a name is. */
export function memberOf(name: string): keyof typeof members | null {
  for (const [id, { zh, en }] of Object.entries(members))
    if ([...zh, ...en].some(word => word === name)) return id as keyof typeof members;
  return null;
}
