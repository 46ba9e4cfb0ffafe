/** The denial page where a claim is unusual, and what one person leaves to the next. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { dayOf } from '../support/days.ts';
import { letterOf } from '../support/letter.ts';
import { Staff } from '../support/staff.ts';
import { Desk, PASSWORD } from './desk.ts';
import { openOffice } from './office.ts';
import type { Office } from './office.ts';

jest.setTimeout(240_000);
const MIKA = 'mika@example.test';
const LONG_NUMBER = 'A1B2C3D4E5F6G7H8I9J0K1L2M3N4O5P6Q7R8S9';

let office: Office;
let dana: Desk;
let machine: Staff;
let longPath: string;
const open = async (claimNumber: string, changes: object = {}): Promise<string> => {
  const { id } = await machine.post<{ id: string }>(
    '/denials',
    letterOf(dayOf(new Date(), -3), claimNumber, { ...changes }),
  );
  return `/denials/${id}`;
};

beforeAll(async () => {
  office = await openOffice();
  ({ dana } = office);
  machine = Staff.withKey(office.product.url, office.product.bootstrapKey);
  await machine.post('/users', { email: MIKA, name: 'Mika Ito', password: PASSWORD, role: 'supervisor' });
  const nobody = { patientFirstName: undefined, patientLastName: undefined, memberId: undefined };
  longPath = await open(LONG_NUMBER, nobody);
  await open('SHORT-1');
  await dana.open(longPath);
  await dana.signIn(office.email);
  await dana.page.getByRole('heading', { name: 'Two clocks' }).waitFor();
});
afterAll(() => office?.close());

describe('the denial page', () => {
  it('fits a telephone with the longest claim number, and names no member where nobody is named', async () => {
    await dana.seen('no patient named');
    expect(await dana.barriers()).toEqual([]);
    await dana.page.setViewportSize({ width: 360, height: 800 });
    const box = await dana.page.getByRole('button', { name: 'Commands' }).boundingBox();
    expect(box!.x + box!.width).toBeLessThanOrEqual(360);
    await dana.page.setViewportSize({ width: 1440, height: 900 });
  });

  it('an undo that was given up is offered no more', async () => {
    await dana.complete('Verify network', async (card) => {
      await card.getByLabel('Directory', { exact: true }).check();
    });
    const region = dana.page.getByRole('status', { name: 'What just happened' });
    await region.getByRole('button', { name: /Undo/ }).waitFor({ state: 'detached', timeout: 2000 });
    await dana.page.getByRole('region', { name: /Choose the path/ }).waitFor({ timeout: 60_000 });
  });

  it('gives the next task by its key, on the page of its denial', async () => {
    await dana.open(longPath);
    await dana.page.getByRole('heading', { name: 'Two clocks' }).waitFor();
    const claims = dana.page.waitForResponse((response) => response.url().endsWith('/api/tasks/next'));
    await dana.page.locator('body').press('n');
    const { denialId } = (await (await claims).json()) as { denialId: string };
    await dana.page.waitForURL(new RegExp(denialId));
    await dana.page.getByText('you hold it').waitFor();
  });

  it('one that is not there is said in one page, not two', async () => {
    await dana.open('/denials/01a202d2-0000-7000-8000-000000000000');
    await dana.seen('This denial is not here');
    expect(await dana.page.getByRole('main').count()).toBe(1);
  });
});

describe('a remittance that is none', () => {
  it('says that nothing was read, and offers no second reading', async () => {
    await dana.open('/remittances');
    const pdf = { name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 not a remittance') };
    await dana.page.getByLabel('835 files').setInputFiles(pdf);
    await dana.page.getByRole('link', { name: 'letter.pdf' }).click();
    await dana.page.getByRole('heading', { name: 'letter.pdf' }).waitFor();
    await dana.seen(/Nothing of this file could be read/);
    expect(await dana.page.getByText('the rest was read').count()).toBe(0);
    expect(await dana.page.getByRole('button', { name: 'Read it again' }).count()).toBe(0);
  });
});

describe('another person at the same screen', () => {
  it('sees nothing of what the first one typed', async () => {
    await dana.open('/denials');
    await dana.page.getByRole('link', { name: 'Open a denial' }).click();
    await dana.page.getByLabel('Our claim number').fill('Typed by Dana');
    await dana.endSession();
    await dana.page.getByLabel('Payer (needed)').fill('Aster');
    await dana.page.getByRole('button', { name: 'Open the denial' }).click();
    const dialog = dana.page.getByRole('dialog', { name: 'Your session is over' });
    await dialog.getByLabel('E-mail').fill(MIKA);
    await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await dana.page.keyboard.press('Enter');
    await dana.page.getByRole('heading', { name: 'My work' }).waitFor();
    await dana.open('/denials/new');
    await dana.page.getByLabel('Our claim number').waitFor();
    expect(await dana.page.getByLabel('Our claim number').inputValue()).toBe('');
  });
});
