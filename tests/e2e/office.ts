import type { Browser } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { type Product, startProduct } from '../support/services/product.ts';
import { Staff } from '../support/staff.ts';
import { Desk, PASSWORD } from './desk.ts';

const DANA = 'dana@example.test';

/** The whole product with its dashboard, and one specialist at a browser. */
export interface Office {
  product: Product;
  browser: Browser;
  dana: Desk;
  email: string;
  close(): Promise<void>;
}

export async function openOffice(): Promise<Office> {
  const product = await startProduct({ dashboard: true });
  const browser = await openBrowser();
  const machine = Staff.withKey(product.url, product.bootstrapKey);
  await machine.post('/users', { email: DANA, name: 'Dana Reyes', password: PASSWORD, role: 'specialist' });
  const dana = await Desk.at(browser, product.url);
  return {
    product,
    browser,
    dana,
    email: DANA,
    async close() {
      await browser.close();
      await product.stop();
    },
  };
}
