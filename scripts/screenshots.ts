/**
 * Takes every page of a running instance at 1440 and 360 px, light and dark, into screenshots/ (out of git):
 *   npm run screenshots -- --url http://127.0.0.1:3000 --email you@example.test --password …
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openBrowser } from '../tests/support/browser.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: process.env['OVERTURN_URL'] ?? 'http://127.0.0.1:3000' },
    email: { type: 'string', default: process.env['OVERTURN_EMAIL'] ?? '' },
    password: { type: 'string', default: process.env['OVERTURN_PASSWORD'] ?? '' },
    out: { type: 'string', default: join(import.meta.dirname, '../screenshots') },
  },
});
const WIDTHS = [1440, 360];
const SCHEMES = ['light', 'dark'] as const;

interface Shot {
  name: string;
  path: (ids: Ids) => string | undefined;
  /** What the page must show before it is taken. */
  shows: (page: Page) => Promise<unknown>;
}
interface Ids {
  taskId: string | undefined;
  denialId: string | undefined;
  remittanceId: string | undefined;
  rulePath: string | undefined;
  changeId: string | undefined;
}
const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();

const SHOTS: readonly Shot[] = [
  { name: 'work', path: () => '/work?view=team', shows: heading('My work') },
  {
    name: 'task',
    path: ({ taskId }) => taskId && `/work?view=team&task=${taskId}`,
    shows: (page) => page.getByLabel('Steps').first().waitFor(),
  },
  { name: 'denials', path: () => '/denials', shows: heading('Denials') },
  { name: 'open-denial', path: () => '/denials/new', shows: heading('Open a denial') },
  { name: 'denial', path: ({ denialId }) => denialId && `/denials/${denialId}`, shows: heading('Two clocks') },
  {
    name: 'denial-documents',
    path: ({ denialId }) => denialId && `/denials/${denialId}?tab=documents`,
    shows: heading('Two clocks'),
  },
  { name: 'remittances', path: () => '/remittances', shows: heading('Remittances') },
  {
    name: 'remittance',
    path: ({ remittanceId }) => remittanceId && `/remittances/${remittanceId}`,
    shows: heading('Claims read'),
  },
  { name: 'payers', path: () => '/payers', shows: heading('Payers') },
  { name: 'rules', path: () => '/rules', shows: heading('Rules') },
  { name: 'rule-paths', path: () => '/rules?kind=path', shows: heading('Rules') },
  { name: 'rule', path: ({ rulePath }) => rulePath, shows: heading('Versions') },
  { name: 'to-classify', path: () => '/rules/to-classify', shows: heading('Codes to classify') },
  { name: 'rule-changes', path: () => '/rules/changes', shows: heading('Changes of rules') },
  {
    name: 'rule-change',
    path: ({ changeId }) => changeId && `/rules/changes/${changeId}`,
    shows: heading('Open denials that it moves'),
  },
  { name: 'health', path: () => '/health', shows: heading(/Health/) },
];

async function firstOf(page: Page, path: string, field: string): Promise<string | undefined> {
  const answer = await page.request.get(`${values.url}/api${path}`);
  const { items } = (await answer.json()) as { items: Record<string, string>[] };
  return items[0]?.[field];
}

async function signIn(page: Page): Promise<void> {
  await page.goto(`${values.url}/sign-in`);
  await page.getByLabel('E-mail').fill(values.email);
  await page.getByLabel('Password', { exact: true }).fill(values.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await heading('My work')(page);
}

async function take(page: Page, file: string): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  await page.locator('[aria-label="Loading"]').first().waitFor({ state: 'detached' });
  await page.screenshot({ path: join(values.out, file), animations: 'disabled' });
  console.log(file);
}

mkdirSync(values.out, { recursive: true });
const browser = await openBrowser();
try {
  for (const colorScheme of SCHEMES) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(`${values.url}/sign-in`);
    await take(page, `sign-in-1440-${colorScheme}.png`);
    await signIn(page);
    const clock = await firstOf(page, '/rules?kind=clock', 'key');
    const ids: Ids = {
      taskId: await firstOf(page, '/tasks?view=team', 'id'),
      denialId: await firstOf(page, '/denials', 'id'),
      remittanceId: await firstOf(page, '/remittances', 'id'),
      rulePath: clock && `/rules/clock/${clock}`,
      changeId: await firstOf(page, '/rules/changes', 'id'),
    };
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width < 500 ? 780 : 900 });
      for (const { name, path, shows } of SHOTS) {
        const place = path(ids);
        if (!place) continue;
        await page.goto(values.url + place);
        await shows(page);
        await take(page, `${name}-${width}-${colorScheme}.png`);
      }
    }
    await context.close();
  }
} finally {
  await browser.close();
}
