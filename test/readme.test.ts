import { describe, expect, it } from 'vitest';
import { follow } from './docs/follow.ts';

describe('README', () => {
  it('is true in English', async () => {
    expect(await follow('README.md', 'en')).toBeGreaterThan(15);
  });

  it('is true in Chinese', async () => {
    expect(await follow('README.zh-CN.md', 'zh')).toBeGreaterThan(15);
  });
});
