import { it } from '@jest/globals';
import type { Desk } from './desk.ts';

/** Without a mouse, and never without a focus that is seen. */
export function keyboardAlone(desk: () => Desk): void {
  it('the keyboard alone: rows, menus, dialogs, places; the focus is never lost', async () => {
    await desk().open('/work?view=team');
    await desk().page.getByRole('row').nth(2).waitFor();
    await desk().keys('j');
    await desk().page.waitForURL(/task=/);
    const first = await desk().focused();
    await desk().keys('j');
    await desk().page.waitForFunction((text) => document.activeElement?.textContent !== text, first);
    await desk().keys('k');
    await desk().page.waitForFunction((text) => document.activeElement?.textContent === text, first);
    await desk().keys('x');
    await desk().page.getByRole('toolbar', { name: 'Selected tasks' }).waitFor();
    await desk().keys('x', 's');
    const menu = desk().page.getByRole('menu');
    await menu.waitFor();
    await desk().keys('Escape');
    await menu.waitFor({ state: 'detached' });
    await desk().page.waitForFunction((text) => document.activeElement?.textContent === text, first);
    await desk().keys('?');
    const dialog = desk().page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    await desk().keys('Escape');
    await dialog.waitFor({ state: 'detached' });
    await desk().page.waitForFunction((text) => document.activeElement?.textContent === text, first);
    await desk().keys('Enter');
    await desk().page.getByRole('heading', { name: 'Two clocks' }).waitFor();
    await desk().page.waitForFunction(() => document.activeElement?.id === 'content');
    await desk().keys('g', 'd');
    await desk().page.getByRole('table', { name: 'Denials' }).waitFor();
    await desk().keys('j');
    await desk().page.waitForFunction(() => document.activeElement?.closest('[role=row]') !== null);
    await desk().keys('g', 'w');
    await desk().page.getByRole('heading', { name: 'My work' }).waitFor();
  });
}
