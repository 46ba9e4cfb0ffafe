/** The deadline calculator in a browser: found without a mouse, answers while it is typed, and its link holds the question. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Desk } from './desk.ts';
import { openOffice } from './office.ts';
import type { Office } from './office.ts';

jest.setTimeout(240_000);

let office: Office;
let dana: Desk;

beforeAll(async () => {
  office = await openOffice();
  ({ dana } = office);
});
afterAll(async () => {
  await office?.close();
});

const answer = () => dana.page.getByRole('region', { name: 'Answer' });
const says = (text: string | RegExp) => answer().getByText(text).first().waitFor();

describe('the deadline calculator', () => {
  it('is found from the search, and a clock by its words, without a mouse', async () => {
    await dana.open('/work');
    await dana.signIn(office.email);
    await dana.page.getByRole('heading', { name: 'My work' }).waitFor();
    await dana.keys('Control+k');
    await dana.page.getByRole('combobox', { name: /Search claim number/ }).fill('calculator');
    await dana.keys('Enter');
    await dana.page.getByRole('heading', { name: 'Deadline calculator' }).waitFor();
    await dana.page.getByRole('combobox', { name: 'Clock' }).focus();
    await dana.page.keyboard.type('erisa file');
    await dana.page.getByRole('option', { name: /File the appeal/ }).waitFor();
    expect(await dana.page.getByRole('option').count()).toBe(1);
    await dana.keys('ArrowDown', 'Enter');
    await says(/It counts from “Received” or “Notice dated”/);
  });

  it('answers with safe and legal date, step by step, with its citation; by mail the safe date comes earlier', async () => {
    await dana.page.getByLabel('Received', { exact: true }).fill('2026-01-01');
    await says('Tue 23 Jun 2026');
    await says('Tue 30 Jun 2026');
    await says(/180 calendar days = Tue 30 Jun 2026 \(no roll\)/);
    await says('29 CFR 2560.503-1(h)(3)(i)');
    await says('✓ verified');
    await dana.page.getByLabel('Mail', { exact: true }).check();
    await says('Mon 15 Jun 2026');
  });

  it('the link holds the question; what is wrong is said at its field', async () => {
    await dana.page.waitForURL(/clock=erisa\.appeal\.file&.*receivedOn=2026-01-01/);
    expect(dana.page.url()).toContain('channel=mail');
    await dana.page.reload();
    await says('Mon 15 Jun 2026');
    await dana.page.getByLabel(/^Amount in calendar days/).fill('-5');
    await dana.page
      .getByLabel(/^Amount in calendar days/)
      .and(dana.page.locator('[aria-invalid=true]'))
      .waitFor();
    await says(/An amount is a whole number/);
    expect(await dana.barriers()).toEqual([]);
  });

  it('hours are asked with a time and answered with one, across the change of the clocks', async () => {
    await dana.open('/calculator?clock=erisa.claim.urgent.decision');
    await dana.page.getByLabel('Asked', { exact: true }).fill('2026-10-31T09:30');
    await says('Tue 3 Nov 2026, 08:30');
    await says('Times of America/New_York.');
    expect(await dana.barriers()).toEqual([]);
    expect(dana.faults).toEqual([]);
  });
});
