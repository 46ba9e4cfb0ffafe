import { expect, it } from '@jest/globals';
import type { Desk } from './desk.ts';

/** A letter becomes a denial. */
export function openByHand(desk: () => Desk): void {
  it('a denial of a letter: what is wrong is said at its field, what was typed outlives a reload, it opens once', async () => {
    await desk().open('/denials');
    await desk().page.getByRole('link', { name: 'Open a denial' }).click();
    await desk().page.getByLabel('Billing provider NPI').fill('1234567890');
    await desk().page.getByLabel('Our claim number').fill('LETTER-0042');
    await desk().page.getByRole('button', { name: 'Open the denial' }).click();
    await desk().seen(/Payer is needed/);
    await desk().seen(/fails its check digit/);
    await desk().page.waitForFunction(() => document.activeElement?.getAttribute('name') === 'payerName');
    await desk().page.reload();
    const number = desk().page.getByLabel('Our claim number');
    await number.waitFor();
    expect(await number.inputValue()).toBe('LETTER-0042');
    await desk().page.getByLabel('Billing provider NPI').fill('');
    await desk().page.getByLabel('Payer (needed)').fill('Letter Health PPO');
    await desk().page.keyboard.press('Control+Enter');
    await desk().page.getByRole('heading', { name: 'Two clocks' }).waitFor();
    const opened = new URL(desk().page.url()).pathname;
    await desk().open('/denials/new');
    expect(await number.inputValue()).toBe('');
    await desk().page.getByLabel('Payer (needed)').fill('Letter Health PPO');
    await number.fill('LETTER-0042');
    await desk().page.getByRole('button', { name: 'Open the denial' }).click();
    await desk().seen(/may be a duplicate/);
    await desk()
      .page.getByRole('link', { name: /Look at the one/ })
      .click();
    await desk().page.getByRole('heading', { name: 'Two clocks' }).waitFor();
    expect(new URL(desk().page.url()).pathname).toBe(opened);
  });

  it('what was typed offline is kept, and can be sent when back', async () => {
    await desk().open('/denials/new');
    await desk().page.getByLabel('Payer (needed)').waitFor();
    await desk().setOffline(true);
    await desk().seen(/You are offline/);
    await desk().page.getByLabel('Payer (needed)').fill('Offline Health');
    await desk().page.getByRole('button', { name: 'Open the denial' }).click();
    await desk().seen(/The server does not answer. What you typed is kept/);
    expect(await desk().page.getByLabel('Payer (needed)').inputValue()).toBe('Offline Health');
    await desk().setOffline(false);
    await desk()
      .page.getByText(/You are offline/)
      .waitFor({ state: 'detached' });
    await desk().page.getByRole('button', { name: 'Open the denial' }).click();
    await desk().page.getByRole('heading', { name: 'Two clocks' }).waitFor();
  });
}
