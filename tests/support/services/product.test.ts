import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HealthView } from '@overturn/contracts';
import { startProduct, type Product } from './product.ts';

let product: Product;
beforeAll(async () => void (product = await startProduct()), 180_000);
afterAll(() => product?.stop(), 60_000);

const status = (path: string, key?: string): Promise<number> =>
  fetch(`${product.url}/api/${path}`, { headers: key ? { authorization: `Bearer ${key}` } : {} }).then(
    (response) => response.status,
    () => 0,
  );

describe('the product of a test', () => {
  it('lets in whoever has its key, and nobody else', async () => {
    expect(await status('organizations', product.bootstrapKey)).toBe(200);
    expect(await status('organizations')).toBe(401);
  });

  it('says that its engine answers', async () => {
    const headers = { authorization: `Bearer ${product.bootstrapKey}` };
    const { parts } = (await (await fetch(`${product.url}/api/health`, { headers })).json()) as HealthView;
    expect(parts).toContainEqual({ name: 'temporal', state: 'ok', sentence: 'Answers.' });
  });

  it('is started again where it was after its api is killed outright', async () => {
    const before = product.pid('api');
    await product.kill('api');
    expect(await status('health/live')).toBe(0);
    await product.restart('api');
    expect(product.pid('api')).not.toBe(before);
    expect(await status('organizations', product.bootstrapKey)).toBe(200);
  }, 60_000);

  it('stops its worker politely, and the worker comes back', async () => {
    await product.kill('worker', 'SIGTERM');
    expect(product.pid('worker')).toBeUndefined();
    await product.restart('worker');
    expect(product.logs('worker')).toContain('polling');
  }, 60_000);

  it('outlives its Postgres', async () => {
    await product.kill('postgres');
    expect(await status('health/ready')).toBe(503);
    await product.restart('postgres');
    expect(await status('organizations', product.bootstrapKey)).toBe(200);
  }, 60_000);
});
