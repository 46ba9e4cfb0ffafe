import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

export const PASSWORD = 'correct horse battery staple';

/** In the dark only colours differ. */
const LOOKS = [
  { width: 1440, colorScheme: 'light', rules: [] },
  { width: 1440, colorScheme: 'dark', rules: ['color-contrast'] },
  { width: 360, colorScheme: 'light', rules: [] },
] as const;

/** A person at a browser of their own. Everything is found by role and label, as they would. */
export class Desk {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #url: string;
  /** Every address that the browser asked for. */
  readonly asked: string[] = [];
  /** What broke on the page itself. */
  readonly faults: string[] = [];

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.#context = context;
    this.page = page;
    this.#url = url;
    page.on('request', (request) => this.asked.push(request.url()));
    page.on('pageerror', (error) => this.faults.push(error.message));
  }

  static async at(browser: Browser, url: string): Promise<Desk> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    context.setDefaultTimeout(20_000);
    return new Desk(context, await context.newPage(), url);
  }

  url(path: string): string {
    return this.#url + path;
  }

  open(path: string): Promise<unknown> {
    return this.page.goto(this.url(path));
  }

  async signIn(email: string): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await this.page.keyboard.press('Enter');
  }

  /** The session ends elsewhere: the cookie is gone. */
  endSession(): Promise<void> {
    return this.#context.clearCookies();
  }

  setOffline(offline: boolean): Promise<void> {
    return this.#context.setOffline(offline);
  }

  seen(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  /** Until so many denials have their first task: which one is the most urgent is settled only then. */
  async denialsHaveTasks(count: number): Promise<void> {
    await this.page.waitForFunction(
      async (wanted) => {
        const { items } = (await (await fetch('/api/tasks?view=team&limit=100')).json()) as {
          items: { denialId: string }[];
        };
        return new Set(items.map(({ denialId }) => denialId)).size >= wanted;
      },
      count,
      { timeout: 60_000, polling: 250 },
    );
  }

  /** The card of the denial page with the task to do; `title` brings it to the front when another is there. */
  async task(title: string): Promise<Locator> {
    const card = this.page.getByRole('region', { name: `Do this now: ${title}` });
    const other = this.page.getByRole('button', { name: title, exact: true });
    await card.or(other).first().waitFor({ timeout: 60_000 });
    // Another task may come to the front by itself in this very moment.
    if (!(await card.isVisible())) await other.click({ timeout: 3000 }).catch(() => undefined);
    await card.waitFor();
    const claim = card.getByRole('button', { name: 'Claim and start' });
    await claim
      .or(card.getByRole('button', { name: 'Complete' }))
      .first()
      .waitFor();
    if (await claim.isVisible()) await claim.click();
    await card.getByRole('button', { name: 'Complete' }).waitFor();
    return card;
  }

  /** Completes the task to do on the denial page and lets the answer go at once. */
  async complete(title: string, fill: (card: Locator) => Promise<unknown> = async () => undefined): Promise<void> {
    const card = await this.task(title);
    await fill(card);
    await card.getByRole('button', { name: 'Complete' }).click();
    await this.page.getByRole('button', { name: 'No undo needed, go on' }).click();
  }

  /** What axe calls serious or critical on the page as it is: light, dark and on a telephone, one line each. */
  async barriers(): Promise<string[]> {
    const found: string[] = [];
    for (const { width, colorScheme, rules } of LOOKS) {
      await this.page.setViewportSize({ width, height: 900 });
      await this.page.emulateMedia({ colorScheme });
      await this.page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
      const axe = new AxeBuilder({ page: this.page });
      const { violations } = await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze();
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      found.push(
        ...grave.map(
          ({ id, nodes }) =>
            `${width} ${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
        ),
      );
      const isWider = await this.page.getByRole('main').evaluate((main) => main.scrollWidth > main.clientWidth);
      if (isWider) found.push(`${width} ${colorScheme}: the page scrolls sideways`);
    }
    await this.page.setViewportSize({ width: 1440, height: 900 });
    return found;
  }

  /** The words of what has the focus; a keyboard is lost where it has none. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'nothing';
      return element.getAttribute('aria-label') ?? element.getAttribute('name') ?? element.textContent ?? '';
    });
  }

  keys(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
