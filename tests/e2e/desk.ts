import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

export const PASSWORD = 'correct horse battery staple';

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

  open(path: string): Promise<unknown> {
    return this.page.goto(this.#url + path);
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

  /** What axe calls serious or critical on the page as it is now, one line each. */
  async barriers(): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
