import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startHarness } from '../test-support/api-harness.ts';
import type { Harness } from '../test-support/api-harness.ts';

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, unknown> };
}

let api: Harness;
beforeAll(async () => void (api = await startHarness()), 120_000);
afterAll(() => api.stop());

describe('the description', () => {
  it('is OpenAPI 3.1 with every path, each with what it takes and answers', async () => {
    const { body } = await api.call<OpenApi>('GET', '/openapi.json');
    expect(body.openapi).toMatch(/^3\.1/);
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/api/denials/{id}/responses',
        '/api/tasks/next',
        '/api/events',
        '/api/remittances/{id}/claims',
        '/api/deadlines/preview',
        '/api/clocks',
      ]),
    );
    for (const absent of ['deadlines.ics', 'tasks/bulk']) expect(JSON.stringify(body.paths)).not.toContain(absent);
    const refs = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
      (match) => match[1]!,
    );
    expect(refs.filter((name) => !(name in body.components.schemas))).toEqual([]);
  });
});
