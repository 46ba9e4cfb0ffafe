/** The main job in a browser on a remittance that nobody here wrote, brought near by `make:835`: from its bytes to an appeal. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator } from 'playwright-core';
import { root } from '../../scripts/launch/paths.ts';
import { dayOf } from '../support/days.ts';
import type { Desk } from './desk.ts';
import { openOffice } from './office.ts';
import type { Office } from './office.ts';

jest.setTimeout(240_000);
const SAMPLE = 'oon-managed-care.835';
const LAST_WEEK = dayOf(new Date(), -7);

const samples = process.env['OVERTURN_SAMPLES'];
const describeWithSamples = samples && existsSync(join(samples, SAMPLE)) ? describe : describe.skip;

describeWithSamples('the main job on a sample of last week', () => {
  let office: Office;
  let dana: Desk;
  const folder = mkdtempSync(join(tmpdir(), 'overturn-sample-'));
  const file = join(folder, 'sample.835');

  beforeAll(async () => {
    const args = ['scripts/make-835.ts', '--from', SAMPLE, '--dated', LAST_WEEK, '--out', file];
    await promisify(execFile)(process.execPath, args, { cwd: root, env: process.env });
    office = await openOffice();
    ({ dana } = office);
  });
  afterAll(async () => {
    await office?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const absent = (title: string) =>
    dana.complete(title, async (card) => {
      await card.getByLabel('Does not exist').check();
      await card.getByLabel(/^Reason/).fill('Nothing was found.');
    });
  const byPortal = async (card: Locator): Promise<void> => {
    await card.getByLabel('Portal').check();
    await card.getByLabel('Confirmation number').fill('GX-1');
  };

  it('both of its claims are read and open denials', async () => {
    await dana.open('/remittances');
    await dana.signIn(office.email);
    await dana.page.getByLabel('835 files').setInputFiles(file);
    await dana.seen('✓ imported');
    await dana.page.getByRole('link', { name: 'sample.835' }).click();
    await dana.page.getByRole('heading', { name: 'Claims read' }).waitFor();
    expect(await dana.page.getByRole('region', { name: 'Claims, to scroll' }).getByRole('row').count()).toBe(3);
    expect(await dana.page.getByRole('link', { name: 'Open the denial' }).count()).toBe(2);
  });

  it('one of them goes from the network question to the sent request', async () => {
    await dana.page.getByRole('link', { name: 'Open the denial' }).first().click();
    await dana.page.getByRole('heading', { name: 'Two clocks' }).waitFor();
    await dana.complete('Verify network', async (card) => {
      await card.getByLabel('Payer call').check();
      await card.getByLabel('Call or capture reference').fill('REF-1');
    });
    await dana.complete('Choose the path');
    for (const what of [
      'directory proof',
      'referral and authorization records',
      'communications about network options',
    ])
      await absent(`Gather ${what}`);
    await dana.complete('Review intake', async (card) => {
      await card.getByLabel(/^Diagnoses/).fill('M54.50');
      await card.getByLabel(/^Billing provider NPI/).fill('1234567893');
    });
    await dana.complete('Review the packet');
    await dana.complete('Send the packet', byPortal);
    await dana.task('Find out which rules apply'); // all that is left to do while the payer decides
  });

  it('a refusal leads to an appeal, which is drafted, reviewed and sent', async () => {
    await dana.page.getByRole('button', { name: 'Commands' }).click();
    await dana.page.getByRole('menuitem', { name: /Record the payer’s answer/ }).click();
    const dialog = dana.page.getByRole('dialog', { name: 'Record the payer’s answer' });
    await dialog.getByLabel(/^What they answered/).selectOption('denied');
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dana.complete('Draft the appeal', async (card) => card.getByLabel('The provider’s').check());
    await dana.complete('Review the packet');
    await dana.complete('Send the packet', byPortal);
    await dana.page.getByRole('button', { name: /Filing date: Appeal sent/ }).waitFor({ timeout: 60_000 });
    expect(dana.faults).toEqual([]);
  });
});
