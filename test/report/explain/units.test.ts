import { expect, test } from 'vitest';
import { explained, household, load, member } from './village.ts';

const carded = (money: string, parameter: string) =>
  load(`
参数:
  标准: {编号: standard, 标签: {英文: standard}, ${parameter}}
卡类: {甲: {编号: a, 当: 建档立卡}}
帮扶:
  补贴: {编号: allowance, ${money}}
`);
const registered = (facts = {}) => household({ registered: true, ...facts }, [member('父', {})]);

test('a parameter is shown in the unit that it is written in, in either language', () => {
  const monthly = carded('金额: 标准 × 1 个月', '值: 100 元/月');
  expect(explained(monthly, registered())).toContain('100 元 = 标准（100 元/月） × 1 个月\n');
  expect(explained(monthly, registered(), 'en')).toContain(
    '100 yuan = standard (100 yuan/month) × 1 month\n',
  );
  const large = carded('金额: 标准 ÷ 10', '值: 1.5 万元');
  expect(explained(large, registered())).toContain('1,500 元 = 标准（1.5 万元） ÷ 10\n');
  const herd = carded('金额: 标准 × 3 头', '值: 1000 元/头');
  expect(explained(herd, registered())).toContain('3,000 元 = 标准（1,000 元/头） × 3 头\n');
  expect(explained(herd, registered(), 'en')).toContain(
    '3,000 yuan = standard (1,000 yuan/head) × 3 heads\n',
  );
});

test('figures are written out as far as they go', () => {
  const tenth = carded('金额: 修缮费用 × 标准, 取整: {到: 0.1 元}', '值: 33.5%');
  expect(explained(tenth, registered({ repair_costs: '7007' }))).toContain(
    '23.47345 元 = 修缮费用（70.07 元） × 标准（33.5%），取整为 23.5 元\n',
  );
});
