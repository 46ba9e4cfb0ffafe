/** The payers' rows in a browser: read by everyone, written by an administrator, tried before they are imported. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { dayOf } from '../support/days.ts';
import { letterOf } from '../support/letter.ts';
import { Staff } from '../support/staff.ts';
import { Desk, PASSWORD } from './desk.ts';
import { openOffice } from './office.ts';
import type { Office } from './office.ts';

jest.setTimeout(240_000);

const ADA = 'ada@example.test';
let office: Office;
let ada: Desk;

beforeAll(async () => {
  office = await openOffice();
  const { url, bootstrapKey } = office.product;
  const machine = Staff.withKey(url, bootstrapKey);
  await machine.post('/users', { email: ADA, name: 'Ada Voss', password: PASSWORD, role: 'administrator' });
  ada = await Desk.at(office.browser, url);
});
afterAll(async () => {
  await ada?.close();
  await office?.close();
});

const HEAD = 'payer,purpose,channel,address,source,verifiedOn';
const rows = (payer: string) => ada.page.getByRole('region', { name: `Rows of ${payer}` });
const tryFile = (text: string) =>
  ada.page
    .getByLabel('File of payer rows')
    .setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('the payers’ rows', () => {
  it('are read by a specialist, who is told who can write them', async () => {
    await office.dana.open('/work');
    await office.dana.signIn(office.email);
    await office.dana.page.getByRole('link', { name: 'Payers' }).click();
    await office.dana.seen('No payer row yet');
    await office.dana.page.getByRole('button', { name: 'Add a row' }).waitFor();
    await office.dana.seen('Ask an administrator.');
    expect(await office.dana.barriers()).toEqual([]);
  });

  it('are added by an administrator; what is wrong is said at its field', async () => {
    await ada.open('/payers');
    await ada.signIn(ADA);
    await ada.page.getByRole('button', { name: 'Add a row' }).click();
    const form = ada.page.getByRole('dialog', { name: 'Add a row' });
    await form.getByLabel('Payer (needed)').fill('Aster Health');
    await form.getByLabel('Purpose').selectOption({ label: 'Network exception' });
    await form.getByLabel('Channel').selectOption({ label: 'Fax' });
    await form.getByLabel('Where to').fill('555-01');
    await form.getByLabel('In-network providers to contact first').fill('3');
    await form.getByLabel('Source (needed)').fill('Provider manual, page 14');
    await form.getByLabel('Verified on (needed)').fill('2020-01-15');
    await form.getByRole('button', { name: 'Add the row' }).click();
    await form.getByText(/A fax number has ten digits/).waitFor();
    expect(await ada.barriers()).toEqual([]);
    await form.getByLabel('Where to').fill('212-555-0143');
    await form.getByRole('button', { name: 'Add the row' }).click();
    await rows('Aster Health').getByText('Fax 212-555-0143').waitFor();
    await rows('Aster Health').getByText('stale').waitFor();
  });

  it('are changed, and the history shows by whom and what', async () => {
    await rows('Aster Health').getByRole('button', { name: 'Change' }).click();
    const form = ada.page.getByRole('dialog', { name: 'Change the row' });
    await form.getByLabel('Channel').selectOption({ label: 'Portal' });
    await form.getByLabel('Where to').fill('https://aster.example/exceptions');
    await form.getByRole('button', { name: 'Save the row' }).click();
    await rows('Aster Health').getByText('Portal https://aster.example/exceptions').waitFor();
    await rows('Aster Health').getByRole('button', { name: 'History' }).click();
    const history = ada.page.getByRole('dialog', { name: 'History: Aster Health' });
    await history.getByText('Changed by Ada Voss').waitFor();
    await history.getByText(/Channel: Portal; Where to: https/).waitFor();
    expect(await ada.barriers()).toEqual([]);
    await ada.keys('Escape');
  });

  it('a file is tried first: a refused row stops it with its line and remedy, a mended one is written', async () => {
    const good = 'Birch Mutual,exception,phone,212-555-0177,Call 4711,2026-02-01';
    await tryFile(`${HEAD}\n${good}\nBirch Mutual,gap,,,Call 4711,2026-02-01\n`);
    const result = ada.page.getByRole('region', { name: 'What the file does' });
    await result.getByText('Refused: purpose').waitFor();
    await result.getByText(/There is no such purpose/).waitFor();
    expect(await ada.page.getByRole('button', { name: 'Write these rows' }).count()).toBe(0);
    expect(await ada.barriers()).toEqual([]);
    await tryFile(`${HEAD}\n${good}\n`);
    await ada.page.getByRole('button', { name: 'Write these rows' }).click();
    await rows('Birch Mutual').getByText('Phone 212-555-0177').waitFor();
    await ada.seen('1 added, 0 changed, 0 unchanged.');
  });

  it('are filtered by payer, purpose and what is stale, and the address keeps the filters', async () => {
    const filters = ada.page.getByRole('search', { name: 'Filters' });
    await filters.getByLabel('Payer').selectOption('NAME:BIRCH MUTUAL');
    await rows('Aster Health').waitFor({ state: 'detached' });
    expect(ada.page.url()).toContain('payer=NAME');
    await filters.getByLabel('Purpose').selectOption({ label: 'Appeal, level 1' });
    await ada.seen('No row fits');
    expect(await ada.barriers()).toEqual([]);
    await filters.getByRole('button', { name: 'Clear 2 filters' }).click();
    await filters.getByLabel('Stale only').check();
    await rows('Aster Health').getByText('stale').waitFor();
    await filters.getByRole('button', { name: 'Clear the filter' }).click();
    await filters.getByLabel('Purpose').selectOption({ label: 'Network exception' });
    await ada.page.reload();
    await rows('Aster Health').waitFor();
    expect(await filters.getByLabel('Purpose').inputValue()).toBe('exception');
    await filters.getByRole('button', { name: 'Clear the filter' }).click();
  });

  it('go out as a file', async () => {
    const download = ada.page.waitForEvent('download');
    await ada.page.getByRole('link', { name: 'Export CSV' }).click();
    const csv = await readFile(await (await download).path(), 'utf8');
    expect(csv.split('\n')[0]).toMatch(/^payer,product,state,purpose,askedBy/);
    expect(csv).toContain('https://aster.example/exceptions');
    expect(ada.faults).toEqual([]);
  });

  it('an edited row moves no date later but by a supervisor, on the denial', async () => {
    const { url, bootstrapKey } = office.product;
    const machine = Staff.withKey(url, bootstrapKey);
    const today = dayOf(new Date());
    const row = { payer: 'Corvus Mutual', purpose: 'appeal-1', source: 'Manual, p. 3', verifiedOn: today };
    const { id: ruleId } = await machine.post<{ id: string }>('/payer-rules', { ...row, filingDays: 45 });
    const letter = letterOf(today, 'HELD-1', { payerName: 'Corvus Mutual', regime: 'contract', receivedOn: today });
    const { id } = await machine.post<{ id: string }>('/denials', letter);
    await ada.open(`/denials/${id}?tab=deadlines`);
    const shown = ada.page.getByRole('tabpanel', { name: /Deadlines/ });
    await shown.getByText('File the provider dispute').first().waitFor();
    const edited = { ...row, filingDays: 90 };
    await machine.request('PUT', `/payer-rules/${ruleId}`, edited, { 'if-match': '"1"' });
    await shown.getByRole('button', { name: 'Take the later date…' }).click();
    const dialog = ada.page.getByRole('dialog', { name: 'Take the later date?' });
    await dialog.getByText(/This is not undone/).waitFor();
    expect(await ada.barriers()).toEqual([]);
    await dialog.getByRole('button', { name: 'Take the later date' }).click();
    await dialog.waitFor({ state: 'detached' });
    await shown.getByText(/own amount, 90 calendar days/).waitFor();
    expect(ada.faults).toEqual([]);
  });
});
